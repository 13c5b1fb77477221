import { hasPassed, isWithin, longDateTime } from '@/lib/kernel/dates';
import { type Judgement, notYet, yes } from '@/lib/kernel/judgement';

interface Windowed {
  applyOpensAt: Date;
  applyClosesAt: Date;
}

export type WindowState = 'before' | 'open' | 'after';

export function windowState(cycle: Windowed, now: Date): WindowState {
  if (isWithin(now, cycle.applyOpensAt, cycle.applyClosesAt)) return 'open';
  return hasPassed(now, cycle.applyClosesAt) ? 'after' : 'before';
}

interface StartableLevel {
  isOpen: boolean;
  feeFen: number | null;
  cycle: Windowed & { name: string; status: 'DRAFT' | 'PUBLISHED' | 'ARCHIVED' };
}

/** Whether anybody at all can start an application for a level now, or else why not. */
export function judgeStart({ isOpen, feeFen, cycle }: StartableLevel, now: Date): Judgement {
  const state = windowState(cycle, now);
  if (cycle.status !== 'PUBLISHED') return notYet('这个年度还没有发布。');
  if (state === 'before') return notYet(`申报将于 ${longDateTime(cycle.applyOpensAt)} 开始，现在还不能申报。`);
  if (state === 'after') return notYet(`申报已于 ${longDateTime(cycle.applyClosesAt)} 截止。`);
  if (feeFen === null) return notYet('这个级别的费用尚未公布，公布后才能开放申报。');
  return isOpen ? yes : notYet('这个级别暂未开放申报。');
}
