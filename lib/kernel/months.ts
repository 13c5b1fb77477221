import { beijingDay, startOfBeijingDay } from './dates';

/** A month of the Beijing calendar: 2025-02. */
export const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

export const beijingMonth = (at: Date): string => beijingDay(at).slice(0, 7);

export const startOfMonth = (month: string): Date => startOfBeijingDay(`${month}-01`);

export function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

/** First instant after the month. */
export const endOfMonth = (month: string): Date => startOfMonth(nextMonth(month));

/** 2025年2月 */
export function longMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${year}年${number}月`;
}
