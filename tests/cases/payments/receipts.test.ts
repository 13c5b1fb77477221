import { randomInt } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { checkBooks } from '@/lib/ledger/check-books';
import { ledgerRows } from '@/lib/payments/exports/ledger-rows';
import { unmatchedPayments } from '@/lib/payments/finance-queries';
import { closeOrder } from '@/lib/payments/close-order';
import { lockOrder } from '@/lib/payments/lock-order';
import { paidBy } from '@/lib/payments/paid-by';
import { approveRefund, returnByHand } from '@/lib/payments/refunds/decide-refund';
import { lockRefund } from '@/lib/payments/refunds/lock-refund';
import { judgeRefund } from '@/lib/payments/refunds/policy';
import { refundOrder } from '@/lib/payments/refunds/refund-order';
import { refundUnmatched } from '@/lib/payments/refunds/refund-unmatched';
import { lockUnmatched } from '@/lib/payments/resolve-unmatched';
import { judgeUnmatched } from '@/lib/payments/unmatched-policy';
import { financeOf, payDay as now, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';
import { assignTo, enterFound } from '../../build/receipts';
import { confirmTransfer, handIn } from '../../build/transfers';

let applicant: PayingApplicant;
let cashier: Actor;
let second: Actor;
let number: string;

beforeEach(async () => {
  applicant = await payingApplicant();
  [cashier, second] = [await financeOf('jiangsu'), await financeOf('jiangsu')];
  number = `ICBC${randomInt(1e12)}`;
});

const enter = (change: { amount?: string; receivedOn?: string; by?: Actor } = {}) =>
  enterFound({ by: cashier, bankReference: number, ...change });
const assign = async (unmatchedId: string, by = cashier, payer = applicant) =>
  assignTo({ by, unmatchedId, orderNumber: (await payer.order()).number });
const entriesOf = async (unmatchedId: string) => {
  const entries = await db.ledgerEntry.findMany({ where: { unmatchedId }, orderBy: { id: 'asc' } });
  return entries.map(({ account, amountFen }) => `${account} ${amountFen}`);
};
const limit = (transferEyesAboveFen: number | null) => db.cycle.updateMany({ where: { slug: 'payments-test' }, data: { transferEyesAboveFen } });

describe('money on the account that nobody has announced', () => {
  it('is in the books and on the list once, however often and by however many it is entered', async () => {
    const answers = await Promise.all([enter(), enter({ by: second }), enter()]);
    expect(answers.map(({ isNew }) => isNew).sort()).toEqual([false, false, true]);
    const [id = ''] = [...new Set(answers.map(({ receipt }) => receipt.id))];
    expect(await entriesOf(id)).toEqual(['BANK 10000', 'UNMATCHED -10000']);
    expect((await unmatchedPayments(second)).open.map((payment) => payment.id)).toContain(id);
    const period = { from: new Date('2025-02-09T16:00:00Z'), to: new Date('2025-02-10T15:59:59Z') };
    expect((await ledgerRows(cashier, period, 100_000)).flat()).toContain(`receipt:${id}:${number}`);
    expect(await db.auditEvent.count({ where: { name: 'receipt_entered', data: { path: ['unmatchedId'], equals: id } } })).toBe(1);
    await expect(enter({ amount: '99' })).rejects.toThrow('登记在待处理款项 ¥100.00 上');
    await expect(enter({ receivedOn: '2025-02-11' })).rejects.toThrow('不能晚于今天');
    expect(await checkBooks()).toEqual([]);
  });

  it('is seen and settled by finance of that account alone', async () => {
    const { receipt } = await enter();
    const neighbour = await financeOf('zhejiang');
    expect((await unmatchedPayments(neighbour)).open.map(({ id }) => id)).not.toContain(receipt.id);
    expect(judgeUnmatched(neighbour, { unmatched: receipt, order: null }, now)).toEqual({ answer: 'not_yours' });
    await expect(assign(receipt.id, neighbour)).rejects.toThrow();
    expect((await applicant.order()).status).toBe('UNPAID');
  });

  it('pays the order to which it is assigned, once, and tells the application', async () => {
    const { receipt } = await enter();
    const answers = await Promise.allSettled([assign(receipt.id), assign(receipt.id, second)]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const order = await applicant.order();
    expect(order).toMatchObject({ status: 'PAID', paidFen: 10_000 });
    expect(paidBy(order)).toEqual({ provider: 'bank', reference: number });
    expect(await db.application.findUniqueOrThrow({ where: { id: applicant.applicationId } })).toMatchObject({ hasPayment: true });
    expect(await entriesOf(receipt.id)).toEqual(['BANK 10000', 'UNMATCHED -10000', 'UNMATCHED 10000', 'FEES -10000']);
    await expect(assign(receipt.id, cashier, await payingApplicant())).rejects.toThrow('已由示例财务处理');
    expect(await checkBooks()).toEqual([]);
  });

  it('and assigned can be given back as any payment of the order', async () => {
    await assign((await enter()).receipt.id);
    const refund = await inTransaction(async (tx) => {
      const input = { amountFen: 10_000, reason: 'STAFF_DECISION' as const, note: '示例' };
      return refundOrder({ tx, actor: cashier, subject: await lockOrder(tx, applicant.orderId), input, now });
    });
    expect(refund).toMatchObject({ provider: 'bank', providerTransactionId: number, paymentFen: 10_000 });
  });

  it('is assigned to no order of another amount, of another status or that is not there', async () => {
    const { receipt } = await enter({ amount: '90' });
    await expect(assign(receipt.id)).rejects.toThrow('到账 ¥90.00，订单金额是 ¥100.00');
    await expect(assignTo({ by: cashier, unmatchedId: receipt.id, orderNumber: 'coaa028' })).rejects.toThrow('没有这个编号的订单');
    number = `${number}B`;
    const whole = await enter();
    await inTransaction(async (tx) => {
      await closeOrder({ tx, actor: applicant.actor, order: await lockOrder(tx, applicant.orderId), reason: '撤回', now });
    });
    await expect(assign(whole.receipt.id)).rejects.toThrow('订单的状态是“已关闭”');
    expect((await applicant.order()).paidFen).toBe(0);
  });

  it('of a voucher that came later confirms the voucher, which alone could not be', async () => {
    const { receipt } = await enter();
    const voucherId = await handIn(applicant);
    await expect(confirmTransfer({ voucherId, bankReference: number, by: second })).rejects.toThrow('登记在待处理款项 ¥100.00 上');
    await assign(receipt.id);
    expect(await applicant.order()).toMatchObject({ status: 'PAID', vouchers: [{ status: 'CONFIRMED', bankReference: number }] });
  });

  it('above the cycle’s limit pays when a second person has taken it for the same order', async () => {
    const [{ receipt }, other] = [await enter(), await payingApplicant()];
    await limit(9_999);
    try {
      expect(await assign(receipt.id, cashier, other)).toBe('FOUND_FIRST');
      await expect(assign(receipt.id, second)).rejects.toThrow('与第一位财务人员登记的订单不同');
      expect([await assign(receipt.id), await assign(receipt.id)]).toEqual(['FOUND_FIRST', 'FOUND_FIRST']);
      expect((await applicant.order()).status).toBe('UNPAID');
      expect(await assign(receipt.id, second)).toBe('PAID');
      expect([(await applicant.order()).status, (await other.order()).status]).toEqual(['PAID', 'UNPAID']);
    } finally {
      await limit(null);
    }
  });

  it('goes back by hand when a second person agrees, of that association', async () => {
    const { receipt } = await enter({ amount: '12.34' });
    const refund = await inTransaction(async (tx) => {
      const { unmatched } = await lockUnmatched(tx, receipt.id);
      await refundUnmatched({ tx, by: cashier, unmatched, note: '不知是谁付的', now });
      return tx.refund.findFirstOrThrow({ where: { unmatchedId: receipt.id } });
    });
    expect(refund).toMatchObject({ status: 'PROPOSED', payeeId: 'jiangsu', amountFen: 1_234 });
    expect(judgeRefund(await financeOf('zhejiang'), 'approve', { ...refund, order: null })).toEqual({ answer: 'not_yours' });
    await expect(assign(receipt.id)).rejects.toThrow('正在退款');
    const step = { actor: second, now } as const;
    await inTransaction(async (tx) => approveRefund({ tx, ...step, subject: await lockRefund(tx, refund.id), input: {} }));
    const input = { bankReference: `OUT${number}` };
    await inTransaction(async (tx) => returnByHand({ tx, ...step, subject: await lockRefund(tx, refund.id), input }));
    expect(await db.unmatchedPayment.findUniqueOrThrow({ where: { id: receipt.id } })).toMatchObject({ outcome: 'REFUNDED' });
    expect(await checkBooks()).toEqual([]);
  });
});
