import type { Refund } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import { adoptRefund, lockOrderDifference, type OrderDifference } from '@/lib/payments/bills/adopt-refund';
import { applicationsOfOrder, type LoadedOrder, lockOrder } from '@/lib/payments/lock-order';
import { approveRefund } from '@/lib/payments/refunds/decide-refund';
import { type LockedRefund, lockRefund } from '@/lib/payments/refunds/lock-refund';
import { refundOrder, type RefundOrderInput } from '@/lib/payments/refunds/refund-order';
import { holdAll } from './lock-for-payment';
import { takePaymentBack } from './take-payment-back';

/** A refund that is owed may take a payment back from its applications, so those rows are held first. */
export async function lockRefundFirst(tx: Transaction, refundId: string): Promise<LockedRefund> {
  const found = await tx.refund.findUnique({ where: { id: refundId }, select: { orderId: true } });
  if (found?.orderId) await holdAll(tx, await applicationsOfOrder(tx, found.orderId));
  return lockRefund(tx, refundId);
}

export async function lockRefundableFirst(tx: Transaction, orderId: string): Promise<LoadedOrder> {
  await holdAll(tx, await applicationsOfOrder(tx, orderId));
  return lockOrder(tx, orderId);
}

export async function lockDifferenceFirst(tx: Transaction, id: string): Promise<OrderDifference> {
  const found = await tx.billDifference.findUnique({ where: { id }, select: { orderId: true } });
  if (found?.orderId) await holdAll(tx, await applicationsOfOrder(tx, found.orderId));
  return lockOrderDifference(tx, id);
}

/** Proposed; below the limit it is owed at once. */
export async function refundPayment(step: Step<Transaction, LoadedOrder, RefundOrderInput>): Promise<Refund> {
  const { tx, subject, now } = step;
  const refund = await refundOrder(step);
  await takePaymentBack({ tx, orderId: subject.id, now });
  return refund;
}

export async function approvePaymentRefund(step: Step<Transaction, LockedRefund, unknown>): Promise<void> {
  const { tx, subject, now } = step;
  await approveRefund(step);
  if (subject.order) await takePaymentBack({ tx, orderId: subject.order.id, now });
}

/** Given back at the provider's own desk, and entered afterwards. */
export async function adoptPaymentRefund(step: Step<Transaction, OrderDifference, { resolution: string }>): Promise<void> {
  const { tx, subject, now } = step;
  await adoptRefund(step);
  if (subject.order) await takePaymentBack({ tx, orderId: subject.order.id, now });
}
