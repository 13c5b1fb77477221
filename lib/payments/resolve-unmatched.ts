import { recordEvent } from '@/lib/audit/record-event';
import type { UnmatchedPayment } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { type LoadedOrder, lockOrder } from './lock-order';
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

/** A person has settled it and says how; the entry stays. */
export async function resolveUnmatched(
  step: Step<Transaction, LockedUnmatched, { resolution: string }>,
): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  const { unmatched, order } = subject;
  if (unmatched.resolvedAt)
    throw new DomainError('RESOLVED', `这笔款项已由${unmatched.resolvedByName ?? '他人'}处理，请刷新后再看。`);
  if ((await tx.refund.count({ where: { unmatchedId: unmatched.id, status: { not: 'WITHDRAWN' } } })) > 0)
    throw new DomainError('REFUNDING', '这笔款项正在退款，退回后会自动登记。');
  await tx.unmatchedPayment.update({
    where: { id: unmatched.id },
    data: {
      resolvedAt: now,
      resolvedById: actor.personId,
      resolvedByName: actor.name,
      resolution: input.resolution,
    },
  });
  await recordEvent(tx, {
    stream: unmatched.orderId ? `order:${unmatched.orderId}` : 'system',
    name: 'unmatched_resolved',
    actor,
    at: now,
    note: input.resolution,
    data: { unmatchedId: unmatched.id, amountFen: unmatched.amountFen, reason: unmatched.reason },
  });
  const { amountFen } = unmatched;
  if (order) await tellResolved({ tx, order, now }, { amountFen, resolution: input.resolution });
}
