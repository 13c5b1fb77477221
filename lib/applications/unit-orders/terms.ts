import { levelNames, type LevelCode } from '@/lib/catalogue/labels';
import { daysLater } from '@/lib/kernel/dates';

/** What the cycle says of units' orders. */
interface Terms {
  unitOrderDays: number;
  unitOrderGraceDays: number;
}

/**
 * A unit's order is open for some days, and ends before the window does, so that those whom the unit let down can still
 * pay themselves; unless that time has begun already.
 */
export function unitOrderExpires(now: Date, closesAt: Date, { unitOrderDays, unitOrderGraceDays }: Terms): Date {
  const before = daysLater(closesAt, -unitOrderGraceDays);
  const latest = before > now ? before : closesAt;
  const end = daysLater(now, unitOrderDays);
  return end < latest ? end : latest;
}

interface Titled {
  provinceName: string;
  levels: readonly LevelCode[];
}

/** 江苏省初级科技辅导员专业水平认证（3 人）; several levels in one order are not named in its title. */
export function unitOrderTitle({ provinceName, levels }: Titled): string {
  const [first, ...others] = new Set(levels);
  const level = first && others.length === 0 ? levelNames[first] : '';
  return `${provinceName}${level}科技辅导员专业水平认证（${levels.length} 人）`;
}

export interface LeftOut {
  name: string;
  because: string;
}

/** Everybody who could not be taken in, by name and with the reason. */
export const leftOutWords = (people: readonly LeftOut[]): string =>
  people.map(({ name, because }) => `${name}：${because}`).join('');

/** What is said to who has just made an order, or met the one that is there. */
export function madeWords({ isNew, leftOut }: { isNew: boolean; leftOut: readonly LeftOut[] }): string {
  const made = isNew ? '订单已生成，请在有效期内缴费。' : '所选人员已经在这个订单中，没有另外生成。';
  return leftOut.length > 0 ? `${made}未列入：${leftOutWords(leftOut)}` : made;
}
