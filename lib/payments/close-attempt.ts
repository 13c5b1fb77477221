import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { type Actor, systemActor } from '@/lib/kernel/actor';
import { lockOrder } from './lock-order';
import { moveOrder } from './move-order';

interface Closing {
  tx: Transaction;
  attempt: { id: string; orderId: string };
  as: 'CLOSED' | 'FAILED';
  now: Date;
  actor?: Actor;
}

/** Notes in the books that an attempt ended without money. Only after the provider said so. */
export async function closeAttempt({ tx, attempt, as, now, actor = systemActor }: Closing): Promise<void> {
  const order = await lockOrder(tx, attempt.orderId);
  const { count } = await tx.paymentAttempt.updateMany({
    where: { id: attempt.id, status: 'CREATED' },
    data: { status: as, closedAt: now },
  });
  if (count === 0) return;
  if (order.status === 'PAYING') await moveOrder({ tx, order, to: 'UNPAID' });
  const outTradeNumber = order.attempts.find(({ id }) => id === attempt.id)?.outTradeNumber ?? '';
  await recordEvent(tx, {
    stream: `order:${order.id}`,
    name: as === 'CLOSED' ? 'attempt_closed' : 'attempt_failed',
    actor,
    at: now,
    data: { outTradeNumber },
  });
}
