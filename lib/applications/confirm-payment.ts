import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { yuan } from '@/lib/kernel/money';
import { sendMessage } from '@/lib/messages/send-message';
import { type LoadedItem, type LoadedOrder, lockOrder } from '@/lib/payments/lock-order';
import { refundShare } from '@/lib/payments/refunds/refund-share';
import { completeIfReady } from './complete-if-ready';
import { statuses } from './lifecycle';
import { lockApplication } from './lock-application';
import { lockPaidFor } from './lock-for-payment';

interface PaidOrder {
  tx: Transaction;
  orderId: string;
  now: Date;
}

/** Tells every application that its order is paid, in the transaction that paid it. Twice changes nothing. */
export async function confirmPayment({ tx, orderId, now }: PaidOrder): Promise<void> {
  await lockPaidFor(tx, orderId);
  const order = await lockOrder(tx, orderId);
  if (!order.paidAt) throw new Error(`order ${order.number} is not paid`);
  for (const item of order.items) await confirmShare({ tx, order, item, now });
}

interface PaidShare {
  tx: Transaction;
  order: LoadedOrder;
  item: LoadedItem;
  now: Date;
}

async function confirmShare({ tx, order, item, now }: PaidShare): Promise<void> {
  const { applicationId } = item;
  const application = await lockApplication(tx, applicationId);
  if (application.hasPayment) return;
  const { status } = application;
  if (status === 'WITHDRAWN' || status === 'REJECTED') {
    const reason = status === 'REJECTED' ? 'REVIEW_REJECTED' : 'APPLICATION_WITHDRAWN';
    const note = `申报 ${application.number} ${statuses[status].applicantSees}`;
    return refundShare({ tx, orderId: order.id, applicationId, reason, note, now });
  }
  await tx.application.update({ where: { id: applicationId }, data: { hasPayment: true } });
  await recordEvent(tx, {
    stream: `application:${applicationId}`,
    name: 'payment_confirmed',
    actor: systemActor,
    at: now,
    note: `${order.unit ? `由${order.unit.name}统一缴费，` : ''}订单 ${order.number} 已支付 ${yuan(item.amountFen)}。`,
    data: { orderId: order.id, orderNumber: order.number, paidFen: item.amountFen },
    isPublic: true,
  });
  if (order.unit) await tellApplicant({ tx, order, item, now }, order.unit.name);
  await completeIfReady({ tx, application: { ...application, hasPayment: true }, now });
}

/** Who pays himself is told as the payer. */
function tellApplicant({ tx, order, item, now }: PaidShare, unitName: string): Promise<void> {
  const text = `${unitName}已为您的${item.title}缴费 ${yuan(item.amountFen)}（订单 ${order.number}），您不用再缴费。`;
  const { applicationId, personId } = item;
  const channels = ['SITE'] as const;
  return sendMessage({ tx, personId, applicationId, template: 'payment.unit-paid', subject: '单位已为您缴费', text, channels, now });
}
