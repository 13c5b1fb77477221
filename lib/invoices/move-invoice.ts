import { recordEvent } from '@/lib/audit/record-event';
import type { Invoice, Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Actor } from '@/lib/kernel/actor';
import { type InvoiceMove, moveOf } from './lifecycle';

const events: Record<InvoiceMove, string> = {
  amend: 'invoice_amended',
  delete: 'invoice_deleted',
  take: 'invoice_taken',
  record_issued: 'invoice_issued',
  record_failed: 'invoice_failed',
  record_issued_late: 'invoice_issued_late',
  ask_again: 'invoice_asked_again',
  ask_reversal: 'invoice_reversal_asked',
  drop_reversal: 'invoice_reversal_dropped',
  refuse_reversal: 'invoice_reversal_refused',
  retry_reversal: 'invoice_reversal_retried',
  record_reversed: 'invoice_reversed',
};

interface Moving {
  tx: Transaction;
  actor: Actor;
  invoice: Pick<Invoice, 'id' | 'orderId' | 'serial' | 'status'>;
  move: InvoiceMove;
  set?: Prisma.InvoiceUncheckedUpdateManyInput;
  note?: string;
  /** When the platform says that it happened. */
  toldAt?: Date;
  now: Date;
}

/** The only writer of an invoice's status: by the table, from the status that was read, with its event. */
export async function moveInvoice({ tx, actor, invoice, move, set, note, toldAt, now }: Moving): Promise<void> {
  const { from, to, otherwise } = moveOf(move);
  if (!from.includes(invoice.status)) throw new DomainError('NOT_NOW', otherwise);
  const where = { id: invoice.id, status: invoice.status };
  const { count } = to
    ? await tx.invoice.updateMany({ where, data: { ...set, status: to } })
    : await tx.invoice.deleteMany({ where });
  if (count !== 1) throw new DomainError('MOVED_MEANWHILE', '发票的状态刚刚有变化，请刷新后再试。');
  await recordEvent(tx, {
    stream: `order:${invoice.orderId}`,
    name: events[move],
    actor,
    at: now,
    from: invoice.status,
    to: to ?? undefined,
    note,
    data: { invoiceId: invoice.id, serial: invoice.serial, ...(toldAt ? { toldAt: toldAt.toISOString() } : {}) },
    isPublic: true,
  });
}
