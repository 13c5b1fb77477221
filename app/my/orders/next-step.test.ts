import { describe, expect, it } from 'vitest';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { orderStatusCodes } from '@/lib/payments/labels';
import { orderStep } from './next-step';

const now = new Date('2025-02-10T02:00:00Z');
const order = (change: object) =>
  ({
    status: 'UNPAID',
    expiresAt: new Date('2025-03-03T15:59:59.999Z'),
    unmatched: [],
    ...change,
  }) as unknown as LoadedOrder;

describe('the next step of an order', () => {
  it('asks for money only when nothing has been paid and nothing is unclear', () => {
    const simple = orderStatusCodes.filter((status) => {
      const step = orderStep(order({ status }), now);
      return step.canPay && !step.asksFirst;
    });
    expect(simple).toEqual(['UNPAID']);
  });

  it('asks for the result first while a payment is open', () => {
    const step = orderStep(order({ status: 'PAYING' }), now);
    expect(step.asksFirst).toBe(true);
    expect(step.words).toContain('不要重复付款');
  });

  it('asks nobody to pay while money is being looked at, or after the end', () => {
    expect(orderStep(order({ unmatched: [{ resolvedAt: null }] }), now).canPay).toBe(false);
    expect(orderStep(order({}), new Date('2025-03-03T16:00:00Z'))).toMatchObject({
      canPay: false,
      words: '缴费已截止。',
    });
    expect(orderStep(order({}), new Date('2025-03-03T15:59:59Z')).canPay).toBe(true);
  });
});
