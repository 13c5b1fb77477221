import { beijingDay, plainDate } from '@/lib/kernel/dates';

interface Bounds {
  /** No invoice is older than its taking, and no red one older than its blue one. */
  earliest: Date;
  now: Date;
}

/** The one date that was told, where it can be; today where none was told; null where somebody has to look. */
export function issueDay(told: readonly string[], { earliest, now }: Bounds): string | null {
  const today = beijingDay(now);
  const [day = today, ...others] = new Set(told);
  const isPlausible = others.length === 0 && day >= beijingDay(earliest) && day <= today;
  return isPlausible ? day : null;
}

/** Dates as people and programs write them, in any text; what is no day of the calendar is none. */
export function datesIn(text: string): string[] {
  return [...text.matchAll(/(?<!\d)(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/g)].flatMap(([, year, month = '', day = '']) => {
    const name = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    const date = new Date(`${name}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && plainDate(date) === name ? [name] : [];
  });
}
