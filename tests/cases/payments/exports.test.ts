import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { beijingDay, endOfBeijingDay, startOfBeijingDay } from '@/lib/kernel/dates';
import { moneyOfDay } from '@/lib/payments/desk-queries';
import { type BookKind, exportTable } from '@/lib/payments/exports/export-tables';
import { recordExport } from '@/lib/payments/exports/record-export';
import { exportInput, exportKinds } from '@/lib/payments/exports/schema';
import { lockOrder } from '@/lib/payments/lock-order';
import { enterPayout } from '@/lib/payments/payouts/enter-payout';
import { enterPayoutInput } from '@/lib/payments/payouts/schema';
import { refundOrder } from '@/lib/payments/refunds/refund-order';
import { sendRefund } from '@/lib/payments/refunds/send-refund';
import { memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { financeOf, payDay as now, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';

let applicant: PayingApplicant;
let finance: Actor;
let neighbour: Actor;
let place: string;

beforeAll(async () => {
  applicant = await payingApplicant();
  [finance, neighbour] = [await financeOf('jiangsu'), await financeOf('zhejiang')];
  await db.cycle.updateMany({ data: { secondEyesAboveFen: 1_000_000 } });
  const provider = memoryProvider();
  place = `memory-${applicant.orderId}`;
  provider.name = place;
  await payOnline({ ...applicant, provider, now });
  const outTradeNumber = (await applicant.order()).attempts[0]?.outTradeNumber ?? '';
  const report = { provider: place, outTradeNumber, providerTransactionId: `T-${applicant.orderId}`, amountFen: 10_000, paidAt: now };
  await settlePayment({ told: { state: 'paid', report }, now });
  const input = { amountFen: 2_505, reason: 'STAFF_DECISION' as const, note: '=示例' };
  const refund = await inTransaction(async (tx) =>
    refundOrder({ tx, actor: finance, subject: await lockOrder(tx, applicant.orderId), input, now }),
  );
  await sendRefund(refund.id, { provider, now });
});

const bookKinds = exportKinds.filter((kind): kind is BookKind => kind !== 'invoices');
const period = { from: startOfBeijingDay(beijingDay(now)), to: endOfBeijingDay(beijingDay(now)) };
const rowsOf = async (actor: Actor, kind: BookKind) => (await exportTable(actor, kind, period))?.rows ?? [];
const mine = async (actor: Actor, kind: BookKind) => {
  const { number } = await applicant.order();
  return (await rowsOf(actor, kind)).filter((row) => row.some((cell) => cell === number));
};

describe('what finance staff take away as a table', () => {
  it('is every order, payment, refund and entry of the period, with money in fen until it is written', async () => {
    expect((await mine(finance, 'orders')).map((row) => row.slice(4, 7))).toEqual([[{ fen: 10_000 }, { fen: 10_000 }, { fen: 2_505 }]]);
    expect((await mine(finance, 'payments')).map((row) => row.slice(4))).toEqual([[place, { fen: 10_000 }, `T-${applicant.orderId}`]]);
    expect((await mine(finance, 'refunds')).map((row) => [row[3], row[6], row[9]])).toEqual([[{ fen: 2_505 }, '=示例', '已退款']]);
    const ledger = await mine(finance, 'ledger');
    const sum = (column: number) => ledger.reduce((all, row) => all + ((row[column] as { fen: number } | null)?.fen ?? 0), 0);
    expect([ledger.length, sum(6), sum(7)]).toEqual([6, 15_010, 15_010]);
  });

  it('is every transfer and every settlement, with what became of it', async () => {
    const [fileId, by] = [randomUUID(), { uploadedById: applicant.actor.personId ?? '', uploadedAt: now }];
    const voucher = { orderId: applicant.orderId, fileId, payerName: '陆示例', paidOn: new Date('2025-02-09'), amountFen: 10_000 };
    await db.paymentVoucher.create({ data: { ...voucher, ...by, status: 'REFUSED', decidedByName: '示例财务', decidedAt: now, note: '没有到账' } });
    const bankReference = `EXPORT${applicant.orderId.slice(-12).toUpperCase()}`;
    const input = enterPayoutInput.parse({ provider: 'wechat', amount: '99.40', bankReference, arrivedOn: '2025-02-10' });
    await inTransaction((tx) => enterPayout({ tx, actor: finance, subject: { payeeId: 'jiangsu' }, input, now }));
    const [transfer] = await mine(finance, 'vouchers');
    expect(transfer?.slice(2, 6)).toEqual(['陆示例', '2025-02-09', { fen: 10_000 }, '已退回']);
    expect(transfer?.at(-1)).toBe('没有到账');
    const payouts = (await rowsOf(finance, 'payouts')).filter(([number]) => number === bankReference);
    expect(payouts.map((row) => row.slice(1, 5))).toEqual([['2025-02-10', '微信支付', { fen: 9_940 }, finance.name]]);
    expect((await rowsOf(neighbour, 'payouts')).filter(([number]) => number === bankReference)).toEqual([]);
  });

  it('has a cell for every column', async () => {
    for (const kind of bookKinds) {
      const table = await exportTable(finance, kind, period);
      for (const row of table?.rows ?? []) expect(row).toHaveLength(table?.columns.length ?? 0);
    }
  });

  it('is nothing for finance of another association, for applicants, and outside the period', async () => {
    for (const kind of bookKinds) {
      expect(await mine(neighbour, kind)).toEqual([]);
      if (kind !== 'orders' && kind !== 'vouchers') expect(await rowsOf(applicant.actor, kind)).toEqual([]);
    }
    const before = { from: new Date('2024-01-01T00:00:00Z'), to: new Date('2024-01-02T00:00:00Z') };
    expect((await exportTable(finance, 'ledger', before))?.rows).toEqual([]);
  });

  it('is asked for with real days in order, and kept in the audit', async () => {
    const asked = { table: 'ledger', from: '2025-02-10', to: '20250210', format: 'csv' };
    const input = exportInput.parse(asked);
    expect(exportInput.safeParse({ ...asked, to: '2025-02-09' }).error?.issues[0]?.message).toBe('结束日期不能早于开始日期。');
    await recordExport(finance, input, { rows: 6, now });
    const [event] = await db.auditEvent.findMany({ where: { name: 'finance_exported', actorId: finance.personId } });
    expect(event?.note).toBe('账簿分录 2025-02-10 至 2025-02-10，6 行');
  });
});

it('the money of today is counted by where it lies, for its own association', async () => {
  const today = async (actor: Actor) => (await moneyOfDay(actor, now)).find((row) => row.place === place);
  expect(await today(finance)).toEqual({ place, inFen: 10_000, inCount: 1, outFen: 2_505, outCount: 1 });
  expect(await today(neighbour)).toBeUndefined();
  expect(await moneyOfDay(applicant.actor, now)).toEqual([]);
});
