import { randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';
import { beijingDay, beijingStamp, parsePlainDate } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { fields } from '@/lib/secrets';
import { issueDay } from './issue-date';
import { invoiceableFen } from './invoiceable';
import type { LoadedInvoice } from './lock-invoice';
import { moveInvoice } from './move-invoice';
import { isAtPlatform } from './policy';
import { isNumberUsed } from './record-outcome';
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

/** Asked for. Whoever has the invoice makes the red one: the platform when it is told, else finance in the tax client. */
export async function askReversal({ tx, actor, subject, input, now }: InvoiceStep<ReversalWish>): Promise<void> {
  const { reason, replacement } = input;
  const wanted = replacement ? { ...titleOf(replacement), mail: fields().seal(replacement.email) } : undefined;
  const set = { reversalReason: reason, wanted, redRequestId: requestIdFor(subject, now) };
  await moveInvoice({ tx, actor, invoice: subject, move: 'ask_reversal', set, note: reason, now });
  await tellPlatform({ tx, subject, now });
}

/** After a refusal, under another request: the platform answers the old one as it did before. */
export async function retryReversal({ tx, actor, subject, now }: InvoiceStep<unknown>): Promise<void> {
  const set = { redRequestId: requestIdFor(subject, now), redFailure: '', askedAt: null };
  await moveInvoice({ tx, actor, invoice: subject, move: 'retry_reversal', set, now });
  await tellPlatform({ tx, subject, now });
}

/** The platform would not make it, and says why: finance tries again, or drops it. */
export const refuseReversal = ({ tx, actor, subject, input, now }: InvoiceStep<{ because: string }>): Promise<void> =>
  moveInvoice({ tx, actor, invoice: subject, move: 'refuse_reversal', set: { redFailure: input.because }, note: input.because, now });

/** The tax client would not, or nobody wants it any more: the blue one stands. */
export async function dropReversal({ tx, actor, subject, input, now }: InvoiceStep<{ reason: string }>): Promise<void> {
  const set = { reversalReason: '', redRequestId: null, redFailure: '' };
  await moveInvoice({ tx, actor, invoice: subject, move: 'drop_reversal', set, note: input.reason, now });
}

const requestIdFor = (subject: LoadedInvoice, now: Date): string | null =>
  isAtPlatform(subject) ? `HC${beijingStamp(now).slice(2)}${String(randomInt(1_000_000)).padStart(6, '0')}` : null;

async function tellPlatform({ tx, subject, now }: Pick<InvoiceStep<unknown>, 'tx' | 'subject' | 'now'>): Promise<void> {
  if (isAtPlatform(subject)) await enqueue(tx, 'invoices.reverse', { invoiceId: subject.id }, { now });
}

/** The red invoice exists; what is to take the blue one's place is asked for at once. */
export async function recordReversed({ tx, actor, subject, input, now }: InvoiceStep<{ redNumber: string; toldAt?: Date }>): Promise<void> {
  const { redNumber } = input;
  if (await isNumberUsed(tx, redNumber)) {
    const sentence = '这个号码已经登记在另一张发票上，请核对。';
    throw new DomainError('NUMBER_USED', sentence, { redNumber: [sentence] });
  }
  const told = input.toldAt ? [beijingDay(input.toldAt)] : [];
  const day = issueDay(told, { earliest: subject.issuedOn ?? now, now }) ?? beijingDay(now);
  const set = { redNumber, reversedAt: now, reversedOn: parsePlainDate(day), redFailure: '' };
  await moveInvoice({ tx, actor, invoice: subject, move: 'record_reversed', set, note: redNumber, toldAt: input.toldAt, now });
  const isReplaced = subject.wanted !== null && invoiceableFen(subject.order) > 0;
  if (isReplaced) {
    const { mail, ...title } = kept.parse(subject.wanted);
    const facts = { ...title, email: fields().open(mail) };
    await writeInvoice({ tx, actor, order: subject.order, facts, replaces: subject, now });
  }
  await tellReversed({ tx, invoice: subject, redNumber, isReplaced, now });
}

const titleOf = ({ kind, title, taxNumber }: TitleFacts) => ({ kind, title, taxNumber });
