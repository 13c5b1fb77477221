import { beforeEach, describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { checkBooks } from '@/lib/ledger/check-books';
import { financeFigures } from '@/lib/payments/finance-queries';
import { lockOrder } from '@/lib/payments/lock-order';
import { approveRefund } from '@/lib/payments/refunds/decide-refund';
import { lockRefund } from '@/lib/payments/refunds/lock-refund';
import { refundOrder, type RefundOrderInput } from '@/lib/payments/refunds/refund-order';
import { financeRefund, refundableFen, refundCounts, refundList } from '@/lib/payments/refunds/refund-queries';
import { refundUnmatched } from '@/lib/payments/refunds/refund-unmatched';
import { lockUnmatched, resolveUnmatched } from '@/lib/payments/resolve-unmatched';
import { type MemoryProvider, memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { financeOf, payDay as now, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';

let applicant: PayingApplicant;
let provider: MemoryProvider;
let cashier: Actor;
let second: Actor;
let neighbour: Actor;

beforeEach(async () => {
  applicant = await payingApplicant();
  provider = memoryProvider();
  provider.name = `memory-${applicant.orderId}`;
  [cashier, second, neighbour] = [await financeOf('jiangsu'), await financeOf('jiangsu'), await financeOf('zhejiang')];
  await payOnline({ ...applicant, provider, now });
});

const pay = async (amountFen: number) =>
  settlePayment({
    told: {
      state: 'paid',
      report: {
        provider: provider.name,
        outTradeNumber: (await applicant.order()).attempts[0]?.outTradeNumber ?? '',
        providerTransactionId: `T-${applicant.orderId}`,
        amountFen,
        paidAt: now,
      },
    },
    now,
  });
const propose = (input: Omit<RefundOrderInput, 'note'>) =>
  inTransaction(async (tx) =>
    refundOrder({ tx, actor: cashier, subject: await lockOrder(tx, applicant.orderId), input: { ...input, note: '依据示例' }, now }),
  );
const ruled = (refundPolicy: object, secondEyesAboveFen: number | null = null) =>
  db.cycle.updateMany({ where: { slug: 'payments-test' }, data: { refundPolicy, secondEyesAboveFen } });

describe('a refund within the rules of the year', () => {
  beforeEach(async () => {
    await pay(10_000);
    await ruled({ rejected: 'full', withdrawn: 'none', text: '' });
  });

  it('is whole where the rule says so, and refused where it says nothing goes back', async () => {
    await expect(propose({ amountFen: 5_000, reason: 'REVIEW_REJECTED' })).rejects.toThrow('全额退还 ¥100.00');
    await expect(propose({ amountFen: 10_000, reason: 'APPLICATION_WITHDRAWN' })).rejects.toThrow('不退费');
    expect(await propose({ amountFen: 10_000, reason: 'REVIEW_REJECTED' })).toMatchObject({ status: 'PROPOSED' });
    expect(await refundableFen(await applicant.order())).toBe(0);
  });

  it('may always be decided by the association, and below its limit at once', async () => {
    await ruled({ rejected: 'none', withdrawn: 'none', text: '' }, 3_000);
    expect(await propose({ amountFen: 3_000, reason: 'STAFF_DECISION' })).toMatchObject({ status: 'APPROVED' });
    expect(await propose({ amountFen: 3_001, reason: 'STAFF_DECISION' })).toMatchObject({ status: 'PROPOSED' });
  });

  it('is listed for its own association alone, until somebody has decided', async () => {
    const refund = await propose({ amountFen: 10_000, reason: 'REVIEW_REJECTED' });
    const listed = async (actor: Actor, view: 'todo' | 'going') =>
      (await refundList(actor, { view, page: 1 })).rows.some(({ id }) => id === refund.id);
    expect([await listed(cashier, 'todo'), await listed(neighbour, 'todo')]).toEqual([true, false]);
    expect([await financeRefund(neighbour, refund.number), await financeRefund(applicant.actor, refund.number)]).toEqual([null, null]);
    const before = await refundCounts(second);
    expect((await financeFigures(second, now)).refunds).toBe(before.proposed + before.byHand + before.failed);
    await inTransaction(async (tx) =>
      approveRefund({ tx, actor: second, subject: await lockRefund(tx, refund.id), input: {}, now }),
    );
    expect([await listed(cashier, 'todo'), await listed(cashier, 'going')]).toEqual([false, true]);
    expect((await refundCounts(second)).proposed).toBe(before.proposed - 1);
  });
});

describe('money of a wrong amount', () => {
  const listed = async () => {
    const [unmatched] = (await applicant.order()).unmatched;
    if (!unmatched) throw new Error('nothing is listed');
    return unmatched;
  };
  const giveBack = async () => {
    const { id } = await listed();
    return inTransaction(async (tx) => {
      const { unmatched } = await lockUnmatched(tx, id);
      await refundUnmatched({ tx, by: cashier, unmatched, note: '付款人多付', now });
    });
  };

  beforeEach(async () => {
    await ruled({});
    await pay(12_345);
  });

  it('goes back only after a second person has looked, and then is settled by nobody else', async () => {
    await giveBack();
    const [refund] = await db.refund.findMany({ where: { orderId: applicant.orderId } });
    expect(refund).toMatchObject({ status: 'PROPOSED', amountFen: 12_345, reason: 'WRONG_AMOUNT' });
    expect(await checkBooks()).toEqual([]);
    const resolve = async () => {
      const { id } = await listed();
      await inTransaction(async (tx) =>
        resolveUnmatched({ tx, actor: cashier, subject: await lockUnmatched(tx, id), input: { unmatchedId: id, outcome: 'KEPT', resolution: '已处理', bankReference: undefined }, now }),
      );
    };
    await expect(resolve()).rejects.toThrow('正在退款');
    await expect(giveBack()).rejects.toThrow('已在退款中');
    await inTransaction(async (tx) =>
      approveRefund({ tx, actor: second, subject: await lockRefund(tx, refund?.id ?? ''), input: {}, now }),
    );
    expect(await db.refund.count({ where: { orderId: applicant.orderId, status: 'APPROVED' } })).toBe(1);
    expect(await checkBooks()).toEqual([]);
  });
});
