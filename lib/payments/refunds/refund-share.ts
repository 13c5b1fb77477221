import type { RefundReason } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { lockOrder } from '../lock-order';
import { promiseRefund } from './promise-refund';
import { payingPayment } from './refund-order';

interface Share {
  tx: Transaction;
  orderId: string;
  applicationId: string;
  reason: Extract<RefundReason, 'REVIEW_REJECTED' | 'APPLICATION_WITHDRAWN'>;
  note: string;
  now: Date;
}

/** By the rule alone: paid for an application that had ended before the money came. Asked again, it changes nothing. */
export async function refundShare({ tx, orderId, applicationId, reason, note, now }: Share): Promise<void> {
  const order = await lockOrder(tx, orderId);
  const item = order.items.find((one) => one.applicationId === applicationId);
  if (!item) throw new Error(`order ${order.number} does not pay for ${applicationId}`);
  if (item.refundedFen > 0 || item.amountFen === 0) return;
  await promiseRefund({
    tx,
    by: systemActor,
    order,
    orderItemId: item.id,
    unmatchedId: null,
    payment: await payingPayment(tx, order),
    amountFen: item.amountFen,
    reason,
    note,
    needsSecondEyes: false,
    now,
  });
}
