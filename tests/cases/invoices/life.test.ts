import { beforeEach, describe, expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { invoiceCounts, ownInvoicedOrder } from '@/lib/invoices/invoice-queries';
import { amendInvoiceInput } from '@/lib/invoices/schema';
import { amendInvoice, askAgain, deleteInvoice } from '@/lib/invoices/request-invoice';
import { askReversal, dropReversal, recordReversed } from '@/lib/invoices/reverse-invoice';
import { keptTitles } from '@/lib/invoices/title-book';
import type { Actor } from '@/lib/kernel/actor';
import { lockOrder } from '@/lib/payments/lock-order';
import { refundOrder } from '@/lib/payments/refunds/refund-order';
import { aNumber, ask, latestInvoice, ownTitle, paid, press, schoolTitle, seller, take, tell } from '@/tests/build/invoices';
import { financeOf, type PayingApplicant, payingApplicant, somebody } from '@/tests/build/paying-applicant';

let applicant: PayingApplicant;
let cashier: Actor;

beforeEach(async () => {
  applicant = await payingApplicant();
  cashier = await financeOf('jiangsu');
});

const invoice = () => latestInvoice(applicant.orderId);
const issued = async (): Promise<string> => {
  await paid(applicant);
  await ask(applicant.actor, applicant.orderId);
  await seller(cashier);
  await take(cashier);
  const number = aNumber();
  await tell(cashier, `${(await invoice()).serial} ${number}`);
  return number;
};

describe('an invoice that is asked for', () => {
  it('before the payment waits with 0.00 until the money is there', async () => {
    await ask(applicant.actor, applicant.orderId);
    expect(await invoice()).toMatchObject({ status: 'REQUESTED', amountFen: 0, title: '陆示例' });
    await seller(cashier);
    await expect(take(cashier)).rejects.toThrow('没有已缴费且待开的发票');
    await paid(applicant);
    expect(await take(cashier)).toMatchObject({ count: 1 });
    expect(await invoice()).toMatchObject({ status: 'ISSUING', amountFen: 10_000 });
  });

  it('can be changed and deleted while it is 未开, and not any more once it has gone out', async () => {
    await paid(applicant);
    await ask(applicant.actor, applicant.orderId);
    const typed = amendInvoiceInput.parse({ invoiceId: (await invoice()).id, ...schoolTitle });
    await press(applicant.actor, typed.invoiceId, 'amend', amendInvoice, typed);
    expect(await invoice()).toMatchObject({ kind: 'COMPANY', title: '示例市第一中学', taxNumber: '12320100DEM0000010' });
    await press(applicant.actor, (await invoice()).id, 'delete', deleteInvoice, {});
    await ask(applicant.actor, applicant.orderId);
    await seller(cashier);
    await take(cashier);
    const { id } = await invoice();
    await expect(press(applicant.actor, id, 'amend', amendInvoice, schoolTitle)).rejects.toThrow('不能再修改或删除');
    await expect(press(applicant.actor, id, 'delete', deleteInvoice, {})).rejects.toThrow('不能再修改或删除');
    await expect(db.invoice.update({ where: { id }, data: { title: '别的抬头' } })).rejects.toThrow('stays as it went out');
    await expect(db.invoice.delete({ where: { id } })).rejects.toThrow('never deleted');
  });

  it('is one for an order, even of two clicks at the same moment', async () => {
    const asked = await Promise.allSettled([1, 2, 3].map(() => ask(applicant.actor, applicant.orderId)));
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.invoice.count({ where: { orderId: applicant.orderId } })).toBe(1);
  });

  it('is nobody else’s: a stranger finds nothing, another association’s finance neither', async () => {
    await ask(applicant.actor, applicant.orderId);
    const { id } = await invoice();
    const stranger = await somebody('APPLICANT', '路人示例');
    await expect(press(stranger, id, 'amend', amendInvoice, ownTitle)).rejects.toThrow();
    await expect(ask(stranger, applicant.orderId)).rejects.toThrow();
    expect(await ownInvoicedOrder(stranger, (await applicant.order()).number)).toBeNull();
    expect(await ownInvoicedOrder(await financeOf('zhejiang'), (await applicant.order()).number)).toBeNull();
  });

  it('keeps its title for the next time, newest first and each once', async () => {
    await ask(applicant.actor, applicant.orderId);
    await press(applicant.actor, (await invoice()).id, 'amend', amendInvoice, schoolTitle);
    await press(applicant.actor, (await invoice()).id, 'amend', amendInvoice, { ...ownTitle, email: 'new@example.com' });
    const kept = await keptTitles(applicant.actor);
    expect(kept.map(({ title, email }) => [title, email])).toEqual(
      expect.arrayContaining([
        ['陆示例', 'new@example.com'],
        ['示例市第一中学', 'school@example.com'],
      ]),
    );
    expect(kept).toHaveLength(2);
  });
});

describe('what the tax client did', () => {
  it('is booked once, however often it is told, and the payer hears of it in his mailbox', async () => {
    const number = await issued();
    const { serial } = await invoice();
    expect(await invoice()).toMatchObject({ status: 'ISSUED', number });
    expect(await tell(cashier, `${serial} ${number}`)).toMatchObject([{ outcome: 'known' }]);
    expect(await tell(cashier, `${serial} ${aNumber()}`)).toMatchObject([{ outcome: 'contradicts' }]);
    expect(await invoice()).toMatchObject({ number });
    const news = await db.message.findMany({ where: { personId: applicant.actor.personId ?? '', template: 'invoice.issued' } });
    expect(news.map(({ channel }) => channel).sort()).toEqual(['MAIL', 'SITE']);
    expect(news[0]?.text).toContain(number);
  });

  it('is refused line by line where it fits nothing', async () => {
    await issued();
    const other = await payingApplicant();
    await paid(other);
    await ask(other.actor, other.orderId);
    await take(cashier);
    const { number } = await invoice();
    const waiting = await latestInvoice(other.orderId);
    const lines = `标题行\nFP000000000000000000 ${aNumber()}\n${waiting.serial} ${number}`;
    expect((await tell(cashier, lines)).map(({ outcome }) => outcome)).toEqual(['unread', 'unknown', 'contradicts']);
    expect(await latestInvoice(other.orderId)).toMatchObject({ status: 'ISSUING' });
    await expect(tell(cashier, '没有流水号')).rejects.toThrow('没有看到流水号');
    await expect(tell(await financeOf('zhejiang'), `${waiting.serial} ${aNumber()}`)).resolves.toMatchObject([{ outcome: 'unknown' }]);
  });

  it('a failure goes back to the payer, who corrects the title', async () => {
    await paid(applicant);
    await ask(applicant.actor, applicant.orderId, schoolTitle);
    await seller(cashier);
    await take(cashier);
    await tell(cashier, `${(await invoice()).serial} 开票失败：税号与名称不符`);
    expect(await invoice()).toMatchObject({ status: 'FAILED', failure: '开票失败:税号与名称不符' });
    await press(applicant.actor, (await invoice()).id, 'ask_again', askAgain, {});
    await press(applicant.actor, (await invoice()).id, 'amend', amendInvoice, ownTitle);
    expect(await take(cashier)).toMatchObject({ count: 1 });
    expect(await invoice()).toMatchObject({ status: 'ISSUING', kind: 'INDIVIDUAL', failure: '' });
  });

  it('needs the settings of who issues', async () => {
    const elsewhere = await financeOf('zhejiang');
    await expect(take(elsewhere)).rejects.toThrow('开票设置');
  });
});

describe('an issued invoice', () => {
  it('is reversed and issued anew with another title, and never are two of them live', async () => {
    await issued();
    const first = await invoice();
    await press(applicant.actor, first.id, 'ask_reversal', askReversal, { reason: '抬头有误', replacement: schoolTitle });
    await expect(ask(applicant.actor, applicant.orderId)).rejects.toThrow('已经申请过发票');
    await expect(press(cashier, first.id, 'record_reversed', recordReversed, { redNumber: first.number ?? '' })).rejects.toThrow('已经登记');
    await press(cashier, first.id, 'record_reversed', recordReversed, { redNumber: aNumber() });
    expect(await db.invoice.findUniqueOrThrow({ where: { id: first.id } })).toMatchObject({ status: 'REVERSED' });
    expect(await invoice()).toMatchObject({ status: 'REQUESTED', title: '示例市第一中学', replacesId: first.id });
    await take(cashier);
    await tell(cashier, `${(await invoice()).serial} ${aNumber()}`);
    expect(await db.invoice.count({ where: { orderId: applicant.orderId, status: { not: 'REVERSED' } } })).toBe(1);
  });

  it('stays as it is when the reversal is dropped', async () => {
    const number = await issued();
    const { id } = await invoice();
    await press(applicant.actor, id, 'ask_reversal', askReversal, { reason: '抬头有误', replacement: null });
    await press(cashier, id, 'drop_reversal', dropReversal, { reason: '抬头无误' });
    expect(await invoice()).toMatchObject({ status: 'ISSUED', number });
  });

  it('of money that has gone back is listed until it is reversed', async () => {
    await issued();
    expect((await invoiceCounts(cashier)).differing).toBe(0);
    const { orderId } = applicant;
    await db.cycle.updateMany({ where: { slug: 'payments-test' }, data: { secondEyesAboveFen: 1_000_000 } });
    const now = new Date('2025-02-11T02:00:00Z');
    await inTransaction(async (tx) =>
      refundOrder({ tx, actor: cashier, subject: await lockOrder(tx, orderId), input: { amountFen: 10_000, reason: 'STAFF_DECISION', note: '依据示例' }, now }),
    );
    expect((await invoiceCounts(cashier)).differing).toBe(1);
    const { id } = await invoice();
    await press(cashier, id, 'ask_reversal', askReversal, { reason: '已退款', replacement: schoolTitle });
    await press(cashier, id, 'record_reversed', recordReversed, { redNumber: aNumber() });
    expect((await invoiceCounts(cashier)).differing).toBe(0);
    // Nothing is left to invoice, so nothing takes its place.
    expect(await db.invoice.count({ where: { orderId, status: { not: 'REVERSED' } } })).toBe(0);
  });
});
