import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { type Actor, systemActor } from '@/lib/kernel/actor';
import { lockOrder } from './lock-order';
import { moveOrder } from './move-order';

interface Closing {
  tx: Transaction;
  /** As it was when the provider was asked. */
  attempt: { id: string; orderId: string; payUrl: string };
  as: 'CLOSED' | 'FAILED';
  now: Date;
  actor?: Actor;
}

/**
 * Notes in the books that an attempt ended without money. Only after the provider said so, and not when it was opened
 * at the provider since: then what he said was about something else. False when nothing was closed.
 */
export async function closeAttempt({ tx, attempt, as, now, actor = systemActor }: Closing): Promise<boolean> {
  const order = await lockOrder(tx, attempt.orderId);
  const { count } = await tx.paymentAttempt.updateMany({
    where: { id: attempt.id, status: 'CREATED', payUrl: attempt.payUrl },
    data: { status: as, closedAt: now },
  });
  if (count === 0) return false;
  if (order.status === 'PAYING') await moveOrder({ tx, order, to: 'UNPAID' });
  const outTradeNumber = order.attempts.find(({ id }) => id === attempt.id)?.outTradeNumber ?? '';
  await recordEvent(tx, {
    stream: `order:${order.id}`,
    name: as === 'CLOSED' ? 'attempt_closed' : 'attempt_failed',
    actor,
    at: now,
    data: { outTradeNumber },
  });
  return true;
}
