import { randomInt } from 'node:crypto';
import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { beijingStamp } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { InvoicedOrderRow, LoadedInvoice } from './lock-invoice';
import { moveInvoice } from './move-invoice';
import { holderOf, keepTitle, titleColumns } from './title-book';
import type { TitleFacts } from './titles';

/** FP + Beijing time to the second, without the century, + six digits. */
export const invoiceSerial = (at: Date, tail: number = randomInt(1_000_000)): string =>
  `FP${beijingStamp(at).slice(2)}${String(tail).padStart(6, '0')}`;

/** Before or after payment: the amount is settled when it goes to the tax client. */
export async function requestInvoice({ tx, actor, subject, input, now }: Step<Transaction, InvoicedOrderRow, TitleFacts>): Promise<void> {
  if (subject.status === 'CLOSED' || subject.status === 'REFUNDED') {
    throw new DomainError('NOTHING_TO_INVOICE', '订单已关闭或已全额退款，没有可以开票的金额。');
  }
  if (subject.invoices.some(({ status }) => status !== 'REVERSED')) {
    throw new DomainError('HAS_INVOICE', '这个订单已经申请过发票，请在列表中查看。');
  }
  await writeInvoice({ tx, actor, order: subject, facts: input, now });
  await keepTitle(tx, holderOf(actor), input, now);
}

interface InvoiceToWrite {
  tx: Transaction;
  actor: Actor;
  order: { id: string; payeeId: string };
  facts: TitleFacts;
  /** What it takes the place of; it is asked for by whoever asked for that one. */
  replaces?: { id: string; requestedById: string; requestedByName: string };
  now: Date;
}

export async function writeInvoice({ tx, actor, order, facts, replaces, now }: InvoiceToWrite): Promise<void> {
  const { requestedById, requestedByName } = replaces ?? { requestedById: actor.personId ?? '', requestedByName: actor.name };
  const requested = { requestedById, requestedByName, requestedAt: now };
  const invoice = await tx.invoice.create({
    data: { serial: invoiceSerial(now), orderId: order.id, payeeId: order.payeeId, ...titleColumns(facts), ...requested, replacesId: replaces?.id },
  });
  const data = { invoiceId: invoice.id, serial: invoice.serial };
  await recordEvent(tx, { stream: `order:${order.id}`, name: 'invoice_requested', actor, at: now, data, isPublic: true });
}

export async function amendInvoice({ tx, actor, subject, input, now }: Step<Transaction, LoadedInvoice, TitleFacts>): Promise<void> {
  await moveInvoice({ tx, actor, invoice: subject, move: 'amend', set: titleColumns(input), now });
  await keepTitle(tx, holderOf(actor), input, now);
}

export const deleteInvoice = ({ tx, actor, subject, now }: Step<Transaction, LoadedInvoice, unknown>): Promise<void> =>
  moveInvoice({ tx, actor, invoice: subject, move: 'delete', now });

/** What the tax client refused goes back to where it can be corrected. */
export const askAgain = ({ tx, actor, subject, now }: Step<Transaction, LoadedInvoice, unknown>): Promise<void> =>
  moveInvoice({ tx, actor, invoice: subject, move: 'ask_again', set: { failure: '', batchId: null, takingSerial: null, amountFen: 0 }, now });
