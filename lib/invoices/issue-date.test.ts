import { expect, it } from 'vitest';
import { datesIn, issueDay } from './issue-date';

const bounds = { earliest: new Date('2025-02-10T02:00:00Z'), now: new Date('2025-02-12T16:30:00Z') };

it('takes the date that was told, and today where none was', () => {
  expect(issueDay(['2025-02-11'], bounds)).toBe('2025-02-11');
  expect(issueDay(['2025-02-10', '2025-02-10'], bounds)).toBe('2025-02-10');
  expect(issueDay([], bounds)).toBe('2025-02-13');
});

it('takes none from before the taking or after today, and none of two', () => {
  for (const told of [['2025-02-09'], ['2025-02-14'], ['2025-02-10', '2025-02-11']]) expect(issueDay(told, bounds)).toBeNull();
});

it('reads dates as people write them, and no other digits', () => {
  expect(datesIn('2025-02-10 2025/2/3 2025年12月1日 2025.02.28')).toEqual(['2025-02-10', '2025-02-03', '2025-12-01', '2025-02-28']);
  expect(datesIn('2025-02-30 12025-02-10 25322000000012345678 2025-02-101')).toEqual([]);
});
