import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { yuan } from '@/lib/kernel/money';
import { type LoadedItem, type LoadedOrder, lockOrder } from '@/lib/payments/lock-order';
import type { Status } from './lifecycle';
import { lockApplication } from './lock-application';
import { moveApplication } from './move-application';

interface RefundedOrder {
  tx: Transaction;
  orderId: string;
  now: Date;
}

/** What was rendered stays rendered: who has passed the review keeps his payment, and so does who is through or has left. */
const keeps: readonly Status[] = [
  ...(['ELIGIBLE', 'EXAM', 'ACHIEVEMENT_REVIEW', 'DEFENSE', 'RESULT_PUBLIC_NOTICE'] as const),
  ...(['CERTIFIED', 'NOT_PASSED', 'WITHDRAWN', 'DISCARDED'] as const),
];

/**
 * A share that is owed back in full no longer pays for an application that still runs: it has to be paid again, or is
 * withdrawn. In the transaction that approves the refund, with the applications held before the order. Twice changes nothing.
 */
export async function takePaymentBack({ tx, orderId, now }: RefundedOrder): Promise<void> {
  const order = await lockOrder(tx, orderId);
  for (const item of order.items) {
    if (item.amountFen > 0 && item.refundedFen === item.amountFen) await takeShareBack({ tx, order, item, now });
  }
}

interface Share {
  tx: Transaction;
  order: LoadedOrder;
  item: LoadedItem;
  now: Date;
}

async function takeShareBack({ tx, order, item, now }: Share): Promise<void> {
  const application = await lockApplication(tx, item.applicationId);
  const { id, status, frozenFrom } = application;
  if (!application.hasPayment || keeps.includes(status) || (frozenFrom && keeps.includes(frozenFrom))) return;
  if (await isPaidByAnother(tx, item)) return;
  await tx.application.update({ where: { id }, data: { hasPayment: false } });
  await recordEvent(tx, {
    stream: `application:${id}`,
    name: 'payment_returned',
    actor: systemActor,
    at: now,
    note: `订单 ${order.number} 的费用 ${yuan(item.amountFen)} 已批准全额退还。`,
    data: { orderId: order.id, orderNumber: order.number, refundedFen: item.refundedFen },
    isPublic: true,
  });
  if (status !== 'COMPLETE' && status !== 'UNDER_REVIEW') return;
  await moveApplication({
    tx,
    actor: systemActor,
    application: { ...application, hasPayment: false },
    move: 'lose_payment',
    now,
    set: { completedAt: null, claimedById: null, claimedAt: null },
  });
}

/** Paid again since, by an order of his own or of his unit. */
async function isPaidByAnother(tx: Transaction, { applicationId, orderId }: LoadedItem): Promise<boolean> {
  const paid = { status: { in: ['PAID', 'REFUNDING'] as ('PAID' | 'REFUNDING')[] } };
  return (await tx.orderItem.count({ where: { applicationId, isLive: true, orderId: { not: orderId }, order: paid } })) > 0;
}
