import type { BillDifference } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { type LoadedOrder, lockOrder } from '../lock-order';
import { finishRefund } from '../refunds/enter-refund';
import { promiseRefund } from '../refunds/promise-refund';
import { payingPayment } from '../refunds/refund-order';
import { lockDifference, resolveDifference } from './resolve-difference';

export interface OrderDifference {
  difference: BillDifference;
  /** Null where the number leads to no order of ours. */
  order: LoadedOrder | null;
}

/** Lock order everywhere: the order before what hangs on it. */
export async function lockOrderDifference(tx: Transaction, id: string): Promise<OrderDifference> {
  const known = await tx.billDifference.findUnique({ where: { id }, select: { orderId: true } });
  const order = known?.orderId ? await lockOrder(tx, known.orderId) : null;
  return { difference: await lockDifference(tx, id), order };
}

/** Given back at the provider's own desk: entered as a refund of the order that it was taken from, so that books and bill agree. */
export async function adoptRefund(step: Step<Transaction, OrderDifference, { resolution: string }>): Promise<void> {
  const { tx, actor, subject, input, now } = step;
  const { difference, order } = subject;
  const { kind, billId, reference: providerRefundId, billFen: amountFen } = difference;
  if (kind !== 'UNKNOWN_REFUND' || !order || difference.resolvedAt) throw notToBeAdopted();
  const line = await tx.billLine.findFirstOrThrow({ where: { billId, kind: 'REFUND', providerRefundId } });
  const [item, ...others] = order.items;
  const payment = order.paidFen > 0 ? await payingPayment(tx, order) : null;
  if (!item || others.length > 0 || payment?.providerTransactionId !== line.providerTransactionId) throw notToBeAdopted();
  const wish = { tx, by: actor, order, orderItemId: item.id, unmatchedId: null, payment, amountFen, now };
  const refund = await promiseRefund({ ...wish, reason: 'STAFF_DECISION', note: input.resolution, needsSecondEyes: false });
  const marked = await lockOrder(tx, order.id);
  await finishRefund({ tx, refund, order: marked, actor, set: { providerRefundId, finishedAt: line.at }, now });
  await resolveDifference({ ...step, subject: difference });
}

const notToBeAdopted = (): DomainError =>
  new DomainError('NOT_OF_ORDER', '这笔退款不能登记为订单的退款：它已处理，或者退的不是订单所付的那一笔。请查清后登记处理结果。');
