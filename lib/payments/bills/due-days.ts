import { beijingDay, beijingInstant, daysLater, startOfBeijingDay } from '@/lib/kernel/dates';

/** From this time of the next day on, a provider should have the bill. */
const readyAt = '10:00';
/** Older bills are no longer given out. */
const mostDays = 90;

/** The days whose bill there should be by now, the earliest first. */
export function dueDays(firstDay: string, now: Date): string[] {
  const days: string[] = [];
  for (let back = mostDays; back >= 1; back--) {
    const day = beijingDay(daysLater(now, -back));
    if (day >= firstDay && isReady(day, now)) days.push(day);
  }
  return days;
}

function isReady(day: string, now: Date): boolean {
  const next = beijingDay(daysLater(startOfBeijingDay(day), 1));
  const ready = beijingInstant(next, readyAt);
  return ready !== null && now >= ready;
}
