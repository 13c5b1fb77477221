import { expect, test } from 'vitest';
import { beijingMonth, endOfMonth, isMonth, longMonth, nextMonth, startOfMonth } from './months';

test('a month is a whole one of the Beijing calendar, and the next begins where it ends', () => {
  expect([startOfMonth('2025-02'), endOfMonth('2025-02')].map((at) => at.toISOString())).toEqual([
    '2025-01-31T16:00:00.000Z',
    '2025-02-28T16:00:00.000Z',
  ]);
  expect(beijingMonth(new Date('2025-01-31T16:00:00.000Z'))).toBe('2025-02');
  expect(beijingMonth(new Date('2025-01-31T15:59:59.999Z'))).toBe('2025-01');
  expect([nextMonth('2024-12'), nextMonth('2025-09')]).toEqual(['2025-01', '2025-10']);
  expect(longMonth('2025-02')).toBe('2025年2月');
});

test('what is no month is none', () => {
  expect(['2025-02', '2025-13', '2025-00', '2025-2', '25-02', ''].map(isMonth)).toEqual([true, false, false, false, false, false]);
});
