import { levelNames, type LevelCode } from '@/lib/catalogue/labels';
import { daysLater } from '@/lib/kernel/dates';

/** How many a unit pays for at once; more go into another order. */
export const mostInOrder = 100;

const validDays = 7;
/** Before the payment window closes, those whom the unit let down still have this long to pay themselves. */
const graceDays = 1;

/** A unit's order is open for a week, and ends a day before the window does, unless that day has begun already. */
export function unitOrderExpires(now: Date, closesAt: Date): Date {
  const before = daysLater(closesAt, -graceDays);
  const latest = before > now ? before : closesAt;
  const week = daysLater(now, validDays);
  return week < latest ? week : latest;
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
