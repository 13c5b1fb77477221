import { expect, test } from 'vitest';
import { dueDays } from './due-days';

const at = (text: string) => new Date(`${text}+08:00`);

test('a bill is due at ten in the morning of the next day, in Beijing', () => {
  expect(dueDays('2025-02-10', at('2025-02-11T09:59:59'))).toEqual([]);
  expect(dueDays('2025-02-10', at('2025-02-11T10:00:00'))).toEqual(['2025-02-10']);
  expect(dueDays('2025-02-10', at('2025-02-13T00:30:00'))).toEqual(['2025-02-10', '2025-02-11']);
});

test('no bill is asked for from before the first payment, nor from longer ago than it is kept', () => {
  expect(dueDays('2025-03-01', at('2025-02-28T12:00:00'))).toEqual([]);
  const days = dueDays('2024-01-01', at('2025-02-28T12:00:00'));
  expect([days.length, days[0], days.at(-1)]).toEqual([90, '2024-11-30', '2025-02-27']);
});
