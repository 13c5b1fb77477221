import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTypedDate, parseTypedMonth } from './typed-date';

describe('parseTypedDate', () => {
  it.each([
    '2025-3-2',
    '2025-03-02',
    '2025年3月2日',
    '2025.3.2',
    '2025/3/2',
    '20250302',
    '２０２５年３月２日',
    ' 2025 - 3 - 2 ',
  ])('reads %s', (typed) => expect(parseTypedDate(typed)).toBe('2025-03-02'));

  it.each([
    '',
    '2025-2-29',
    '2025-13-1',
    '2025-0-1',
    '2025-1-0',
    '25-3-2',
    '202532',
    '2025-3',
    'abc',
    '1850-01-01',
    '2025-3-2-1',
  ])('does not take %s for a day', (typed) => expect(parseTypedDate(typed)).toBeNull());

  it('knows leap years', () => {
    expect(parseTypedDate('20240229')).toBe('2024-02-29');
    expect(parseTypedDate('19000229')).toBeNull();
  });

  it('reads back every day that it writes', () => {
    const days = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, (day) => {
        const text = day.toISOString().slice(0, 10);
        expect(parseTypedDate(text)).toBe(text);
        expect(parseTypedDate(text.replaceAll('-', ''))).toBe(text);
      }),
    );
  });
});

describe('parseTypedMonth', () => {
  it.each(['2025-3', '2025年3月', '202503', '2025.03'])('reads %s', (typed) =>
    expect(parseTypedMonth(typed)).toBe('2025-03'),
  );
  it.each(['2025', '2025-13', '2025-3-2', ''])('does not take %s for a month', (typed) =>
    expect(parseTypedMonth(typed)).toBeNull(),
  );
});
