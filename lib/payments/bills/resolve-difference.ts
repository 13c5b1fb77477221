import { recordEvent } from '@/lib/audit/record-event';
import type { BillDifference } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { type Entry, enter, moneyAt } from '@/lib/ledger/enter';
import { takeBankReference } from '../bank-reference';
import { differenceLabels, type Recovery, recoveryLabels } from '../labels';

export async function lockDifference(tx: Transaction, id: string): Promise<BillDifference> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "BillDifference" WHERE id = ${id}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('difference');
  return tx.billDifference.findUniqueOrThrow({ where: { id } });
}

interface Resolved {
  resolution: string;
  recovery?: Recovery | undefined;
  bankReference?: string | undefined;
}

type Resolution = Step<Transaction, BillDifference, Resolved>;

/** A person has found out why, and says what was done; the difference stays in the list of its bill. */
export async function resolveDifference(step: Resolution): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  const { id, kind, reference, billId, orderId, oursFen, billFen } = subject;
  if (subject.resolvedAt) {
    throw new DomainError('RESOLVED', `这处不符已由${subject.resolvedByName ?? '他人'}处理，请刷新后再看。`);
  }
  if (kind === 'GIVEN_TWICE') await bookRecovery(step);
  await tx.billDifference.update({
    where: { id },
    data: { resolvedAt: now, resolvedById: actor.personId, resolvedByName: actor.name, resolution: input.resolution },
  });
  await recordEvent(tx, {
    stream: orderId ? `order:${orderId}` : 'system',
    name: 'bill_difference_resolved',
    actor,
    at: now,
    note: `${differenceLabels[kind]}：${input.resolution}`,
    data: { differenceId: id, billId, kind, reference, oursFen, billFen, recovery: input.recovery ?? null },
  });
}

/** The provider gave it back as well: that much is gone from him, and is on the account again or lost. */
async function bookRecovery({ tx, actor, subject, input, now }: Resolution): Promise<void> {
  const { id, billId, orderId, payeeId, billFen } = subject;
  if (!input.recovery) throw refusal('recovery', '请选择多退的款项怎么了结。');
  if (input.recovery === 'RECOVERED') await takeNumber({ tx, actor, subject, input, now });
  const { provider } = await tx.providerBill.findUniqueOrThrow({ where: { id: billId }, select: { provider: true } });
  const other: Entry = input.recovery === 'RECOVERED' ? { account: 'BANK', amountFen: billFen } : { account: 'SUNDRY', amountFen: billFen };
  await enter({
    tx,
    key: `difference:given_twice:${id}`,
    kind: 'given_twice',
    payeeId,
    at: now,
    actorId: actor.personId,
    note: `${recoveryLabels[input.recovery]}：${input.resolution}`,
    entries: [
      { ...moneyAt(provider, -billFen), orderId },
      { ...other, orderId },
    ],
  });
}

async function takeNumber({ tx, actor, subject, input, now }: Resolution): Promise<void> {
  if (!input.bankReference) throw refusal('bankReference', '请填写付款人退回的银行流水号。');
  const payeeId = subject.payeeId ?? actor.associationId ?? '';
  await takeBankReference({ tx, payeeId, reference: input.bankReference, use: 'RECOVERY', subjectId: subject.id, now });
}

const refusal = (field: string, sentence: string) => new DomainError('RECOVERY', sentence, { [field]: [sentence] });
