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
    refunds: [],
    attempts: [],
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

  it('lets who has paid ask again where a payment was closed, beside the way to pay', () => {
    const closed = { attempts: [{ status: 'CLOSED' }] };
    expect(orderStep(order(closed), now)).toMatchObject({ canPay: true, asksFirst: false, mayAsk: true });
    expect(orderStep(order({ ...closed, status: 'CLOSED' }), now)).toMatchObject({ canPay: false, mayAsk: true });
    expect(orderStep(order({ ...closed, status: 'PAID' }), now).mayAsk).toBe(false);
  });

  it('asks for the result first while a payment is open', () => {
    const step = orderStep(order({ status: 'PAYING' }), now);
    expect(step.asksFirst).toBe(true);
    expect(step.words).toContain('不要重复付款');
  });

  it('says of money that is going back that nothing is to be done, and never to pay again', () => {
    const unmatched = [{ id: 'u', resolvedAt: null }];
    const going = orderStep(order({ unmatched, refunds: [{ unmatchedId: 'u', status: 'SENT' }] }), now);
    expect([going.canPay, going.words]).toEqual([false, expect.stringContaining('正在退回原付款账户')]);
    const failed = orderStep(order({ unmatched, refunds: [{ unmatchedId: 'u', status: 'FAILED' }] }), now);
    expect([failed.canPay, failed.words]).toEqual([false, expect.stringContaining('财务人员核对')]);
  });

  it('does not call a closed order unpaid when the money came and went back', () => {
    expect(orderStep(order({ status: 'CLOSED' }), now).words).toContain('没有收款');
    const returned = orderStep(order({ status: 'CLOSED', refunds: [{ unmatchedId: 'u', status: 'SUCCEEDED' }] }), now);
    expect(returned.words).toContain('已退回');
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
