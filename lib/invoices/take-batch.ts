import { randomInt } from 'node:crypto';
import type { InvoiceSeller } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';
import { beijingStamp } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { lockInvoicedOrder } from './lock-invoice';
import { moveInvoice } from './move-invoice';
import { invoiceableFen } from './invoiceable';
import { invoiceSerial } from './request-invoice';
import { insistOnPlatform } from './tax/platform';

export interface TakenBatch {
  number: string;
  count: number;
  isByPlatform: boolean;
}

/** What one spreadsheet holds at most. */
export const mostInBatch = 500;

/** Takes everything that is asked for and paid: from now on it is in other hands, with the amount of this moment. */
export async function takeBatch({ tx, actor, subject, now }: Step<Transaction, { payeeId: string }, unknown>): Promise<TakenBatch> {
  const { payeeId } = subject;
  const seller = await insistOnSeller(tx, payeeId);
  const isByPlatform = seller.way === 'PLATFORM';
  if (isByPlatform) insistOnPlatform();
  const batch = await writeBatch({ tx, actor, seller, now });
  let count = 0;
  for (const { id, orderId } of await waitingInvoices(tx, payeeId, actor.personId ?? '')) {
    const order = await lockInvoicedOrder(tx, orderId);
    const invoice = order.invoices.find((one) => one.id === id);
    const amountFen = invoiceableFen(order);
    if (invoice?.status !== 'REQUESTED' || amountFen <= 0) continue;
    const takingSerial = await noteTaking({ tx, invoice, batchId: batch.id, now });
    await moveInvoice({ tx, actor, invoice, move: 'take', set: { amountFen, batchId: batch.id, takingSerial }, note: batch.number, now });
    if (isByPlatform) await enqueue(tx, 'invoices.issue', { invoiceId: invoice.id }, { now });
    count += 1;
  }
  if (count === 0) throw new DomainError('NOTHING_TO_TAKE', '没有已缴费且待开的发票。');
  return { number: batch.number, count, isByPlatform };
}

interface Taking {
  tx: Transaction;
  invoice: { id: string; serial: string; payeeId: string };
  batchId: string;
  now: Date;
}

/** Another serial for every time, so that an old result is never read as one about a title that was changed since. */
async function noteTaking({ tx, invoice, batchId, now }: Taking): Promise<string> {
  const { id: invoiceId, payeeId } = invoice;
  const isFirst = (await tx.invoiceTaking.count({ where: { invoiceId } })) === 0;
  const serial = isFirst ? invoice.serial : invoiceSerial(now);
  await tx.invoiceTaking.create({ data: { serial, invoiceId, payeeId, batchId, takenAt: now } });
  return serial;
}

async function insistOnSeller(tx: Transaction, payeeId: string): Promise<InvoiceSeller> {
  const seller = await tx.invoiceSeller.findUnique({ where: { payeeId } });
  if (seller) return seller;
  throw new DomainError('NO_SELLER', '请先在“开票设置”中填写项目名称、税收分类编码和税率，再取出待开发票。');
}

type Writing = Pick<Step<Transaction, unknown, unknown>, 'tx' | 'actor' | 'now'> & { seller: InvoiceSeller };

const writeBatch = ({ tx, actor, seller, now }: Writing) =>
  tx.invoiceBatch.create({
    data: {
      number: `KP${beijingStamp(now).slice(2)}${String(randomInt(10_000)).padStart(4, '0')}`,
      payeeId: seller.payeeId,
      itemName: seller.itemName,
      itemCode: seller.itemCode,
      taxRate: seller.taxRate,
      way: seller.way,
      sellerTaxNumber: seller.taxNumber,
      madeById: actor.personId ?? '',
      madeByName: actor.name,
      madeAt: now,
    },
  });

/** The oldest first; nobody takes the invoice of his own money. */
function waitingInvoices(tx: Transaction, payeeId: string, personId: string): Promise<{ id: string; orderId: string }[]> {
  const others = { personId: { not: personId }, items: { none: { personId } } };
  return tx.invoice.findMany({
    where: { payeeId, status: 'REQUESTED', order: { ...others, status: { in: ['PAID', 'REFUNDING'] } } },
    select: { id: true, orderId: true },
    orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    take: mostInBatch,
  });
}
