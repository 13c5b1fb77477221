import { getDayDetail, getHolidaysInRange } from 'chinese-days';
import { beijingDay, parsePlainDate, plainDate, startOfBeijingDay } from './dates';

export interface WorkingDayResult {
  /** YYYY-MM-DD in Beijing. */
  day: string;
  /** False when a year on the way has no published holiday table yet: then only weekends were left out. */
  holidaysKnown: boolean;
}

const knownYears = new Map<number, boolean>();

/** The n-th working day after the Beijing day of `from`; that day itself does not count. */
export function addWorkingDays(from: Date, count: number): WorkingDayResult {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a number of working days: ${count}`);
  let date = utcMidnight(beijingDay(from));
  let holidaysKnown = true;
  for (let left = count; left > 0; ) {
    date = new Date(date.getTime() + 86_400_000);
    holidaysKnown &&= hasHolidayTable(date.getUTCFullYear());
    if (isWorkingDay(plainDate(date))) left -= 1;
  }
  return { day: plainDate(date), holidaysKnown };
}

/** Last instant of the n-th working day, with whether the holiday tables reached that far. */
export function endOfWorkingDay(from: Date, count: number): { at: Date; holidaysKnown: boolean } {
  const { day, holidaysKnown } = addWorkingDays(from, count);
  return { at: new Date(startOfBeijingDay(day).getTime() + 86_400_000 - 1), holidaysKnown };
}

export function isWorkingDay(day: string): boolean {
  return getDayDetail(day).work;
}

/** The State Council publishes each year's table in the November before. */
export function hasHolidayTable(year: number): boolean {
  const known = knownYears.get(year) ?? getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false).length > 0;
  knownYears.set(year, known);
  return known;
}

function utcMidnight(day: string): Date {
  const date = parsePlainDate(day);
  if (!date) throw new RangeError(`not a day: ${day}`);
  return date;
}
