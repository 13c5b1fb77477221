import { storedRefundPolicy } from '@/lib/catalogue/schema';
import type { Refund } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import { yuan } from '@/lib/kernel/money';
import type { Step } from '@/lib/kernel/step';
import type { OrderRefundReason } from '../labels';
import type { LoadedOrder } from '../lock-order';
import { type PaymentToReturn, promiseRefund } from './promise-refund';
import { insistOnRule } from './refund-rule';
import { needsSecondEyes } from './second-eyes';

export interface RefundOrderInput {
  amountFen: number;
  reason: OrderRefundReason;
  note: string;
}

/** Finance staff propose to give back what was paid on an order; above the cycle's limit somebody else decides. */
export async function refundOrder(step: Step<Transaction, LoadedOrder, RefundOrderInput>): Promise<Refund> {
  const { tx, actor, subject: order, input, now } = step;
  const left = await leftToRefund(tx, order);
  if (left <= 0) throw new DomainError('NOT_PAID', '这笔订单没有可退的款项。');
  if (input.amountFen > left) {
    const sentence = `最多还能退 ${yuan(left)}。`;
    throw new DomainError('TOO_MUCH', sentence, { amount: [sentence] });
  }
  const policy = storedRefundPolicy.parse(order.cycle.refundPolicy);
  insistOnRule({ policy, reason: input.reason, amountFen: input.amountFen, leftFen: left });
  return promiseRefund({
    tx,
    by: actor,
    order,
    unmatchedId: null,
    payment: await payingPayment(tx, order),
    amountFen: input.amountFen,
    reason: input.reason,
    note: input.note,
    needsSecondEyes: needsSecondEyes(order, input.amountFen),
    now,
  });
}

/** Proposed ones count too: two colleagues must not propose the same money. */
export async function leftToRefund(tx: Transaction, order: LoadedOrder): Promise<number> {
  const proposed = await tx.refund.aggregate({
    where: { orderId: order.id, unmatchedId: null, status: 'PROPOSED' },
    _sum: { amountFen: true },
  });
  return order.paidFen - order.refundedFen - (proposed._sum.amountFen ?? 0);
}

/** The payment that paid this order, not one that came too often or too late. */
async function payingPayment(tx: Transaction, order: LoadedOrder): Promise<PaymentToReturn> {
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
