import type { Tone } from '@/components/ui/tone';
import type { PublicCycle } from '@/lib/catalogue/queries';
import { type WindowState, windowState } from '@/lib/catalogue/window';

const tags: Record<WindowState, { label: string; tone: Tone }> = {
  before: { label: '尚未开始', tone: 'info' },
  open: { label: '正在申报', tone: 'success' },
  after: { label: '申报已截止', tone: 'neutral' },
};

export function windowTag(cycle: PublicCycle, now: Date): { label: string; tone: Tone } {
  return tags[windowState(cycle, now)];
}

/** 2024年度, or 演示年度 for the one to try things in. */
export const shortCycleName = ({ isDemonstration, cycleYear }: PublicCycle): string =>
  isDemonstration ? '演示年度' : `${cycleYear}年度`;

export const cycleHref = ({ associationId, slug }: Pick<PublicCycle, 'associationId' | 'slug'>): string =>
  `/certifications/${associationId}?cycle=${slug}`;

export const checkHref = ({ associationId, slug }: Pick<PublicCycle, 'associationId' | 'slug'>): string =>
  `/certifications/${associationId}/check?cycle=${slug}`;
