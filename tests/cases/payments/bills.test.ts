import { beforeEach, describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { checkBooks } from '@/lib/ledger/check-books';
import { adoptRefund, lockOrderDifference } from '@/lib/payments/bills/adopt-refund';
import { financeBill, listedBills, openDifferences } from '@/lib/payments/bills/bill-queries';
import { bookLine } from '@/lib/payments/bills/book-line';
import { fetchBill } from '@/lib/payments/bills/fetch-bill';
import { lockDifference, resolveDifference } from '@/lib/payments/bills/resolve-difference';
import type { BillLine } from '@/lib/payments/provider';
import { returnByHand } from '@/lib/payments/refunds/decide-refund';
import { lockRefund } from '@/lib/payments/refunds/lock-refund';
import { lockOrder } from '@/lib/payments/lock-order';
import { refundOrder } from '@/lib/payments/refunds/refund-order';
import { sendRefund } from '@/lib/payments/refunds/send-refund';
import { type BillScene, billScene, billDay as day, nextMorning } from '../../build/bill-scene';
import type { MemoryProvider } from '../../build/memory-provider';
import { financeOf, payDay as now, type PayingApplicant } from '../../build/paying-applicant';

let scene: BillScene;
let applicant: PayingApplicant;
let provider: MemoryProvider;
let finance: Actor;
let bills: Record<string, BillLine[] | null>;

beforeEach(async () => {
  scene = await billScene();
  ({ applicant, provider, finance, bills } = scene);
});

const { paidLine, refundLine, strangersLine, pay, run, billOf } = {
  paidLine: (change?: Partial<BillLine>) => scene.paidLine(change),
  refundLine: (change?: Partial<BillLine>) => scene.refundLine(change),
  strangersLine: () => scene.strangersLine(),
  pay: () => scene.pay(),
  run: (at?: Date) => scene.run(at),
  billOf: (of?: string) => scene.billOf(of),
};
const balance = async (account: 'GATEWAY' | 'GATEWAY_COSTS') => {
  const { _sum } = await db.ledgerEntry.aggregate({ where: { provider: provider.name, account }, _sum: { amountFen: true } });
  return _sum.amountFen ?? 0;
};
const refundOf = async (amountFen: number) => {
  await db.cycle.updateMany({ where: { slug: 'payments-test' }, data: { secondEyesAboveFen: 1_000_000 } });
  return inTransaction(async (tx) => {
    const input = { amountFen, reason: 'STAFF_DECISION' as const, note: '示例' };
    return refundOrder({ tx, actor: finance, subject: await lockOrder(tx, applicant.orderId), input, now });
  });
};

describe('the bill of the day before', () => {
  it('books a payment that neither notice nor query told of, and what the provider keeps', async () => {
    bills[day] = [paidLine()];
    expect(await run()).toEqual({ compared: 1, missing: 0, differences: 0, failed: 0 });
    expect((await applicant.order()).status).toBe('PAID');
    expect((await billOf()).lines.map(({ outcome, payeeId }) => [outcome, payeeId])).toEqual([['BOOKED', 'jiangsu']]);
    expect([await balance('GATEWAY'), await balance('GATEWAY_COSTS')]).toEqual([9_940, 60]);
    expect(await checkBooks()).toEqual([]);
  });

  it('finishes a refund that the provider has given back without telling', async () => {
    await pay();
    const refund = await refundOf(4_000);
    bills[day] = [paidLine(), refundLine({ refundNumber: refund.number })];
    await run();
    expect(await db.refund.findUniqueOrThrow({ where: { id: refund.id } })).toMatchObject({ status: 'SUCCEEDED' });
    expect((await billOf()).lines.map(({ outcome }) => outcome).sort()).toEqual(['BOOKED', 'KNOWN']);
    expect([await balance('GATEWAY'), await balance('GATEWAY_COSTS')]).toEqual([5_964, 36]);
    expect(await checkBooks()).toEqual([]);
  });

  it('changes nothing when it is compared again, by one worker or by several at once', async () => {
    bills[day] = [paidLine(), refundLine()];
    await Promise.all([run(), run(), run()]);
    const facts = async () => [await billOf(), await balance('GATEWAY'), await db.ledgerTransaction.count(), await db.auditEvent.count()];
    const before = await facts();
    expect(await run()).toEqual({ compared: 0, missing: 0, differences: 0, failed: 0 });
    await db.providerBill.updateMany({ where: { provider: provider.name }, data: { status: 'FETCHED' } });
    await run();
    const after = await facts();
    expect(after.slice(1, 3)).toEqual(before.slice(1, 3));
    expect((await billOf()).differences).toHaveLength(1);
    expect(await balance('GATEWAY_COSTS')).toBe(36);
  });

  it('goes on where a worker was killed between two lines', async () => {
    bills[day] = [paidLine(), refundLine()];
    const bill = await fetchBill({ provider, day, now: nextMorning });
    const line = await db.billLine.findFirstOrThrow({ where: { billId: bill.id, position: 0 } });
    await bookLine({ line, provider: provider.name, settle: settlePayment, now: nextMorning });
    expect((await billOf()).status).toBe('FETCHED');
    await run();
    expect((await billOf()).status).toBe('COMPARED');
    expect([await balance('GATEWAY'), (await billOf()).differences.length]).toEqual([9_964, 1]);
  });

  it('moves nothing by a refund that was not through, and everything once it is', async () => {
    await pay();
    const refund = await refundOf(4_000);
    provider.refunding = 'processing';
    await sendRefund(refund.id, { provider, now });
    const line = refundLine({ refundNumber: refund.number, providerRefundId: `MR-${refund.number}` });
    bills[day] = [paidLine(), { ...line, state: 'processing' }];
    expect(await run()).toMatchObject({ compared: 1, differences: 0 });
    expect((await billOf()).lines.map(({ outcome }) => outcome).sort()).toEqual(['KNOWN', 'WAITING']);
    expect((await db.refund.findUniqueOrThrow({ where: { id: refund.id } })).status).toBe('SENT');
    expect([await balance('GATEWAY'), await balance('GATEWAY_COSTS')]).toEqual([9_940, 60]);
    bills['2025-02-11'] = [{ ...line, at: new Date('2025-02-11T03:00:00Z') }];
    await run(new Date('2025-02-12T02:10:00Z'));
    expect((await db.refund.findUniqueOrThrow({ where: { id: refund.id } })).status).toBe('SUCCEEDED');
    expect([await balance('GATEWAY'), await balance('GATEWAY_COSTS')]).toEqual([5_964, 36]);
    expect(await checkBooks()).toEqual([]);
  });

  it('takes a refund that failed for one that did not go back', async () => {
    await pay();
    const refund = await refundOf(4_000);
    provider.refunding = 'processing';
    await sendRefund(refund.id, { provider, now });
    bills[day] = [paidLine(), refundLine({ refundNumber: refund.number, state: 'failed' })];
    await run();
    expect(await db.refund.findUniqueOrThrow({ where: { id: refund.id } })).toMatchObject({ status: 'FAILED' });
    expect(await balance('GATEWAY')).toBe(9_940);
  });
});

describe('what a person must look at', () => {
  const kinds = async (of = day) => (await billOf(of)).differences.map(({ kind, oursFen, billFen }) => [kind, oursFen, billFen]);

  it('a payment in our books that is on no bill, until the next bill has it', async () => {
    await pay();
    bills[day] = [strangersLine()];
    await run();
    expect(await kinds()).toEqual([['PAYMENT_NOT_ON_BILL', 10_000, 0]]);
    bills['2025-02-11'] = [paidLine({ at: new Date('2025-02-10T16:00:01Z') })];
    await run(new Date('2025-02-12T02:10:00Z'));
    expect((await billOf()).differences[0]).toMatchObject({ resolvedByName: '系统', resolution: '列在 2025-02-11 的账单中' });
  });

  it('an amount that differs, either way', async () => {
    await pay();
    const refund = await refundOf(4_000);
    await sendRefund(refund.id, { provider, now });
    const given = await db.refund.findUniqueOrThrow({ where: { id: refund.id } });
    await db.refund.update({ where: { id: refund.id }, data: { finishedAt: now } });
    const wrong = refundLine({ refundNumber: refund.number, providerRefundId: given.providerRefundId ?? '', amountFen: 3_999 });
    bills[day] = [paidLine({ amountFen: 9_999 }), wrong];
    await run();
    expect((await kinds()).sort()).toEqual([
      ['AMOUNT_DIFFERS', 10_000, 9_999],
      ['AMOUNT_DIFFERS', 4_000, 3_999],
    ]);
    expect(await checkBooks()).toEqual([]);
  });

  it('a number that is none of ours: money in is listed with the unmatched, money out as a difference', async () => {
    bills[day] = [paidLine({ outTradeNumber: 'elsewhere-1', providerTransactionId: `X-${applicant.orderId}` }), refundLine()];
    await run();
    expect((await billOf()).lines.map(({ outcome }) => outcome).sort()).toEqual(['DIFFERENT', 'UNMATCHED']);
    expect(await db.unmatchedPayment.count({ where: { provider: provider.name, reason: 'UNKNOWN_NUMBER' } })).toBe(1);
    expect(await kinds()).toEqual([['UNKNOWN_REFUND', 0, 4_000]]);
  });

  it('a refund made at the provider’s own desk can be entered as one of the order, once, and nothing is sent again', async () => {
    bills[day] = [paidLine(), refundLine()];
    await run();
    const [difference] = (await billOf()).differences;
    const adopt = () =>
      inTransaction(async (tx) =>
        adoptRefund({ tx, actor: finance, subject: await lockOrderDifference(tx, difference?.id ?? ''), input: { resolution: '在商户后台退款。' }, now: nextMorning }),
      );
    await adopt();
    expect(await applicant.order()).toMatchObject({ status: 'PAID', paidFen: 10_000, refundedFen: 4_000 });
    const [refund] = (await applicant.order()).refunds;
    expect(refund).toMatchObject({ status: 'SUCCEEDED', providerRefundId: difference?.reference, finishedAt: now });
    expect(await sendRefund(refund?.id ?? '', { provider, now: nextMorning })).toBe('repeated');
    expect([provider.refunds.size, await balance('GATEWAY')]).toEqual([0, 5_964]);
    await expect(adopt()).rejects.toThrow('不能登记为订单的退款');
    expect(await checkBooks()).toEqual([]);
  });

  it('a refund that went back twice: by hand, and from the provider after all', async () => {
    await pay();
    const refund = await refundOf(4_000);
    provider.refunding = 'refused';
    await sendRefund(refund.id, { provider, now });
    await inTransaction(async (tx) =>
      returnByHand({ tx, actor: finance, subject: await lockRefund(tx, refund.id), input: { bankReference: `HAND-${applicant.orderId}` }, now }),
    );
    bills[day] = [paidLine(), refundLine({ refundNumber: refund.number })];
    await run();
    expect(await kinds()).toEqual([['GIVEN_TWICE', 4_000, 4_000]]);
    const { id } = await db.billDifference.findFirstOrThrow({ where: { bill: { provider: provider.name } } });
    const settle = (more: Partial<Parameters<typeof resolveDifference>[0]['input']>) =>
      inTransaction(async (tx) =>
        resolveDifference({ tx, actor: finance, subject: await lockDifference(tx, id), input: { resolution: '已联系付款人。', ...more }, now: nextMorning }),
      );
    await expect(settle({})).rejects.toThrow('多退的款项怎么了结');
    await settle({ recovery: 'RECOVERED', bankReference: `BACK-${applicant.orderId}` });
    const entries = await db.ledgerEntry.findMany({ where: { transaction: { key: `difference:given_twice:${id}` } }, orderBy: { id: 'asc' } });
    expect(entries.map(({ account, amountFen }) => [account, amountFen])).toEqual([['GATEWAY', -4_000], ['BANK', 4_000]]);
  });

  it('is settled once, by finance of the payee, with a reason in the audit', async () => {
    await pay();
    bills[day] = [strangersLine()];
    await run();
    const [difference] = (await openDifferences(finance)).filter(({ bill }) => bill.provider === provider.name);
    expect(difference?.orderNumber).toBe((await applicant.order()).number);
    const elsewhere = await openDifferences(await financeOf('zhejiang'));
    expect(elsewhere.filter(({ id }) => id === difference?.id)).toEqual([]);
    const settle = () =>
      inTransaction(async (tx) =>
        resolveDifference({ tx, actor: finance, subject: await lockDifference(tx, difference?.id ?? ''), input: { resolution: '平台确认次日入账。' }, now: nextMorning }),
      );
    await settle();
    await expect(settle()).rejects.toThrow('已由示例财务处理');
    const told = await db.auditEvent.findFirst({ where: { stream: `order:${applicant.orderId}`, name: 'bill_difference_resolved' } });
    expect(told?.note).toContain('平台确认次日入账');
  });

  it('stays as the provider wrote it, even for whoever has the database', async () => {
    bills[day] = [paidLine()];
    await run();
    const [line] = (await billOf()).lines;
    await expect(db.billLine.update({ where: { id: line?.id ?? 0n }, data: { amountFen: 1 } })).rejects.toThrow(/stays as it came/);
    await expect(db.billLine.deleteMany({})).rejects.toThrow();
  });
});

describe('the pages of the bills', () => {
  it('sum up what belongs to the reader, line by line', async () => {
    bills[day] = [paidLine(), refundLine()];
    await run();
    const { id } = await billOf();
    const listed = (await listedBills(finance)).find((bill) => bill.id === id);
    expect(listed).toMatchObject({ paidFen: 10_000, refundedFen: 4_000, feeFen: 36, booked: 1, open: 1 });
    expect((await financeBill(finance, id, 1))?.lines).toHaveLength(2);
    expect((await financeBill(await financeOf('zhejiang'), id, 1))?.lines).toHaveLength(0);
    expect(await financeBill(applicant.actor, id, 1)).toBeNull();
  });
});
