import { recordEvent } from '@/lib/audit/record-event';
import type { BillDifference } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { differenceLabels } from '../labels';

export async function lockDifference(tx: Transaction, id: string): Promise<BillDifference> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "BillDifference" WHERE id = ${id}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('difference');
  return tx.billDifference.findUniqueOrThrow({ where: { id } });
}

/** A person has found out why, and says what was done; the difference stays in the list of its bill. */
export async function resolveDifference(step: Step<Transaction, BillDifference, { resolution: string }>): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  const { id, kind, reference, billId, orderId, oursFen, billFen } = subject;
  if (subject.resolvedAt) {
    throw new DomainError('RESOLVED', `这处不符已由${subject.resolvedByName ?? '他人'}处理，请刷新后再看。`);
  }
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
    data: { differenceId: id, billId, kind, reference, oursFen, billFen },
  });
}
