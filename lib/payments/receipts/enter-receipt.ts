import { recordEvent } from '@/lib/audit/record-event';
import type { UnmatchedPayment } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { beijingDay, parsePlainDate, plainDate } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import { yuan } from '@/lib/kernel/money';
import type { Step } from '@/lib/kernel/step';
import { insistFreeReference, takeBankReference, usedReference } from '../bank-reference';
import { bookUnmatched } from '../book-payment';
import type { EnterReceiptInput } from './schema';

type ReceiptStep = Step<Transaction, { payeeId: string }, EnterReceiptInput>;

/** Money on the association's account that nobody has announced: in the books and on the list, once by the bank's number. */
export async function enterReceipt(step: ReceiptStep): Promise<{ receipt: UnmatchedPayment; isNew: boolean }> {
  const { tx, actor, subject, input, now } = step;
  if (input.receivedOn > beijingDay(now)) {
    const sentence = '到账日期不能晚于今天。';
    throw new DomainError('NOT_YET_ARRIVED', sentence, { receivedOn: [sentence] });
  }
  const { payeeId } = subject;
  // One at a time, so that two people cannot both find the number free.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`bank:${payeeId}:${input.bankReference}`}, 11))`;
  const known = await knownReceipt(step);
  if (known) return { receipt: known, isNew: false };
  await insistFreeReference({ tx, payeeId, reference: input.bankReference });
  const receipt = await tx.unmatchedPayment.create({ data: rowOf(step) });
  await takeBankReference({ tx, payeeId, reference: input.bankReference, use: 'RECEIPT', subjectId: receipt.id, now });
  await bookUnmatched(tx, receipt);
  await recordEvent(tx, {
    stream: 'system',
    name: 'receipt_entered',
    actor,
    at: now,
    note: `到账 ${yuan(input.amountFen)}，付款户名 ${input.payerName}`,
    data: { unmatchedId: receipt.id, payeeId, ...input },
  });
  return { receipt, isNew: true };
}

function rowOf({ actor, subject, input, now }: ReceiptStep) {
  const receivedOn = parsePlainDate(input.receivedOn);
  if (!receivedOn || !actor.personId) throw new Error('a receipt without a day or a person');
  const { bankReference: providerTransactionId, amountFen, payerName, note } = input;
  const by = { enteredById: actor.personId, enteredByName: actor.name, arrivedAt: now };
  const reason = 'UNCLAIMED' as const;
  return { provider: 'bank', providerTransactionId, payeeId: subject.payeeId, amountFen, reason, payerName, receivedOn, note, ...by };
}

/** The same receipt entered again changes nothing; another one under its number is a mistake. */
async function knownReceipt({ tx, subject, input }: ReceiptStep): Promise<UnmatchedPayment | null> {
  const used = await usedReference({ tx, payeeId: subject.payeeId, reference: input.bankReference });
  if (used?.use !== 'RECEIPT') return null;
  const known = await tx.unmatchedPayment.findUniqueOrThrow({ where: { id: used.subjectId } });
  const day = known.receivedOn && plainDate(known.receivedOn);
  const isSame = known.providerTransactionId === input.bankReference && known.amountFen === input.amountFen && day === input.receivedOn;
  return isSame ? known : null;
}
