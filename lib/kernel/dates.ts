/** All times are shown in Asia/Shanghai, whatever zone the process runs in. */
const format = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Asia/Shanghai',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

interface Parts {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
  second: string;
}

const minute = 60_000;
const hour = 60 * minute;
const dayLength = 24 * hour;

/** 2025年3月3日 23:59 */
export const longDateTime = (at: Date): string => `${longDate(at)} ${clockTime(at)}`;

/** 2025年3月3日 */
export function longDate(at: Date): string {
  const { year, month, day } = beijing(at);
  return `${year}年${Number(month)}月${Number(day)}日`;
}

/** 2025-03-03 23:59 */
export const tableDateTime = (at: Date): string => `${beijingDay(at)} ${clockTime(at)}`;

/** 2025-03-03 */
export const tableDate = (at: Date): string => beijingDay(at);

/** 14:03 */
export function clockTime(at: Date): string {
  const parts = beijing(at);
  return `${parts.hour}:${parts.minute}`;
}

/** The calendar day in Beijing: YYYY-MM-DD. Also right for a DATE column, which arrives as midnight UTC. */
export function beijingDay(at: Date): string {
  const { year, month, day } = beijing(at);
  return `${year}-${month}-${day}`;
}

/** 20250113151111, as in an order number. */
export function beijingStamp(at: Date): string {
  const { year, month, day, hour, minute, second } = beijing(at);
  return year + month + day + hour + minute + second;
}

/** First instant of a day in Beijing. There has been no summer time since 1991. */
export const startOfBeijingDay = (day: string): Date => instant(day, '00:00:00.000');

/** Last instant of a day in Beijing: a window that ends here includes 23:59:59. */
export const endOfBeijingDay = (day: string): Date => instant(day, '23:59:59.999');

/** A day and a clock time as typed by staff: ('2025-03-03', '12:00'). Null when either is not real. */
export function beijingInstant(day: string, time: string): Date | null {
  if (!parsePlainDate(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  return instant(day, `${time}:00.000`);
}

function instant(day: string, time: string): Date {
  if (!parsePlainDate(day)) throw new RangeError(`not a day: ${day}`);
  return new Date(`${day}T${time}+08:00`);
}

/** Inclusive at both ends, and to the end of the last second: 23:59:59.5 is still in time. */
export const isWithin = (at: Date, opens: Date, closes: Date): boolean => at >= opens && !hasPassed(at, closes);

/** Whether the last second of a deadline is over. */
export const hasPassed = (at: Date, deadline: Date): boolean =>
  Math.floor(at.getTime() / 1000) > Math.floor(deadline.getTime() / 1000);

/** 2 天 4 小时; the two largest units, rounded down. */
export function remaining(from: Date, to: Date): string {
  const left = to.getTime() - from.getTime();
  if (left < minute) return left > 0 ? '不到 1 分钟' : '0 分钟';
  const days = Math.floor(left / dayLength);
  const hours = Math.floor((left % dayLength) / hour);
  const minutes = Math.floor((left % hour) / minute);
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分钟` : `${hours} 小时`;
  return `${minutes} 分钟`;
}

/** The same time of day so many days later. There has been no summer time since 1991. */
export const daysLater = (at: Date, days: number): Date => new Date(at.getTime() + days * dayLength);

/** How many days have begun between two instants: what a person loses by being stopped. */
export const daysBegun = (from: Date, to: Date): number => Math.max(0, Math.ceil((to.getTime() - from.getTime()) / dayLength));

/** The corresponding day of a later year; where that year has none (29 February), the last of the month. */
export function yearsLater(day: string, years: number): string {
  const [year = '', ...monthAndDay] = day.split('-');
  const wanted = [String(Number(year) + years).padStart(4, '0'), ...monthAndDay].join('-');
  return parsePlainDate(wanted) ? wanted : wanted.replace(/-29$/, '-28');
}

/** A real calendar day YYYY-MM-DD as midnight UTC, which is how a DATE column is written and read. */
export function parsePlainDate(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const date = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) return null;
  return date;
}

/** Of a DATE column: YYYY-MM-DD. */
export const plainDate = (date: Date): string => date.toISOString().slice(0, 10);

/** 2025年1月20日 from 2025-01-20. */
export function longPlainDate(text: string): string {
  const [year = '', month = '', day = ''] = text.split('-');
  return `${Number(year)}年${Number(month)}月${Number(day)}日`;
}

/** Whole years from one calendar day to another, both YYYY-MM-DD; a birthday counts on the day itself. */
export function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

function beijing(at: Date): Parts {
  const parts: Parts = { year: '', month: '', day: '', hour: '', minute: '', second: '' };
  for (const { type, value } of format.formatToParts(at)) {
    if (type in parts) parts[type as keyof Parts] = value;
  }
  return parts;
}
