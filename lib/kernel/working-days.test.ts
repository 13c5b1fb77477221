import { afterEach, expect, test, vi } from 'vitest';
import { addWorkingDays, endOfWorkingDay, hasHolidayTable, isWorkingDay } from './working-days';

afterEach(() => vi.unstubAllEnvs());

test.each(['UTC', 'America/New_York', 'Pacific/Kiritimati'])('five working days over National Day, in %s', (zone) => {
  vi.stubEnv('TZ', zone);
  // 29 and 30 September, then the holiday to the 8th, the 9th, and the worked Saturday of the 11th.
  expect(addWorkingDays(new Date('2025-09-28T04:00:00Z'), 5)).toEqual({ day: '2025-10-11', holidaysKnown: true });
});

test('the day itself does not count, and a late evening in UTC is already the next day in Beijing', () => {
  expect(addWorkingDays(new Date('2025-03-03T04:00:00Z'), 1).day).toBe('2025-03-04');
  expect(addWorkingDays(new Date('2025-03-03T17:00:00Z'), 1).day).toBe('2025-03-05');
  expect(addWorkingDays(new Date('2025-03-03T04:00:00Z'), 0).day).toBe('2025-03-03');
});

test('a deadline runs to the end of the last working day in Beijing', () => {
  expect(endOfWorkingDay(new Date('2025-03-03T04:00:00Z'), 5)).toEqual({
    at: new Date('2025-03-10T15:59:59.999Z'),
    holidaysKnown: true,
  });
});

test('worked weekends and holidays follow the published table', () => {
  expect(isWorkingDay('2025-01-26')).toBe(true);
  expect(isWorkingDay('2025-01-28')).toBe(false);
});

test('a year without a table leaves out weekends only, and says so', () => {
  expect(hasHolidayTable(2025)).toBe(true);
  expect(hasHolidayTable(2099)).toBe(false);
  expect(addWorkingDays(new Date('2099-01-01T04:00:00Z'), 2)).toEqual({ day: '2099-01-05', holidaysKnown: false });
});

test('a broken count is a bug and throws', () => {
  expect(() => addWorkingDays(new Date(), -1)).toThrow(RangeError);
  expect(() => addWorkingDays(new Date(), 1.5)).toThrow(RangeError);
});
