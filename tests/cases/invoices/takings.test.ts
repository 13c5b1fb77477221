import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { batchSheet } from '@/lib/invoices/batch-sheet';
import { exportInvoices } from '@/lib/invoices/export-invoices';
import { invoiceCounts } from '@/lib/invoices/invoice-queries';
import { amendInvoice, askAgain } from '@/lib/invoices/request-invoice';
import { askReversal, recordReversed } from '@/lib/invoices/reverse-invoice';
import type { Actor } from '@/lib/kernel/actor';
import { plainDate } from '@/lib/kernel/dates';
import { financeMonth } from '@/lib/payments/closing/closing-queries';
import { lockOrder } from '@/lib/payments/lock-order';
import { refundOrder } from '@/lib/payments/refunds/refund-order';
import { aNumber, ask, latestInvoice, ownTitle, paid, press, schoolTitle, seller, take, tell } from '../../build/invoices';
import { financeOf, payDay as now, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';

let applicant: PayingApplicant;
let cashier: Actor;

beforeEach(async () => {
  applicant = await payingApplicant();
  cashier = await financeOf('jiangsu');
  await paid(applicant);
  await ask(applicant.actor, applicant.orderId);
  await seller(cashier);
  await take(cashier);
});

const invoice = () => latestInvoice(applicant.orderId);
const later = (days: number) => new Date(now.getTime() + days * 86_400_000);
const outcomes = async (lines: string, at = now) => (await tell(cashier, lines, at)).map(({ outcome }) => outcome);

describe('a line without a number', () => {
  it('is no failure: the invoice stays where it is, and finance is told', async () => {
    expect(await outcomes(`${(await invoice()).serial}\t陆示例\t100.00`)).toEqual(['numberless']);
    expect(await invoice()).toMatchObject({ status: 'ISSUING', failure: '' });
  });

  it('that was a failure may get its number after all, once, with its event', async () => {
    const { id, serial } = await invoice();
    await tell(cashier, `${serial} 开票失败`);
    const number = aNumber();
    expect(await outcomes(`${serial} ${number}`)).toEqual(['issued']);
    expect(await invoice()).toMatchObject({ status: 'ISSUED', number, failure: '' });
    expect(await outcomes(`${serial} ${number}`)).toEqual(['known']);
    const events = await db.auditEvent.findMany({ where: { stream: `order:${applicant.orderId}`, name: 'invoice_issued_late' } });
    expect(events.map(({ fromStatus, toStatus, data }) => [fromStatus, toStatus, (data as { invoiceId: string }).invoiceId])).toEqual([['FAILED', 'ISSUED', id]]);
  });
});

describe('a result of an earlier taking', () => {
  it('is listed and changes nothing, before and after the invoice has gone out again', async () => {
    const { id, serial } = await invoice();
    await tell(cashier, `${serial} 开票失败：抬头有误`);
    await press(applicant.actor, id, 'ask_again', askAgain, {});
    await press(applicant.actor, id, 'amend', amendInvoice, schoolTitle);
    expect(await outcomes(`${serial} ${aNumber()}`)).toEqual(['outdated']);
    await take(cashier, later(1));
    expect(await outcomes(`${serial} ${aNumber()}\n${serial} 开票失败：税号不符`, later(1))).toEqual(['outdated', 'outdated']);
    expect(await invoice()).toMatchObject({ status: 'ISSUING', number: null });
  });

  it('is another one than that of the present, which the spreadsheet names', async () => {
    const { id, serial } = await invoice();
    await tell(cashier, `${serial} 开票失败：抬头有误`);
    await press(applicant.actor, id, 'ask_again', askAgain, {});
    const { number: batch } = await take(cashier, later(1));
    const sheet = await batchSheet(cashier, batch, later(1));
    const { takingSerial } = await invoice();
    expect(sheet?.rows.map(([first]) => first)).toContain(takingSerial);
    expect(takingSerial).not.toBe(serial);
    expect(await outcomes(`${takingSerial} ${aNumber()}`, later(1))).toEqual(['issued']);
  });
});

describe('the date of an invoice', () => {
  it('is the one that the tax client tells, not that of the record, and the month’s report goes by it', async () => {
    const march = new Date('2025-03-03T02:00:00Z');
    expect(await outcomes(`${(await invoice()).serial} ${aNumber()} 2025-02-27`, march)).toEqual(['issued']);
    const { issuedOn, issuedAt } = await invoice();
    expect([issuedOn && plainDate(issuedOn), issuedAt]).toEqual(['2025-02-27', march]);
    const own = async (month: string) => {
      const wish = { month, payeeId: 'jiangsu', now: new Date('2025-04-02T02:00:00Z') };
      return (await financeMonth(cashier, wish))?.report.invoices?.billedFen ?? 0;
    };
    expect(await own('2025-02')).toBeGreaterThanOrEqual(10_000);
  });

  it('is asked for again where it cannot be', async () => {
    const { serial } = await invoice();
    const lines = ['2025-02-09', '2025-02-12', '2025-02-10 2025-02-11'].map((dates) => `${serial} ${aNumber()} ${dates}`);
    expect(await outcomes(lines.join('\n'), later(1))).toEqual(['date_unclear', 'date_unclear', 'date_unclear']);
    expect(await invoice()).toMatchObject({ status: 'ISSUING' });
  });
});

it('every invoice of the period is exported, to its own association alone', async () => {
  const number = aNumber();
  await tell(cashier, `${(await invoice()).serial} ${number}`);
  const wish = { from: now, to: later(1), most: 100_000 };
  const own = async (actor: Actor) => {
    const table = await exportInvoices(actor, wish);
    return { width: table?.columns.length, rows: (table?.rows ?? []).filter((row) => row.includes(number)) };
  };
  const { width, rows } = await own(cashier);
  expect(rows.map((row) => [row.length, row[4], row[6], row[7], row[11]])).toEqual([[width, '陆示例', { fen: 10_000 }, '已开', '2025-02-10']]);
  expect((await own(await financeOf('zhejiang'))).rows).toEqual([]);
  expect(await exportInvoices(cashier, { ...wish, most: 0 })).toBeNull();
});

describe('money that goes back while the invoice is being made', () => {
  it('shows once the invoice is there, until it is reversed and made anew with what is left', async () => {
    await db.cycle.updateMany({ where: { slug: 'payments-test' }, data: { secondEyesAboveFen: 1_000_000 } });
    const input = { amountFen: 4_000, reason: 'STAFF_DECISION' as const, note: '依据示例' };
    await inTransaction(async (tx) => refundOrder({ tx, actor: cashier, subject: await lockOrder(tx, applicant.orderId), input, now }));
    const before = (await invoiceCounts(cashier)).differing;
    await tell(cashier, `${(await invoice()).serial} ${aNumber()}`);
    const first = await invoice();
    expect([first.amountFen, (await invoiceCounts(cashier)).differing]).toEqual([10_000, before + 1]);
    await press(applicant.actor, first.id, 'ask_reversal', askReversal, { reason: '已退款', replacement: ownTitle });
    await press(cashier, first.id, 'record_reversed', recordReversed, { redNumber: aNumber() });
    await take(cashier, later(1));
    await tell(cashier, `${(await invoice()).serial} ${aNumber()}`, later(1));
    expect(await invoice()).toMatchObject({ status: 'ISSUED', amountFen: 6_000 });
    expect((await invoiceCounts(cashier)).differing).toBe(before);
    const invoices = await db.invoice.findMany({ where: { orderId: applicant.orderId } });
    const blueLessRed = invoices.reduce((sum, { number, redNumber, amountFen }) => sum + (number ? amountFen : 0) - (redNumber ? amountFen : 0), 0);
    const { paidFen, refundedFen } = await applicant.order();
    expect(blueLessRed).toBe(paidFen - refundedFen);
  });
});
