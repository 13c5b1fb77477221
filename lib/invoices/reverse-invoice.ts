import { z } from 'zod';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { fields } from '@/lib/secrets';
import { invoiceableFen } from './invoiceable';
import type { LoadedInvoice } from './lock-invoice';
import { moveInvoice } from './move-invoice';
import { writeInvoice } from './request-invoice';
import { tellReversed } from './tell-payer';
import { titleKinds } from './labels';
import type { TitleFacts } from './titles';

type InvoiceStep<Input> = Step<Transaction, LoadedInvoice, Input>;

const kept = z.object({ kind: z.enum(titleKinds), title: z.string(), taxNumber: z.string(), mail: z.string() });

export interface ReversalWish {
  reason: string;
  /** Of the invoice that takes its place; without it nothing does. */
  replacement: TitleFacts | null;
}

/** Asked for; the red invoice itself is made in the tax client. */
export async function askReversal({ tx, actor, subject, input, now }: InvoiceStep<ReversalWish>): Promise<void> {
  const { reason, replacement } = input;
  const wanted = replacement ? { ...titleOf(replacement), mail: fields().seal(replacement.email) } : undefined;
  await moveInvoice({ tx, actor, invoice: subject, move: 'ask_reversal', set: { reversalReason: reason, wanted }, note: reason, now });
}

/** The tax client would not, or nobody wants it any more: the blue one stands. */
export async function dropReversal({ tx, actor, subject, input, now }: InvoiceStep<{ reason: string }>): Promise<void> {
  await moveInvoice({ tx, actor, invoice: subject, move: 'drop_reversal', set: { reversalReason: '' }, note: input.reason, now });
}

/** The red invoice exists; what is to take the blue one's place is asked for at once. */
export async function recordReversed({ tx, actor, subject, input, now }: InvoiceStep<{ redNumber: string }>): Promise<void> {
  const { redNumber } = input;
  if ((await tx.invoice.count({ where: { OR: [{ number: redNumber }, { redNumber }] } })) > 0) {
    const sentence = '这个号码已经登记在另一张发票上，请核对。';
    throw new DomainError('NUMBER_USED', sentence, { redNumber: [sentence] });
  }
  await moveInvoice({ tx, actor, invoice: subject, move: 'record_reversed', set: { redNumber, reversedAt: now }, note: redNumber, now });
  const isReplaced = subject.wanted !== null && invoiceableFen(subject.order) > 0;
  if (isReplaced) {
    const { mail, ...title } = kept.parse(subject.wanted);
    const facts = { ...title, email: fields().open(mail) };
    await writeInvoice({ tx, actor, order: subject.order, facts, replacesId: subject.id, now });
  }
  await tellReversed({ tx, invoice: subject, redNumber, isReplaced, now });
}

const titleOf = ({ kind, title, taxNumber }: TitleFacts) => ({ kind, title, taxNumber });
