import { parseYuan, plainYuan } from '@/lib/kernel/money';

const eightHours = 8 * 3_600_000;

/** Beijing time, wherever the server stands: the SDK's own stamps are in the time of the process. */
export const writeTime = (at: Date): string =>
  new Date(at.getTime() + eightHours).toISOString().slice(0, 19).replace('T', ' ');

/** Null where it is none. */
export function readTime(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return null;
  const at = new Date(`${text.replace(' ', 'T')}+08:00`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** Yuan with two decimals on the wire, whole fen here. */
export const writeAmount = (amountFen: number): string => plainYuan(amountFen);

/** Null where it is no amount, written as Alipay writes them. */
export const readAmount = (text: string): number | null => (/^\d+\.\d{2}$/.test(text) ? parseYuan(text) : null);
