import { describe, expect, it } from 'vitest';
import { nextTick, timeLeft } from './time-left';

const minute = 60_000;
const hour = 60 * minute;

describe('timeLeft', () => {
  it.each([
    [52 * hour + 5 * minute, '还剩 2 天 4 小时'],
    [24 * hour, '还剩 1 天 0 小时'],
    [4 * hour + 12 * minute, '还剩 4 小时 12 分'],
    [59 * minute + 9000, '还剩 59 分 09 秒'],
    [999, '还剩 0 分 00 秒'],
    [0, null],
    [-5, null],
  ])('%s ms: %s', (milliseconds, words) => expect(timeLeft(milliseconds)).toBe(words));

  it('ticks no more often than the words change', () => {
    expect(nextTick(52 * hour + 5 * minute)).toBe(5 * minute + 20);
    expect(nextTick(10_500)).toBe(520);
  });
});
