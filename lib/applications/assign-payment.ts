import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { applicationsOfOrder, lockOrder } from '@/lib/payments/lock-order';
import { type Assigned, type Assignment, assignUnmatched } from '@/lib/payments/receipts/assign-unmatched';
import { type LockedUnmatched, lockUnmatched } from '@/lib/payments/resolve-unmatched';
import { confirmPayment } from './confirm-payment';
import { holdAll } from './lock-for-payment';

export interface LockedAssignment {
  money: LockedUnmatched;
  assignment: Assignment;
}

/** Money and the order of its account that it may pay, held in the order that holds everywhere: applications, orders. */
export async function lockAssignment(
  tx: Transaction,
  { unmatchedId, orderNumber }: { unmatchedId: string; orderNumber: string },
  actor: Actor,
): Promise<LockedAssignment> {
  const unmatched = await tx.unmatchedPayment.findUnique({ where: { id: unmatchedId } });
  if (!unmatched) throw new NotFoundError('unmatched payment');
  const payeeId = unmatched.payeeId ?? actor.associationId ?? '';
  const found = await tx.order.findFirst({ where: { number: orderNumber, payeeId }, select: { id: true } });
  if (!found) {
    const sentence = '没有这个编号的订单，请核对。';
    throw new DomainError('NO_ORDER', sentence, { orderNumber: [sentence] });
  }
  await holdAll(tx, await applicationsOfOrder(tx, found.id));
  // By ascending id, so that two assignments never wait for each other.
  for (const id of [found.id, unmatched.orderId ?? found.id].sort()) await lockOrder(tx, id);
  const money = await lockUnmatched(tx, unmatchedId);
  return { money, assignment: { unmatched: money.unmatched, order: await lockOrder(tx, found.id) } };
}

/** Pays the order and tells its applications, in one transaction. */
export async function assignPayment({ subject, ...step }: Step<Transaction, LockedAssignment, unknown>): Promise<Assigned> {
  const { assignment } = subject;
  const assigned = await assignUnmatched({ ...step, subject: assignment });
  if (assigned === 'PAID') await confirmPayment({ tx: step.tx, orderId: assignment.order.id, now: step.now });
  return assigned;
}
