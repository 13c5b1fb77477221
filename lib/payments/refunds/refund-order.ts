import { storedRefundPolicy } from '@/lib/catalogue/schema';
import type { Refund } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { yuan } from '@/lib/kernel/money';
import type { Step } from '@/lib/kernel/step';
import type { OrderRefundReason } from '../labels';
import type { LoadedItem, LoadedOrder } from '../lock-order';
import { type PaymentToReturn, promiseRefund } from './promise-refund';
import { insistOnRule } from './refund-rule';
import { needsSecondEyes } from './second-eyes';

export interface RefundOrderInput {
  /** Whose share of a unit's order; left out, all that is left of the order. */
  orderItemId?: string;
  amountFen: number;
  reason: OrderRefundReason;
  note: string;
}

/** Finance staff propose to give back what was paid on an order; above the cycle's limit somebody else decides. */
export async function refundOrder(step: Step<Transaction, LoadedOrder, RefundOrderInput>): Promise<Refund> {
  const { tx, actor, subject: order, input, now } = step;
  const item = chosenItem(order, input.orderItemId);
  const left = await leftToRefund(tx, order, item);
  if (left <= 0) throw new DomainError('NOT_PAID', '这笔订单没有可退的款项。');
  if (input.amountFen > left) {
    const sentence = `最多还能退 ${yuan(left)}。`;
    throw new DomainError('TOO_MUCH', sentence, { amount: [sentence] });
  }
  if (!item && input.amountFen !== order.paidFen - order.refundedFen) {
    const sentence = '单位订单要么退还全部余额，要么选择退哪一位申请人的费用；有退款待复核时，请先复核。';
    throw new DomainError('CHOOSE_SHARE', sentence, { orderItemId: [sentence] });
  }
  const policy = storedRefundPolicy.parse(order.cycle.refundPolicy);
  insistOnRule({ policy, reason: input.reason, amountFen: input.amountFen, leftFen: left });
  return promiseRefund({
    tx,
    by: actor,
    order,
    orderItemId: item?.id,
    unmatchedId: null,
    payment: await payingPayment(tx, order),
    amountFen: input.amountFen,
    reason: input.reason,
    note: input.note,
    needsSecondEyes: needsSecondEyes(order, input.amountFen),
    now,
  });
}

/** An order for one person has one share. */
function chosenItem({ items }: LoadedOrder, orderItemId: string | undefined): LoadedItem | null {
  if (items.length === 1 && !orderItemId) return items[0] ?? null;
  const item = items.find(({ id }) => id === orderItemId);
  if (orderItemId && !item) throw new NotFoundError('order item');
  return item ?? null;
}

/** Of an order or of one share. Proposed ones count too: two colleagues must not propose the same money. */
export async function leftToRefund(tx: Transaction, order: LoadedOrder, item: LoadedItem | null = null): Promise<number> {
  const proposed = await tx.refund.findMany({
    where: { orderId: order.id, unmatchedId: null, status: 'PROPOSED' },
    select: { amountFen: true, orderItemId: true },
  });
  const sum = (refunds: typeof proposed) => refunds.reduce((total, { amountFen }) => total + amountFen, 0);
  const left = order.paidFen - order.refundedFen - sum(proposed);
  if (!item) return left;
  const ofItem = proposed.filter(({ orderItemId }) => orderItemId === item.id);
  return order.paidFen === 0 ? 0 : Math.min(left, item.amountFen - item.refundedFen - sum(ofItem));
}

/** The payment that paid this order, not one that came too often or too late. */
export async function payingPayment(tx: Transaction, order: LoadedOrder): Promise<PaymentToReturn> {
  const assigned = order.unmatched.find(({ outcome }) => outcome === 'ASSIGNED');
  if (assigned) {
    const { provider, providerTransactionId, amountFen: paymentFen } = assigned;
    return { provider, providerTransactionId, outTradeNumber: order.number, paymentFen };
  }
  const elsewhere = order.unmatched.map(({ providerTransactionId }) => providerTransactionId);
  const attempt = order.attempts.find(
    ({ status, providerTransactionId }) =>
      status === 'SUCCEEDED' && providerTransactionId && !elsewhere.includes(providerTransactionId),
  );
  if (attempt?.providerTransactionId) {
    const { provider, providerTransactionId, outTradeNumber, amountFen: paymentFen } = attempt;
    return { provider, providerTransactionId, outTradeNumber, paymentFen };
  }
  const voucher = await tx.paymentVoucher.findFirst({
    where: { orderId: order.id, status: 'CONFIRMED', bankReference: { notIn: elsewhere } },
  });
  if (!voucher?.bankReference) throw new Error(`order ${order.number} is paid by nothing`);
  const { bankReference: providerTransactionId, amountFen: paymentFen } = voucher;
  return { provider: 'bank', providerTransactionId, outTradeNumber: order.number, paymentFen };
}
