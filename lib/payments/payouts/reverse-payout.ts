import { recordEvent } from '@/lib/audit/record-event';
import type { Payout } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { yuan } from '@/lib/kernel/money';
import type { Step } from '@/lib/kernel/step';
import { enter } from '@/lib/ledger/enter';
import { releaseBankReference } from '../bank-reference';

export async function lockPayout(tx: Transaction, id: string): Promise<Payout> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Payout" WHERE id = ${id}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('payout');
  return tx.payout.findUniqueOrThrow({ where: { id } });
}

/** Entered by mistake: a second entry takes the first one back, and the bank's number is free again. */
export async function reversePayout({ tx, actor, subject, input, now }: Step<Transaction, Payout, { reason: string }>): Promise<void> {
  const { id, payeeId, provider, amountFen, bankReference } = subject;
  if (subject.reversedAt) throw new DomainError('REVERSED', '这笔结算已撤销，请刷新后再看。');
  await tx.payout.update({
    where: { id },
    data: { reversedAt: now, reversedByName: actor.name, reversedBecause: input.reason },
  });
  await releaseBankReference(tx, id, now);
  await enter({
    tx,
    key: `payout:reversed:${id}`,
    kind: 'payout',
    payeeId,
    at: now,
    actorId: actor.personId,
    note: input.reason,
    entries: [
      { account: 'GATEWAY', provider, amountFen },
      { account: 'BANK', amountFen: -amountFen },
    ],
  });
  await recordEvent(tx, {
    stream: 'system',
    name: 'payout_reversed',
    actor,
    at: now,
    note: `撤销结算到账 ${yuan(amountFen)}：${input.reason}`,
    data: { payoutId: id, payeeId, provider, amountFen, bankReference },
  });
}
