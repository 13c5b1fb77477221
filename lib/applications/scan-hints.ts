import type { Assembly } from '@/lib/documents/scan/assemble-form';
import { isHint } from '@/lib/documents/scan/finding';
import type { LiveSheet } from './stamped-scan';

export interface ChosenSheet {
  /** Null for one that people have to recognise. */
  page: number | null;
  sheet: LiveSheet;
}

/** What would be handed in: the sheet of every page, and those that nobody could read. */
export function chosenSheets({ pages, unread, missing }: Assembly<LiveSheet>): ChosenSheet[] {
  const known = pages.flatMap(({ page, sheet }) => (sheet ? [{ page, sheet }] : []));
  return missing.length === 0 ? known : [...known, ...unread.map((sheet) => ({ page: null, sheet }))];
}

/** How long an examination may take before people go on without it. */
const patienceMs = 2 * 60_000;
/** Its job is asked for again by now; it was lost, or the worker stands still. */
const stuckMs = 10 * 60_000;

/** Sheets whose examination will be there in a moment. */
export const awaited = (chosen: readonly ChosenSheet[], now: Date): ChosenSheet[] =>
  chosen.filter((one) => isUnexamined(one) && ageOf(one, now) < patienceMs);

const isUnexamined = ({ sheet }: ChosenSheet): boolean => sheet.lamp === null;
const ageOf = ({ sheet }: ChosenSheet, now: Date): number => now.getTime() - sheet.filedAt.getTime();

/** How far the examination is: nobody is told that it is over while a sheet has no lamp. */
export interface Examining {
  pages: number;
  /** `soon`: people wait for it. `slow`: they may go on without it. `stuck`: something is wrong. */
  pace: 'soon' | 'slow' | 'stuck';
  /** After how many seconds a page that shows it looks again. */
  seconds: number;
}

/** Null when every sheet has its lamp. */
export function examiningOf(chosen: readonly ChosenSheet[], now: Date): Examining | null {
  const waiting = chosen.filter(isUnexamined);
  if (waiting.length === 0) return null;
  const pages = waiting.length;
  if (waiting.some((one) => ageOf(one, now) >= stuckMs)) return { pages, pace: 'stuck', seconds: 30 };
  const isSoon = awaited(waiting, now).length > 0;
  return isSoon ? { pages, pace: 'soon', seconds: 1.5 } : { pages, pace: 'slow', seconds: 10 };
}

/** What to do meanwhile, for whoever hands in. */
export const examiningSentences: Record<Examining['pace'], string> = {
  soon: '通常只要几秒，本页会自动更新；没有更新时请刷新。',
  slow: '检查得比平时慢，本页会自动更新。可以再等；不等也可以提交，没有检查完的页由工作人员查看。',
  stuck: '检查停住了，系统会自动再试，一小时内一定有结果。可以先提交，没有检查完的页由工作人员查看；也可以离开本页，稍后再来。',
};

export interface Hint {
  page: number | null;
  sentence: string;
}

/** What the one who hands in has to have seen first. */
export function hintsOf(chosen: readonly ChosenSheet[]): Hint[] {
  return chosen.flatMap(({ page, sheet }): Hint[] => {
    if (sheet.lamp === null) return [{ page, sentence: '这一页还在检查；现在提交，就由工作人员查看。' }];
    return sheet.findings.filter(isHint).map(({ sentence }) => ({ page, sentence }));
  });
}
