import type { z } from 'zod';
import { recordEvent } from '@/lib/audit/record-event';
import type { UnmatchedPayment } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { type Entry, enter, type LedgerKind, moneyAt } from '@/lib/ledger/enter';
import { takeBankReference } from './bank-reference';
import type { SettlingOutcome } from './labels';
import { type LoadedOrder, lockOrder } from './lock-order';
import type { resolveUnmatchedInput } from './schema';
import { tellResolved } from './tell-payer';

export interface LockedUnmatched {
  unmatched: UnmatchedPayment;
  /** Null for money that names no order of ours. */
  order: LoadedOrder | null;
}

export async function lockUnmatched(tx: Transaction, id: string): Promise<LockedUnmatched> {
  const rows = await tx.$queryRaw<{ orderId: string | null }[]>`
    SELECT "orderId" FROM "UnmatchedPayment" WHERE id = ${id}::uuid`;
  const [row] = rows;
  if (!row) throw new NotFoundError('unmatched payment');
  const order = row.orderId ? await lockOrder(tx, row.orderId) : null;
  await tx.$queryRaw`SELECT id FROM "UnmatchedPayment" WHERE id = ${id}::uuid FOR UPDATE`;
  return { unmatched: await tx.unmatchedPayment.findUniqueOrThrow({ where: { id } }), order };
}

export async function insistUnsettled(tx: Transaction, { id, resolvedAt, resolvedByName }: UnmatchedPayment): Promise<void> {
  if (resolvedAt) throw new DomainError('RESOLVED', `这笔款项已由${resolvedByName ?? '他人'}处理，请刷新后再看。`);
  if ((await tx.refund.count({ where: { unmatchedId: id, status: { not: 'WITHDRAWN' } } })) > 0)
    throw new DomainError('REFUNDING', '这笔款项正在退款，退回后会自动登记；要另行处理，请先撤销退款。');
}

type Resolution = Step<Transaction, LockedUnmatched, z.output<typeof resolveUnmatchedInput>>;

/** A person has settled it and says how; the entry stays, and what became of the money is booked. */
export async function resolveUnmatched(step: Resolution): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  const { unmatched, order } = subject;
  await insistUnsettled(tx, unmatched);
  await bookOutcome(step);
  await tx.unmatchedPayment.update({
    where: { id: unmatched.id },
    data: {
      resolvedAt: now,
      resolvedById: actor.personId,
      resolvedByName: actor.name,
      resolution: input.resolution,
      outcome: input.outcome,
    },
  });
  await recordEvent(tx, {
    stream: unmatched.orderId ? `order:${unmatched.orderId}` : 'system',
    name: 'unmatched_resolved',
    actor,
    at: now,
    note: input.resolution,
    data: { unmatchedId: unmatched.id, amountFen: unmatched.amountFen, reason: unmatched.reason, outcome: input.outcome },
  });
  const { amountFen } = unmatched;
  if (order) await tellResolved({ tx, order, now }, { amountFen, resolution: input.resolution });
}

const kinds: Record<SettlingOutcome, LedgerKind> = { RETURNED: 'returned', NOT_ARRIVED: 'unmatched', KEPT: 'kept' };

/** It leaves the list's account for where it went; what had been given back before it came was never in the books. */
async function bookOutcome({ tx, actor, subject, input, now }: Resolution): Promise<void> {
  const { id: unmatchedId, provider, payeeId, orderId, amountFen, reason } = subject.unmatched;
  if (reason === 'REFUNDED_ELSEWHERE') return;
  if (input.outcome === 'NOT_ARRIVED') await takeBack(tx, subject.unmatched, now);
  if (input.outcome === 'RETURNED' && provider === 'bank') await takeNumber({ tx, actor, subject, input, now });
  const other: Entry = input.outcome === 'KEPT' ? { account: 'SUNDRY', amountFen: -amountFen } : moneyAt(provider, -amountFen);
  await enter({
    tx,
    key: `unmatched:settled:${unmatchedId}`,
    kind: kinds[input.outcome],
    payeeId,
    at: now,
    actorId: actor.personId,
    note: input.resolution,
    entries: [
      { account: 'UNMATCHED', orderId, unmatchedId, amountFen },
      { ...other, orderId, unmatchedId },
    ],
  });
}

/** A provider does not err about what came; the number of the bank is free again. */
async function takeBack(tx: Transaction, { provider, payeeId, providerTransactionId: reference }: UnmatchedPayment, now: Date) {
  if (provider !== 'bank') throw refusal('outcome', '支付平台告知的款项已经到账，不能登记为没有到账。');
  await tx.bankReference.updateMany({ where: { payeeId: payeeId ?? '', reference, releasedAt: null }, data: { releasedAt: now } });
}

async function takeNumber({ tx, actor, subject, input, now }: Resolution): Promise<void> {
  const { id: subjectId, payeeId } = subject.unmatched;
  if (!input.bankReference) throw refusal('bankReference', '请填写退还这笔款项的银行流水号。');
  await takeBankReference({ tx, payeeId: payeeId ?? actor.associationId ?? '', reference: input.bankReference, use: 'RECEIPT', subjectId, now });
}

const refusal = (field: string, sentence: string) => new DomainError('OUTCOME', sentence, { [field]: [sentence] });
