const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;
const two = (value: number) => String(value).padStart(2, '0');

/** 还剩 2 天 4 小时; in the last hour to the second. Null when the time is up. */
export function timeLeft(milliseconds: number): string | null {
  if (milliseconds <= 0) return null;
  const days = Math.floor(milliseconds / day);
  const hours = Math.floor((milliseconds % day) / hour);
  const minutes = Math.floor((milliseconds % hour) / minute);
  if (days > 0) return `还剩 ${days} 天 ${hours} 小时`;
  if (hours > 0) return `还剩 ${hours} 小时 ${minutes} 分`;
  return `还剩 ${minutes} 分 ${two(Math.floor((milliseconds % minute) / second))} 秒`;
}

/** When the words change next. */
export function nextTick(milliseconds: number): number {
  const unit = milliseconds > day ? hour : milliseconds > hour ? minute : second;
  return (milliseconds % unit) + 20;
}
