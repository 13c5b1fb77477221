import type { z } from 'zod';
import { recordEvent } from '@/lib/audit/record-event';
import type { Payout } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { beijingDay, parsePlainDate, plainDate, startOfBeijingDay } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import { yuan } from '@/lib/kernel/money';
import type { Step } from '@/lib/kernel/step';
import { enter } from '@/lib/ledger/enter';
import { takeBankReference, usedReference } from '../bank-reference';
import { providerLabels } from '../labels';
import type { enterPayoutInput } from './schema';

type Input = z.output<typeof enterPayoutInput>;
type PayoutStep = Step<Transaction, { payeeId: string }, Input>;

/** The provider has transferred what he held: found on the bank's statement, entered once by the bank's number. */
export async function enterPayout(step: PayoutStep): Promise<{ payout: Payout; isNew: boolean }> {
  const { tx, actor, subject, input, now } = step;
  insistOnFacts(input, now);
  // One at a time, so that two people cannot both find the number free.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`bank:${subject.payeeId}:${input.bankReference}`}, 11))`;
  const known = await knownPayout(step);
  if (known) return { payout: known, isNew: false };
  const payout = await tx.payout.create({ data: rowOf(step) });
  await takeBankReference({ tx, payeeId: subject.payeeId, reference: input.bankReference, use: 'PAYOUT', subjectId: payout.id, now });
  await bookPayout(tx, payout);
  await recordEvent(tx, {
    stream: 'system',
    name: 'payout_entered',
    actor,
    at: now,
    note: `${providerLabels[input.provider] ?? input.provider}结算到账 ${yuan(input.amountFen)}`,
    data: { payoutId: payout.id, payeeId: subject.payeeId, ...input },
  });
  return { payout, isNew: true };
}

function rowOf({ actor, subject, input, now }: PayoutStep) {
  const { provider, amountFen, bankReference } = input;
  const arrivedOn = parsePlainDate(input.arrivedOn);
  if (!arrivedOn || !actor.personId) throw new Error('a payout without a day or a person');
  const by = { enteredById: actor.personId, enteredByName: actor.name, enteredAt: now };
  return { payeeId: subject.payeeId, provider, amountFen, bankReference, arrivedOn, ...by };
}

function insistOnFacts({ arrivedOn }: Input, now: Date): void {
  if (arrivedOn <= beijingDay(now)) return;
  const sentence = '到账日期不能晚于今天。';
  throw new DomainError('NOT_YET_ARRIVED', sentence, { arrivedOn: [sentence] });
}

/** The same transfer entered again changes nothing; another one under its number is a mistake. */
async function knownPayout({ tx, subject, input }: PayoutStep): Promise<Payout | null> {
  const used = await usedReference({ tx, payeeId: subject.payeeId, reference: input.bankReference });
  if (used?.use !== 'PAYOUT') return null;
  const known = await tx.payout.findUniqueOrThrow({ where: { id: used.subjectId } });
  const isSame = known.provider === input.provider && known.amountFen === input.amountFen && plainDate(known.arrivedOn) === input.arrivedOn;
  return isSame ? known : null;
}

async function bookPayout(tx: Transaction, { id, payeeId, provider, amountFen, arrivedOn, enteredById }: Payout): Promise<void> {
  await enter({
    tx,
    key: `payout:${id}`,
    kind: 'payout',
    payeeId,
    at: startOfBeijingDay(plainDate(arrivedOn)),
    actorId: enteredById,
    entries: [
      { account: 'BANK', amountFen },
      { account: 'GATEWAY', provider, amountFen: -amountFen },
    ],
  });
}
