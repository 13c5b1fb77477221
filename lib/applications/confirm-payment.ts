import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { yuan } from '@/lib/kernel/money';
import { completeIfReady } from './complete-if-ready';
import { lockApplication } from './lock-application';

interface PaidOrder {
  tx: Transaction;
  orderId: string;
  now: Date;
}

/** Tells the application that its order is paid, in the transaction that paid it. Twice changes nothing. */
export async function confirmPayment({ tx, orderId, now }: PaidOrder): Promise<void> {
  const { applicationId } = await tx.order.findUniqueOrThrow({
    where: { id: orderId },
    select: { applicationId: true },
  });
  const application = await lockApplication(tx, applicationId);
  const order = await tx.order.findUniqueOrThrow({ where: { id: orderId } });
  if (order.status !== 'PAID') throw new Error(`order ${order.number} is not paid`);
  if (application.hasPayment) return;

  await tx.application.update({ where: { id: applicationId }, data: { hasPayment: true } });
  await recordEvent(tx, {
    stream: `application:${applicationId}`,
    name: 'payment_confirmed',
    actor: systemActor,
    at: now,
    note: `订单 ${order.number} 已支付 ${yuan(order.paidFen)}。`,
    data: { orderId, orderNumber: order.number, paidFen: order.paidFen },
    isPublic: true,
  });
  await completeIfReady({ tx, application: { ...application, hasPayment: true }, now });
}
