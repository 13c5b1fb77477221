import { describe, expect, it } from 'vitest';
import { orderStatusCodes, orderStatusLabel } from './labels';
import { orderMoves } from './move-order';

describe('the label of an order', () => {
  it('says that an unpaid one waits for payment, unless the cycle words it', () => {
    expect(orderStatusLabel('UNPAID').label).toBe('未审核（待支付）');
    expect(orderStatusLabel('UNPAID', { orderUnpaid: '未审核(请线下支付)' }).label).toBe('未审核(请线下支付)');
  });

  it('falls back where the cycle’s texts hold nothing to say', () => {
    for (const texts of [null, undefined, [], 'text', {}, { orderUnpaid: ' ' }, { orderUnpaid: 3 }]) {
      expect(orderStatusLabel('UNPAID', texts).label).toBe('未审核（待支付）');
    }
  });

  it('is never that of an unpaid one for other statuses', () => {
    const worded = orderStatusCodes.filter(
      (status) => orderStatusLabel(status, { orderUnpaid: '请付款' }).label === '请付款',
    );
    expect(worded).toEqual(['UNPAID']);
  });
});

describe('the moves of an order', () => {
  it('lead to every status, and nowhere from a closed or refunded one', () => {
    const reached = new Set(Object.values(orderMoves).flat());
    expect(orderStatusCodes.filter((status) => status !== 'UNPAID' && !reached.has(status))).toEqual([]);
    expect([orderMoves.CLOSED, orderMoves.REFUNDED]).toEqual([[], []]);
  });

  it('never take a paid order back to unpaid', () => {
    expect(orderMoves.PAID).toEqual(['REFUNDING']);
  });
});
