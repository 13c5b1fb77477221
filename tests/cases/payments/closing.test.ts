import { beforeAll, describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { beijingDay } from '@/lib/kernel/dates';
import { fen } from '@/lib/kernel/money';
import { startOfMonth } from '@/lib/kernel/months';
import { checkBooks } from '@/lib/ledger/check-books';
import { enter } from '@/lib/ledger/enter';
import { reconcileBills } from '@/lib/payments/bills/reconcile-bills';
import { closeMonth } from '@/lib/payments/closing/close-month';
import { financeMonth, listedClosings, monthToClose } from '@/lib/payments/closing/closing-queries';
import { closingSheets } from '@/lib/payments/closing/closing-sheets';
import { closeMonthInput } from '@/lib/payments/closing/schema';
import { lockOrder } from '@/lib/payments/lock-order';
import { enterPayout } from '@/lib/payments/payouts/enter-payout';
import type { BillLine } from '@/lib/payments/provider';
import { refundOrder } from '@/lib/payments/refunds/refund-order';
import { memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { financeOf, payDay, payingApplicant } from '../../build/paying-applicant';

const provider = memoryProvider();
provider.name = 'wechat';
const bills: Record<string, BillLine[]> = {};
provider.dailyBill = async (day) => bills[day] ?? [];
const endOfFebruary = new Date('2025-02-28T15:59:50Z');
const firstOfMarch = new Date('2025-03-01T02:30:00Z');
let finance: Actor;
let neighbour: Actor;

/** Paid at one instant, and booked when somebody told us; on the bill of the day on which it was paid. */
async function paid(paidAt: Date, bookedAt: Date): Promise<string> {
  const applicant = await payingApplicant({ now: paidAt });
  await payOnline({ ...applicant, provider, now: paidAt });
  const outTradeNumber = (await applicant.order()).attempts[0]?.outTradeNumber ?? '';
  const providerTransactionId = `T-${outTradeNumber}`;
  const report = { provider: 'wechat', outTradeNumber, providerTransactionId, amountFen: 10_000, paidAt };
  await settlePayment({ told: { state: 'paid', report }, now: bookedAt });
  const line = { kind: 'payment' as const, outTradeNumber, providerTransactionId, refundNumber: '', providerRefundId: '', amountFen: 10_000, feeFen: 60, at: paidAt, state: 'done' as const };
  bills[beijingDay(paidAt)] = [...(bills[beijingDay(paidAt)] ?? []), line];
  return applicant.orderId;
}

const payout = (arrivedOn: string, amountFen: number, now: Date) =>
  inTransaction((tx) =>
    enterPayout({ tx, actor: finance, subject: { payeeId: 'jiangsu' }, input: { provider: 'wechat', amountFen: fen(amountFen), bankReference: `B${arrivedOn}`, arrivedOn }, now }),
  );
const close = (typed: Partial<Record<'month' | 'statementIn' | 'statementOut' | 'note', string>>, now = firstOfMarch) => {
  const input = closeMonthInput.parse({ month: '2025-02', statementIn: '99.40', statementOut: '0', ...typed });
  return inTransaction((tx) => closeMonth({ tx, actor: finance, subject: { payeeId: 'jiangsu' }, input, now }));
};
const month = async (of: string, actor = finance, now = firstOfMarch) => {
  const found = await financeMonth(actor, { month: of, payeeId: 'jiangsu', now });
  if (!found) throw new Error(`no month ${of}`);
  return found;
};

beforeAll(async () => {
  [finance, neighbour] = [await financeOf('jiangsu'), await financeOf('zhejiang')];
  const first = await paid(payDay, payDay);
  await paid(endOfFebruary, new Date('2025-02-28T16:00:05Z'));
  await reconcileBills({ provider, settle: settlePayment, now: firstOfMarch });
  await payout('2025-02-12', 9_940, firstOfMarch);
  await inTransaction(async (tx) => {
    const input = { amountFen: 4_000, reason: 'STAFF_DECISION' as const, note: '示例' };
    await tx.cycle.updateMany({ data: { secondEyesAboveFen: 1_000_000 } });
    await refundOrder({ tx, actor: finance, subject: await lockOrder(tx, first), input, now: endOfFebruary });
  });
});

describe('the report of a month', () => {
  it('says what stood on each account, what moved and what stands there, and all of it sums to nothing', async () => {
    const { report } = await month('2025-02');
    const row = (account: string) => {
      const found = report.balances.find((balance) => balance.account === account);
      return found && [found.openingFen, found.inFen, found.outFen, found.closingFen];
    };
    expect(row('BANK')).toEqual([0, 9_940, 0, 9_940]);
    expect(row('GATEWAY')).toEqual([0, 10_000, 10_060, -60]);
    expect(row('FEES')).toEqual([0, 4_000, 10_000, -6_000]);
    expect(row('REFUNDS_DUE')).toEqual([0, 0, 4_000, -4_000]);
    expect(report.balances.reduce((sum, { closingFen }) => sum + closingFen, 0)).toBe(0);
    expect(report.movements.find(({ kind, account }) => kind === 'payment' && account === 'FEES')).toMatchObject({ count: 1, amountFen: -10_000 });
  });

  it('lists one by one where books, bills and owed money differ, with the reason', async () => {
    const { report } = await month('2025-02');
    expect(report.bills).toContainEqual({ provider: 'wechat', what: 'PAYMENT', oursFen: 10_000, billFen: 20_000 });
    expect(report.bills).toContainEqual({ provider: 'wechat', what: 'COST', oursFen: 120, billFen: 120 });
    const told = report.differences.map(({ area, oursFen, theirsFen, because }) => [area, oursFen, theirsFen, because]);
    expect(told).toEqual([
      ['bills', null, 10_000, '记账日期为 2025-03-01，记账跨月'],
      ['refunds_due', 4_000, null, '现在的状态：待退款'],
    ]);
    expect(closingSheets(report).map(({ name, columns, rows }) => [name, rows.every((cells) => cells.length === columns.length)])).toEqual([
      ['科目余额', true],
      ['发生额', true],
      ['核对', true],
      ['差异明细', true],
    ]);
  });

  it('says of which day nobody has asked for the bill', async () => {
    const { report } = await month('2025-03', finance, new Date('2025-03-20T02:00:00Z'));
    const missing = report.differences.filter(({ area }) => area === 'missing_bills');
    expect(missing.map(({ reference, because }) => [reference, because])).toEqual([['2025-03-01', '还没有取过这一天的账单']]);
  });

  it('is for those who keep or audit these books alone', async () => {
    expect(await financeMonth(neighbour, { month: '2025-02', payeeId: 'jiangsu', now: firstOfMarch })).toBeNull();
    expect(await financeMonth(finance, { month: '2025-04', payeeId: 'jiangsu', now: firstOfMarch })).toBeNull();
    expect(await financeMonth(finance, { month: '2025-13', payeeId: 'jiangsu', now: firstOfMarch })).toBeNull();
  });
});

describe('a month', () => {
  it('is closed in its turn, when it is over, and with a word about what differs', async () => {
    expect(await monthToClose(finance, firstOfMarch)).toEqual({ month: '2025-02', isOver: true });
    await expect(close({ month: '2025-03', note: '示例' })).rejects.toThrow('请先结 2025年2月 的账');
    await expect(close({ note: '示例' }, endOfFebruary)).rejects.toThrow('还没有结束');
    await expect(close({})).rejects.toThrow('有 2 项差异');
    await expect(close({ statementIn: '100' })).rejects.toThrow('有 3 项差异');
    expect(() => closeMonthInput.parse({ month: '2025-02', statementIn: '', statementOut: '0' })).toThrow('没有就填 0');
  });

  it('waits for what is being entered at the same moment, and has it in its report', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let entered = (): void => undefined;
    const isEntered = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const entry = inTransaction(async (tx) => {
      const entries = [{ account: 'BANK', amountFen: 7 } as const, { account: 'GATEWAY', provider: 'wechat', amountFen: -7 } as const];
      await enter({ tx, key: 'payout:slow', kind: 'payout', payeeId: 'jiangsu', at: payDay, entries });
      entered();
      await held;
    });
    await isEntered;
    const closing = close({ note: '跨月记账，已核对。', statementIn: '99.47' });
    const waiting = () => db.$queryRaw<object[]>`
      SELECT pid FROM pg_locks WHERE "locktype" = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
    await expect.poll(async () => (await waiting()).length).toBe(1);
    release();
    await entry;
    const closed = await closing;
    const { report } = await month('2025-02');
    expect([report.bank.inFen, closed.closedByName]).toEqual([9_947, '示例财务']);
  });

  it('that is closed stays as it was, by whom and when, and shows if somebody changed it', async () => {
    const { report, closing, isNext } = await month('2025-02');
    expect([closing?.isIntact, closing?.note, isNext]).toEqual([true, '跨月记账，已核对。', false]);
    await expect(close({ note: '再结一次' })).rejects.toThrow('已经结账');
    await expect(db.monthClosing.updateMany({ data: { note: '改' } })).rejects.toThrow();
    await expect(db.monthClosing.deleteMany({})).rejects.toThrow();
    expect((await listedClosings(finance)).map(({ month: of }) => of)).toEqual(['2025-02']);
    expect(await listedClosings(neighbour)).toEqual([]);
    const told = await db.auditEvent.findFirst({ where: { name: 'month_closed' } });
    expect(told?.data).toMatchObject({ digest: closing?.digest, month: '2025-02' });
    expect(report.month).toBe('2025-02');
  });

  it('takes no entry any more: what is dated into it is entered in the open month, with its own date beside it', async () => {
    const before = JSON.stringify((await month('2025-02')).report);
    await payout('2025-02-20', 5_000, firstOfMarch);
    const late = await db.ledgerTransaction.findFirst({ where: { kind: 'payout' }, orderBy: { id: 'desc' } });
    expect([late?.at, late?.occurredAt]).toEqual([startOfMonth('2025-03'), new Date('2025-02-19T16:00:00Z')]);
    expect(JSON.stringify((await month('2025-02')).report)).toBe(before);
    const march = await month('2025-03');
    const bank = march.report.balances.find(({ account }) => account === 'BANK');
    expect([bank?.openingFen, bank?.inFen, bank?.closingFen]).toEqual([9_947, 5_000, 14_947]);
    expect([march.isNext, march.isOver]).toEqual([true, false]);
    expect(await checkBooks()).toEqual([]);
  });

  it('cannot be closed to an end of another month, not even by whoever has the database', async () => {
    const wrong = { payeeId: 'zhejiang', month: '2025-02', endsAt: payDay, report: '{}', digest: 'x', closedById: finance.personId ?? '', closedByName: '示例', closedAt: payDay };
    await expect(db.monthClosing.create({ data: wrong })).rejects.toThrow(/MonthClosing_ends_with_month/);
  });
});
