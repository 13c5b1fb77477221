import type { UnmatchedPayment } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { type Actor, systemActor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import { lockOrder } from '../lock-order';
import { promiseRefund } from './promise-refund';
import { needsSecondEyes } from './second-eyes';

const reasons = ['DUPLICATE', 'LATE_SUCCESS', 'WRONG_AMOUNT', 'UNKNOWN_NUMBER'] as const;
type ReturnedReason = (typeof reasons)[number];

/** Without anybody's doing: what was paid twice, or for an order that is closed, always goes back. */
const byItself: readonly string[] = ['DUPLICATE', 'LATE_SUCCESS'];

interface Money {
  tx: Transaction;
  unmatched: UnmatchedPayment;
  now: Date;
}

/** Gives back money that fits no order: by the rule alone, or because finance staff say so. */
export async function refundUnmatched({ tx, unmatched, by, note, now }: Money & { by: Actor; note: string }): Promise<void> {
  const reason = unmatched.reason === 'UNCLAIMED' ? 'UNKNOWN_NUMBER' : reasons.find((one) => one === unmatched.reason);
  if (!reason) throw new DomainError('NOTHING_TO_RETURN', '这笔款项没有到账，不需要退款。');
  if (unmatched.resolvedAt) throw new DomainError('RESOLVED', '这笔款项已处理，请刷新后再看。');
  if ((await tx.refund.count({ where: { unmatchedId: unmatched.id, status: { not: 'WITHDRAWN' } } })) > 0) {
    throw new DomainError('REFUNDING', '这笔款项已在退款中，请刷新后再看。');
  }
  await promise({ tx, unmatched, now, by, note, reason });
}

export async function refundByRule({ tx, unmatched, now }: Money): Promise<void> {
  if (!byItself.includes(unmatched.reason)) return;
  await refundUnmatched({ tx, unmatched, now, by: systemActor, note: '' });
}

async function promise({ tx, unmatched, by, note, reason, now }: Money & { by: Actor; note: string; reason: ReturnedReason }) {
  const { id: unmatchedId, provider, providerTransactionId, outTradeNumber, amountFen, orderId, payeeId } = unmatched;
  const order = orderId ? await lockOrder(tx, orderId) : null;
  await promiseRefund({
    tx,
    by,
    order,
    unmatchedId,
    payeeId,
    payment: { provider, providerTransactionId, outTradeNumber, paymentFen: amountFen },
    amountFen,
    reason,
    note,
    // A transfer goes back by hand, so a person agrees to it first; a provider gives back to whoever paid.
    needsSecondEyes: by.personId === null ? provider === 'bank' : needsSecondEyes(order, amountFen),
    now,
  });
}
