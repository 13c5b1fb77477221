import { randomInt } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { checkBooks } from '@/lib/ledger/check-books';
import { approveRefund } from '@/lib/payments/refunds/decide-refund';
import { lockRefund } from '@/lib/payments/refunds/lock-refund';
import { refundUnmatched } from '@/lib/payments/refunds/refund-unmatched';
import { lockUnmatched, resolveUnmatched } from '@/lib/payments/resolve-unmatched';
import { resolveUnmatchedInput } from '@/lib/payments/schema';
import { financeOf, payDay as now, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';
import { assignTo, enterFound } from '../../build/receipts';
import { confirmTransfer, handIn, refuseTransfer } from '../../build/transfers';

let applicant: PayingApplicant;
let finance: Actor;

beforeEach(async () => {
  applicant = await payingApplicant();
  finance = await financeOf('jiangsu');
});

const giveBack = (id: string) =>
  inTransaction(async (tx) => {
    const { unmatched } = await lockUnmatched(tx, id);
    await refundUnmatched({ tx, by: finance, unmatched, note: '金额不符', now });
  });

describe('two wrong transfers for one order', () => {
  it('both go back, each by a refund of its own', async () => {
    for (const arrived of ['90', '80']) {
      await refuseTransfer({ voucherId: await handIn(applicant), bankReference: `BOC${randomInt(1e12)}`, arrived, by: finance });
    }
    for (const { id } of (await applicant.order()).unmatched) await giveBack(id);
    const refunds = await db.refund.findMany({ where: { orderId: applicant.orderId } });
    expect(refunds.map(({ amountFen }) => amountFen).sort()).toEqual([8_000, 9_000]);
    expect(new Set(refunds.map(({ number }) => number)).size).toBe(2);
    expect(await checkBooks()).toEqual([]);
  });
});

describe('a wrong transfer that a person settles', () => {
  const settle = async (typed: { outcome: string; bankReference?: string }) => {
    const [{ id = '' } = {}] = (await applicant.order()).unmatched;
    const input = resolveUnmatchedInput.parse({ unmatchedId: id, resolution: '已查清', ...typed });
    await inTransaction(async (tx) => resolveUnmatched({ tx, actor: finance, subject: await lockUnmatched(tx, id), input, now }));
    const entries = await db.ledgerEntry.findMany({ where: { unmatchedId: id }, orderBy: { id: 'asc' } });
    return entries.map(({ account, amountFen }) => `${account} ${amountFen}`);
  };
  const arrived = ['BANK 9000', 'UNMATCHED -9000'];
  let number: string;

  beforeEach(async () => {
    number = `BOC${randomInt(1e12)}`;
    await refuseTransfer({ voucherId: await handIn(applicant), bankReference: number, arrived: '90', by: finance });
  });
  afterEach(async () => {
    expect(await checkBooks()).toEqual([]);
  });

  it('was given back elsewhere: the bank has less, under a number of its own', async () => {
    await expect(settle({ outcome: 'RETURNED' })).rejects.toThrow('请填写退还这笔款项的银行流水号');
    await expect(settle({ outcome: 'RETURNED', bankReference: number })).rejects.toThrow('这个银行流水号已用于订单');
    expect(await settle({ outcome: 'RETURNED', bankReference: `${number}O` })).toEqual([...arrived, 'UNMATCHED 9000', 'BANK -9000']);
    await expect(settle({ outcome: 'KEPT' })).rejects.toThrow('已由示例财务处理');
  });

  it('is kept: it is neither owed nor a fee', async () => {
    expect(await settle({ outcome: 'KEPT' })).toEqual([...arrived, 'UNMATCHED 9000', 'SUNDRY -9000']);
  });

  it('never was there: the books forget it, and its number is free', async () => {
    expect(await settle({ outcome: 'NOT_ARRIVED' })).toEqual([...arrived, 'UNMATCHED 9000', 'BANK -9000']);
    const { receipt, isNew } = await enterFound({ by: finance, bankReference: number, amount: '91' });
    expect([receipt.amountFen, isNew]).toEqual([9_100, true]);
  });
});

describe('a transfer for an order that needs no more money', () => {
  it('is owed back as soon as a person agrees, without anybody proposing it', async () => {
    const voucherId = await handIn(applicant);
    await db.$transaction([
      db.paymentVoucher.update({ where: { id: voucherId }, data: { status: 'WITHDRAWN' } }),
      db.order.update({ where: { id: applicant.orderId }, data: { status: 'UNPAID' } }),
    ]);
    const { receipt } = await enterFound({ by: finance, bankReference: `ONE${randomInt(1e12)}` });
    await assignTo({ by: finance, unmatchedId: receipt.id, orderNumber: (await applicant.order()).number });
    await db.paymentVoucher.update({ where: { id: voucherId }, data: { status: 'UPLOADED' } });
    expect(await confirmTransfer({ voucherId, bankReference: `TWO${randomInt(1e12)}`, by: finance })).toEqual({ settled: false, because: 'DUPLICATE' });
    const refunds = await db.refund.findMany({ where: { orderId: applicant.orderId } });
    expect(refunds).toMatchObject([{ status: 'PROPOSED', reason: 'DUPLICATE', amountFen: 10_000, proposedById: null }]);
    await inTransaction(async (tx) =>
      approveRefund({ tx, actor: finance, subject: await lockRefund(tx, refunds[0]?.id ?? ''), input: {}, now }),
    );
    expect(await applicant.order()).toMatchObject({ status: 'PAID', paidFen: 10_000, refundedFen: 0 });
    expect(await checkBooks()).toEqual([]);
  });
});
