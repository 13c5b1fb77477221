import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  beijingDay,
  beijingInstant,
  beijingStamp,
  clockTime,
  daysBegun,
  daysLater,
  endOfBeijingDay,
  hasPassed,
  isWithin,
  longDateTime,
  longPlainDate,
  parsePlainDate,
  plainDate,
  remaining,
  startOfBeijingDay,
  tableDateTime,
  wholeYears,
  yearsLater,
} from './dates';

afterEach(() => vi.unstubAllEnvs());

describe.each(['UTC', 'America/New_York', 'Pacific/Kiritimati'])('with the process in %s', (zone) => {
  test('everything is shown in Beijing time', () => {
    vi.stubEnv('TZ', zone);
    const at = new Date('2025-03-03T15:59:59Z');
    expect(longDateTime(at)).toBe('2025年3月3日 23:59');
    expect(tableDateTime(at)).toBe('2025-03-03 23:59');
    expect(clockTime(new Date('2025-03-03T16:00:00Z'))).toBe('00:00');
    expect(beijingDay(new Date('2025-03-03T16:00:00Z'))).toBe('2025-03-04');
    expect(beijingStamp(new Date('2025-01-13T07:11:11Z'))).toBe('20250113151111');
  });

  test('a DATE column reads as its own day', () => {
    vi.stubEnv('TZ', zone);
    const column = parsePlainDate('2025-01-20');
    expect(column && plainDate(column)).toBe('2025-01-20');
    expect(column && beijingDay(column)).toBe('2025-01-20');
  });
});

describe('a window from 20 January to 3 March', () => {
  const opens = startOfBeijingDay('2025-01-20');
  const closes = endOfBeijingDay('2025-03-03');

  test('begins and ends with its last seconds in Beijing', () => {
    expect(opens.toISOString()).toBe('2025-01-19T16:00:00.000Z');
    expect(closes.toISOString()).toBe('2025-03-03T15:59:59.999Z');
    expect(isWithin(new Date('2025-01-19T15:59:59.999Z'), opens, closes)).toBe(false);
    expect(isWithin(opens, opens, closes)).toBe(true);
    expect(isWithin(new Date('2025-03-03T15:59:59.999Z'), opens, closes)).toBe(true);
    expect(isWithin(new Date('2025-03-03T16:00:00Z'), opens, closes)).toBe(false);
  });

  test('a deadline stored as 23:59:59 holds to the end of that second', () => {
    const stored = new Date('2025-03-03T15:59:59Z');
    expect(hasPassed(new Date('2025-03-03T15:59:59.999Z'), stored)).toBe(false);
    expect(hasPassed(new Date('2025-03-03T16:00:00Z'), stored)).toBe(true);
  });
});

test('what remains is said in the two largest units', () => {
  const from = new Date('2025-03-01T11:59:00Z');
  const after = (minutes: number) => remaining(from, new Date(from.getTime() + minutes * 60_000));
  expect(after(2 * 1440 + 4 * 60 + 59)).toBe('2 天 4 小时');
  expect(after(3 * 1440 + 59)).toBe('3 天');
  expect(after(4 * 60 + 12)).toBe('4 小时 12 分钟');
  expect(after(60)).toBe('1 小时');
  expect(after(59)).toBe('59 分钟');
  expect(after(0.5)).toBe('不到 1 分钟');
  expect(after(-5)).toBe('0 分钟');
});

describe('plain dates', () => {
  test('only real days are read', () => {
    expect(parsePlainDate('2024-02-29')?.toISOString()).toBe('2024-02-29T00:00:00.000Z');
    for (const text of ['2025-02-29', '2025-13-01', '2025-1-1', '0000-00-00', '', 'gestern']) {
      expect(parsePlainDate(text)).toBeNull();
    }
  });

  test('a day and a clock time make an instant in Beijing', () => {
    expect(beijingInstant('2025-03-03', '12:00')?.toISOString()).toBe('2025-03-03T04:00:00.000Z');
    expect(beijingInstant('2025-03-03', '24:00')).toBeNull();
    expect(beijingInstant('2025-02-30', '12:00')).toBeNull();
  });

  test('years are whole and a birthday counts on the day itself', () => {
    expect(wholeYears('2000-03-03', '2025-03-02')).toBe(24);
    expect(wholeYears('2000-03-03', '2025-03-03')).toBe(25);
    expect(wholeYears('2004-02-29', '2025-02-28')).toBe(20);
    expect(longPlainDate('2025-01-20')).toBe('2025年1月20日');
  });

  test('every day starts and ends on itself', () => {
    const dates = fc.date({ min: new Date('1992-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(dates, (date) => {
        const day = plainDate(date);
        expect(beijingDay(startOfBeijingDay(day))).toBe(day);
        expect(beijingDay(endOfBeijingDay(day))).toBe(day);
      }),
    );
  });
});

describe('a period of years and of days', () => {
  test.each([
    ['2025-02-10', 3, '2028-02-10'],
    ['2024-02-29', 3, '2027-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2025-12-31', 3, '2028-12-31'],
  ])('%s and %i years is %s', (day, years, expected) => {
    expect(yearsLater(day, years)).toBe(expected);
  });

  test('counts every day that has begun, and none backwards', () => {
    const at = new Date('2025-02-10T02:00:00Z');
    expect(daysBegun(at, at)).toBe(0);
    expect(daysBegun(at, new Date('2025-02-10T02:00:01Z'))).toBe(1);
    expect(daysBegun(at, new Date('2025-02-12T02:00:00Z'))).toBe(2);
    expect(daysBegun(at, new Date('2025-02-01T02:00:00Z'))).toBe(0);
    expect(daysLater(at, 2)).toEqual(new Date('2025-02-12T02:00:00Z'));
  });
});
