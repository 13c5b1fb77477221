import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attemptNumber, orderNumber } from './order-number';

describe('order numbers', () => {
  it('are formed as the one in the notice', () => {
    expect(orderNumber(new Date('2025-01-13T07:11:11Z'), 3_040_600)).toBe('coaa028202501131511113040600');
  });

  it('are of Beijing’s day, also just after midnight', () => {
    expect(orderNumber(new Date('2025-03-03T16:00:00Z'), 7)).toBe('coaa028202503040000000000007');
  });

  it('have 28 characters, and with any attempt fit the provider’s 32', () => {
    const times = fc.date({ min: new Date('2024-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(times, fc.nat(9_999_999), fc.integer({ min: 1, max: 999 }), (at, tail, sequence) => {
        const number = orderNumber(at, tail);
        expect(number).toMatch(/^coaa028\d{21}$/);
        expect(attemptNumber(number, sequence)).toMatch(/^[0-9A-Za-z_|*-]{6,32}$/);
      }),
    );
  });
});
