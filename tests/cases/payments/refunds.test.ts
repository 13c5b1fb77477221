import { beforeEach, describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { checkBooks } from '@/lib/ledger/check-books';
import { closeOrder } from '@/lib/payments/close-order';
import { lockOrder } from '@/lib/payments/lock-order';
import { approveRefund, retryRefund, returnByHand, withdrawRefund } from '@/lib/payments/refunds/decide-refund';
import { enterRefund } from '@/lib/payments/refunds/enter-refund';
import { lockRefund } from '@/lib/payments/refunds/lock-refund';
import { refundOrder } from '@/lib/payments/refunds/refund-order';
import { refundCounts } from '@/lib/payments/refunds/refund-queries';
import { reconcileRefunds, sendRefund } from '@/lib/payments/refunds/send-refund';
import { type MemoryProvider, memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import {
  financeOf,
  payDay as now,
  type PayingApplicant,
  payingApplicant,
  somebody,
} from '../../build/paying-applicant';

let applicant: PayingApplicant;
let provider: MemoryProvider;
let cashier: Actor;
let second: Actor;

beforeEach(async () => {
  applicant = await payingApplicant();
  provider = memoryProvider();
  provider.name = `memory-${applicant.orderId}`;
  cashier = await somebody('FINANCE', '示例财务甲');
  second = await somebody('FINANCE', '示例财务乙');
  await payOnline({ ...applicant, provider, now });
});

const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const number = async () => (await applicant.order()).attempts[0]?.outTradeNumber ?? '';
const pay = async (transaction = 'T1') =>
  settlePayment({
    told: {
      state: 'paid',
      report: {
        provider: provider.name,
        outTradeNumber: await number(),
        providerTransactionId: `${transaction}-${applicant.orderId}`,
        amountFen: 10_000,
        paidAt: now,
      },
    },
    now,
  });
const refunds = () => db.refund.findMany({ where: { orderId: applicant.orderId }, orderBy: { proposedAt: 'asc' } });
const first = async () => {
  const [refund] = await refunds();
  if (!refund) throw new Error('no refund');
  return refund;
};
const send = async () => sendRefund((await first()).id, { provider, now });
const decide = async <Input>(use: (step: { tx: Transaction; actor: Actor; subject: Awaited<ReturnType<typeof lockRefund>>; input: Input; now: Date }) => Promise<void>, actor: Actor, input: Input) => {
  const { id } = await first();
  return inTransaction(async (tx) => use({ tx, actor, subject: await lockRefund(tx, id), input, now }));
};
const propose = (amountFen: number, actor = cashier) =>
  inTransaction(async (tx) => {
    const subject = await lockOrder(tx, applicant.orderId);
    await refundOrder({ tx, actor, subject, input: { amountFen, reason: 'STAFF_DECISION', note: '活动取消' }, now });
  });
const balanceOf = async (account: 'GATEWAY' | 'FEES' | 'UNMATCHED' | 'REFUNDS_DUE' | 'BANK') => {
  const { _sum } = await db.ledgerEntry.aggregate({ where: { orderId: applicant.orderId, account }, _sum: { amountFen: true } });
  return _sum.amountFen ?? 0;
};

describe('money that came after the order was closed', () => {
  beforeEach(async () => {
    await inTransaction(async (tx) => {
      const order = await lockOrder(tx, applicant.orderId);
      await closeOrder({ tx, actor: applicant.actor, order, reason: '超过缴费时间', now });
    });
    await pay();
  });

  it('is owed at once, and given back without anybody asking', async () => {
    expect(await first()).toMatchObject({ status: 'APPROVED', reason: 'LATE_SUCCESS', amountFen: 10_000 });
    expect([await balanceOf('UNMATCHED'), await balanceOf('REFUNDS_DUE')]).toEqual([0, -10_000]);
    expect(await db.outboxJob.count({ where: { kind: 'payments.send-refund', payload: { path: ['refundId'], equals: (await first()).id } } })).toBe(1);
    expect(await send()).toBe('given');
    expect(await first()).toMatchObject({ status: 'SUCCEEDED' });
    expect([await balanceOf('GATEWAY'), await balanceOf('REFUNDS_DUE')]).toEqual([0, 0]);
    const [listed] = (await applicant.order()).unmatched;
    expect(listed?.resolution).toContain('已退款');
    expect(await checkBooks()).toEqual([]);
  });

  it('is given back once, however often it is sent, asked for and told', async () => {
    await Promise.all([send(), send(), send()]);
    const report = [...provider.refunds.values()][0];
    if (!report) throw new Error('nothing was refunded');
    const told = await Promise.all(Array.from({ length: 5 }, () => inTransaction((tx) => enterRefund({ tx, report, now }))));
    expect(new Set(told)).toEqual(new Set(['repeated']));
    expect(provider.refunds.size).toBe(1);
    expect(await db.ledgerTransaction.count({ where: { key: { contains: (await first()).number } } })).toBe(2);
    expect(await balanceOf('GATEWAY')).toBe(0);
  });

  it('waits for a provider who does not answer, and for one who takes his time', async () => {
    provider.isSilent = true;
    await expect(send()).rejects.toThrow('payment provider');
    await reconcileRefunds({ provider, now: later(2) });
    expect((await first()).status).toBe('APPROVED');
    provider.isSilent = false;
    provider.refunding = 'processing';
    expect(await reconcileRefunds({ provider, now: later(4) })).toMatchObject({ waiting: 1 });
    expect((await first()).status).toBe('SENT');
    const report = [...provider.refunds.values()][0];
    if (report) provider.refunds.set(report.refundNumber, { ...report, state: 'succeeded', finishedAt: later(5) });
    expect(await reconcileRefunds({ provider, now: later(6) })).toMatchObject({ given: 1 });
    expect(await checkBooks()).toEqual([]);
  });

  it('is listed for finance with a sentence where the provider’s account holds too little, and can be sent again', async () => {
    const { refund } = provider;
    provider.refund = async () => ({ answer: 'refused', code: 'NOT_ENOUGH' });
    expect(await send()).toBe('failed');
    expect(await first()).toMatchObject({ status: 'FAILED', failure: expect.stringContaining('账户余额不足') });
    expect((await refundCounts(await financeOf('jiangsu'))).failed).toBeGreaterThan(0);
    provider.refund = refund;
    await decide(retryRefund, cashier, {});
    expect(await send()).toBe('given');
  });

  it('keeps no other refund waiting when it cannot be looked after', async () => {
    provider.refunding = 'processing';
    await send();
    provider.refunds.clear();
    expect(await reconcileRefunds({ provider, now: later(2) })).toMatchObject({ broken: 1 });
    expect((await first()).status).toBe('SENT');
  });

  it('stays owed where the provider refuses, until it is sent again or transferred by hand', async () => {
    provider.refunding = 'refused';
    expect(await send()).toBe('failed');
    expect([(await first()).status, await balanceOf('REFUNDS_DUE')]).toEqual(['FAILED', -10_000]);
    await decide(retryRefund, cashier, {});
    expect(await send()).toBe('failed');
    await decide(returnByHand, cashier, { bankReference: `HAND${applicant.orderId}` });
    expect([(await first()).status, await balanceOf('REFUNDS_DUE'), await balanceOf('BANK')]).toEqual(['SUCCEEDED', 0, -10_000]);
    expect(await checkBooks()).toEqual([]);
  });
});

describe('what was paid on an order', () => {
  beforeEach(async () => {
    await pay();
  });

  it('is given back in full only after a second person has looked', async () => {
    await propose(10_000);
    expect([(await first()).status, (await applicant.order()).status]).toEqual(['PROPOSED', 'PAID']);
    await expect(decide(approveRefund, cashier, {})).rejects.toThrow('提出人以外');
    await decide(approveRefund, second, {});
    expect(await applicant.order()).toMatchObject({ status: 'REFUNDING', refundedFen: 10_000, paidFen: 10_000 });
    await send();
    expect((await applicant.order()).status).toBe('REFUNDED');
    expect([await balanceOf('FEES'), await balanceOf('GATEWAY')]).toEqual([0, 0]);
    const told = await db.message.findMany({ where: { personId: applicant.actor.personId, template: 'payment.refunded' } });
    expect(told[0]?.text).toContain('已退款 ¥100.00');
    expect(await checkBooks()).toEqual([]);
  });

  it('in part leaves the order paid, and never more than was paid goes back', async () => {
    await db.cycle.updateMany({ data: { secondEyesAboveFen: 5_000 } });
    await propose(4_000);
    await send();
    expect(await applicant.order()).toMatchObject({ status: 'PAID', refundedFen: 4_000 });
    await expect(propose(6_001)).rejects.toThrow('最多还能退 ¥60.00');
    await propose(6_000);
    await expect(propose(1)).rejects.toThrow('没有可退的款项');
    await db.cycle.updateMany({ data: { secondEyesAboveFen: null } });
  });

  it('stays where it is when the proposal is withdrawn', async () => {
    await propose(10_000);
    await decide(withdrawRefund, cashier, { reason: '申请人改变主意' });
    expect([(await first()).status, (await applicant.order()).refundedFen]).toEqual(['WITHDRAWN', 0]);
    expect(await balanceOf('FEES')).toBe(-10_000);
  });

  it('a decision by two people at once is made once', async () => {
    await propose(10_000);
    const third = await somebody('FINANCE', '示例财务丙');
    const answers = await Promise.allSettled([second, third].map((actor) => decide(approveRefund, actor, {})));
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await applicant.order()).refundedFen).toBe(10_000);
  });
});
