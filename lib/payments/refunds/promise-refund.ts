import { recordEvent } from '@/lib/audit/record-event';
import type { Refund, RefundReason } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import { yuan } from '@/lib/kernel/money';
import { refundReasonLabels } from '../labels';
import { type LoadedOrder, lockOrder } from '../lock-order';
import { moveOrder } from '../move-order';
import { bookPromise } from './book-refund';

/** The payment that is given back, in part or whole. */
export interface PaymentToReturn {
  provider: string;
  providerTransactionId: string;
  outTradeNumber: string;
  paymentFen: number;
}

interface RefundWish {
  tx: Transaction;
  by: Actor;
  /** Locked; null for money that names no order of ours. */
  order: LoadedOrder | null;
  /** One applicant's share of the order; without it, all that is left of the order or what is listed as unmatched. */
  orderItemId?: string | null;
  unmatchedId: string | null;
  /** Of money that names no order. */
  payeeId?: string | null;
  payment: PaymentToReturn;
  amountFen: number;
  reason: RefundReason;
  note: string;
  needsSecondEyes: boolean;
  now: Date;
}

/** Makes a refund; unless a second person has to look at it first, the money is owed from this moment. */
export async function promiseRefund(wish: RefundWish): Promise<Refund> {
  const { tx, by, order, orderItemId = null, unmatchedId, payeeId = null, payment, amountFen, reason, note, needsSecondEyes, now } = wish;
  const refund = await tx.refund.create({
    data: {
      number: await nextNumber(wish),
      orderId: order?.id ?? null,
      orderItemId,
      unmatchedId,
      payeeId: order?.payeeId ?? payeeId,
      ...payment,
      amountFen,
      reason,
      note,
      status: needsSecondEyes ? 'PROPOSED' : 'APPROVED',
      proposedById: by.personId,
      proposedByName: by.name,
      proposedAt: now,
    },
  });
  await recordEvent(tx, {
    stream: order ? `order:${order.id}` : 'system',
    name: 'refund_proposed',
    actor: by,
    at: now,
    note: `${refundReasonLabels[reason]}，退款 ${yuan(amountFen)}${note ? `：${note}` : ''}`,
    data: { refundId: refund.id, number: refund.number, amountFen, reason, ...(orderItemId ? { orderItemId } : {}) },
  });
  return needsSecondEyes ? refund : oweRefund({ tx, refund, order, now });
}

const baseLength = 54;

/** `R` and the payment's number, so that people find one by the other; the provider takes up to 64 characters. */
async function nextNumber({ tx, unmatchedId, payment }: RefundWish): Promise<string> {
  const base = (payment.outTradeNumber || payment.providerTransactionId).replace(/[^0-9A-Za-z_|*@-]/g, '').slice(-baseLength);
  const [start, end] = [unmatchedId ? 'RU' : 'R', `-${base}`];
  // One at a time: several payments may bear one number, and those of no order have no row that could be held for all.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`refund:${end}`}, 13))`;
  const earlier = await tx.refund.count({ where: { number: { startsWith: start, endsWith: end } } });
  return `${start}${earlier + 1}${end}`;
}

interface Owing {
  tx: Transaction;
  refund: Refund;
  order: LoadedOrder | null;
  now: Date;
}

/** Books the debt, marks the order, and has the money sent; money of a bank transfer goes back by hand. */
export async function oweRefund({ tx, refund, order, now }: Owing): Promise<Refund> {
  if (order && !refund.unmatchedId) await markOrder({ tx, refund, order, now });
  await bookPromise({ tx, refund, now });
  if (refund.provider !== 'bank') {
    await enqueue(tx, 'payments.send-refund', { refundId: refund.id }, { now, onceKey: refund.number });
  }
  return refund;
}

async function markOrder({ tx, refund, order }: Owing & { order: LoadedOrder }): Promise<void> {
  const fresh = await lockOrder(tx, order.id);
  const refundedFen = fresh.refundedFen + refund.amountFen;
  if (refundedFen > fresh.paidFen) {
    throw new DomainError('TOO_MUCH', `这笔订单最多还能退 ${yuan(fresh.paidFen - fresh.refundedFen)}。`);
  }
  await markItems(tx, refund, fresh);
  if (fresh.status === 'PAID') return moveOrder({ tx, order: fresh, to: 'REFUNDING', set: { refundedFen } });
  if (fresh.status !== 'REFUNDING') throw new DomainError('NOT_PAID', '这笔订单没有可退的款项。');
  await tx.order.update({ where: { id: fresh.id }, data: { refundedFen } });
}

/** The share that goes back, or every one. */
async function markItems(tx: Transaction, refund: Refund, order: LoadedOrder): Promise<void> {
  const items = refund.orderItemId ? order.items.filter(({ id }) => id === refund.orderItemId) : order.items;
  for (const { id, amountFen, refundedFen } of items) {
    const marked = refund.orderItemId ? refundedFen + refund.amountFen : amountFen;
    if (marked > amountFen) {
      throw new DomainError('TOO_MUCH', `这一份费用最多还能退 ${yuan(amountFen - refundedFen)}。`);
    }
    await tx.orderItem.update({ where: { id }, data: { refundedFen: marked } });
  }
}
