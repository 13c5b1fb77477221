import { recordEvent } from '@/lib/audit/record-event';
import type { PaymentAttempt, Prisma, UnmatchedReason } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { bookPayment } from './book-payment';
import { yuan } from '@/lib/kernel/money';
import { flagUnmatched } from './flag-unmatched';
import { type LoadedOrder, lockOrder } from './lock-order';
import { moveOrder } from './move-order';
import type { PaymentReport } from './provider';
import { tellPaid } from './tell-payer';

/** Money of which the provider told, by notice or when asked. */
export interface ToldPayment {
  state: 'paid' | 'refunded';
  report: PaymentReport;
}

export type Settlement =
  | { settled: true; orderId: string }
  | { settled: false; because: 'REPEATED' | UnmatchedReason };

export interface SettleRequest {
  told: ToldPayment;
  now: Date;
  /** Written in the same transaction. */
  alongside?: (tx: Transaction, settlement: Settlement) => Promise<void>;
}

/** Settles and tells the application of it, in one transaction that holds the application's row first. */
export type SettlePayment = (request: SettleRequest) => Promise<Settlement>;

interface Books {
  tx: Transaction;
  told: ToldPayment;
  now: Date;
}

export const repeated: Settlement = { settled: false, because: 'REPEATED' };

/** Enters a payment into the books, once, however often and in whatever order it is told. */
export async function settleAttempt({ tx, told, now }: Books): Promise<Settlement> {
  const { report } = told;
  const found = await tx.paymentAttempt.findUnique({ where: { outTradeNumber: report.outTradeNumber } });
  if (!found || found.provider !== report.provider) return flagged({ tx, told, now }, 'UNKNOWN_NUMBER', null);
  const order = await lockOrder(tx, found.orderId);
  await tx.$queryRaw`SELECT id FROM "PaymentAttempt" WHERE id = ${found.id}::uuid FOR UPDATE`;
  const attempt = await tx.paymentAttempt.findUniqueOrThrow({ where: { id: found.id } });
  if (await isBooked(tx, report)) return repeated;
  return enter({ tx, told, now }, order, attempt);
}

/** What is in the books stays there, so this may also be asked before anything is locked. */
export async function isBooked(tx: Transaction, { provider, providerTransactionId }: PaymentReport): Promise<boolean> {
  const attempt = await tx.paymentAttempt.findUnique({ where: { providerTransactionId }, select: { provider: true } });
  if (attempt?.provider === provider) return true;
  return (await tx.unmatchedPayment.count({ where: { provider, providerTransactionId } })) > 0;
}

async function enter(books: Books, order: LoadedOrder, attempt: PaymentAttempt): Promise<Settlement> {
  const { told } = books;
  if (told.state === 'refunded') {
    await endWithoutMoney(books, order, attempt);
    return flagged(books, 'REFUNDED_ELSEWHERE', order.id);
  }
  if (told.report.amountFen !== attempt.amountFen || attempt.amountFen !== order.totalFen) {
    await endWithoutMoney(books, order, attempt);
    return flagged(books, 'WRONG_AMOUNT', order.id);
  }
  if (attempt.status === 'SUCCEEDED') return flagged(books, 'DUPLICATE', order.id);
  await succeed(books, attempt);
  if (order.status === 'CLOSED') return flagged(books, (await isPaidElsewhere(books.tx, order)) ? 'DUPLICATE' : 'LATE_SUCCESS', order.id);
  if (order.status === 'PAID' || order.status === 'REFUNDING' || order.status === 'REFUNDED') {
    return flagged(books, 'DUPLICATE', order.id);
  }
  return payOrder(books, order, attempt);
}

/** By the unit's order, or by one of his own that was made since. */
async function isPaidElsewhere(tx: Transaction, { items }: LoadedOrder): Promise<boolean> {
  const applicationId = { in: items.map((item) => item.applicationId) };
  const paid = { status: { in: ['PAID', 'REFUNDING'] } } satisfies Prisma.OrderWhereInput;
  return (await tx.orderItem.count({ where: { applicationId, isLive: true, order: paid } })) > 0;
}

async function payOrder({ tx, told, now }: Books, order: LoadedOrder, attempt: PaymentAttempt): Promise<Settlement> {
  const { report } = told;
  await moveOrder({ tx, order, to: 'PAID', set: { paidFen: order.totalFen, paidAt: now } });
  await bookPayment({ tx, order, money: report, now });
  await recordEvent(tx, {
    stream: `order:${order.id}`,
    name: 'order_paid',
    actor: systemActor,
    at: now,
    from: order.status,
    to: 'PAID',
    note: `在线支付 ${yuan(report.amountFen)}`,
    data: {
      provider: report.provider,
      providerTransactionId: report.providerTransactionId,
      outTradeNumber: report.outTradeNumber,
      amountFen: report.amountFen,
      paidAt: report.paidAt.toISOString(),
      attemptWas: attempt.status,
    },
    isPublic: true,
  });
  await tellPaid({ tx, order, now }, 'online');
  return { settled: true, orderId: order.id };
}

async function succeed({ tx, told, now }: Books, attempt: PaymentAttempt): Promise<void> {
  const { providerTransactionId, paidAt } = told.report;
  await tx.paymentAttempt.update({
    where: { id: attempt.id },
    data: { status: 'SUCCEEDED', providerTransactionId, providerPaidAt: paidAt, settledAt: now },
  });
}

/** The attempt is over, and nothing of it counts towards the order. */
async function endWithoutMoney({ tx, now }: Books, order: LoadedOrder, attempt: PaymentAttempt): Promise<void> {
  if (attempt.status !== 'CREATED') return;
  await tx.paymentAttempt.update({ where: { id: attempt.id }, data: { status: 'FAILED', closedAt: now } });
  if (order.status === 'PAYING') await moveOrder({ tx, order, to: 'UNPAID' });
}

async function flagged({ tx, told, now }: Books, reason: UnmatchedReason, orderId: string | null): Promise<Settlement> {
  const isNew = await flagUnmatched({ tx, money: told.report, reason, orderId, now });
  return isNew ? { settled: false, because: reason } : repeated;
}
