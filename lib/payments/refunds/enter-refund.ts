import { recordEvent } from '@/lib/audit/record-event';
import type { Refund } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { type Actor, systemActor } from '@/lib/kernel/actor';
import { yuan } from '@/lib/kernel/money';
import { providerLabels, refundReasonLabels } from '../labels';
import type { LoadedOrder } from '../lock-order';
import { moveOrder } from '../move-order';
import type { RefundReport } from '../provider';
import { tellRefunded } from '../tell-payer';
import { bookGiven } from './book-refund';
import { lockRefund } from './lock-refund';
import { moveRefund } from './move-refund';

export type RefundEntry = 'given' | 'waiting' | 'failed' | 'repeated' | 'unknown';

interface Told {
  tx: Transaction;
  report: RefundReport;
  now: Date;
}

/** What the provider says of a refund: by its answer, a notice, a question or the bill; entered once. */
export async function enterRefund({ tx, report, now }: Told): Promise<RefundEntry> {
  const found = await tx.refund.findUnique({ where: { number: report.refundNumber }, select: { id: true } });
  if (!found) return 'unknown';
  const { refund, order } = await lockRefund(tx, found.id);
  const isOurs = refund.provider === report.provider && refund.amountFen === report.amountFen;
  if (!isOurs) throw new Error(`refund ${refund.number}: the provider tells of another one`);
  if (refund.status === 'SUCCEEDED') return 'repeated';
  const { providerRefundId } = report;
  if (report.state === 'succeeded') {
    const by = { actor: systemActor, set: { providerRefundId, finishedAt: report.finishedAt ?? now } };
    await finishRefund({ tx, refund, order, now, ...by });
    return 'given';
  }
  if (report.state === 'processing') {
    if (refund.status === 'APPROVED') await moveRefund({ tx, refund, to: 'SENT', set: { providerRefundId, sentAt: now } });
    return 'waiting';
  }
  if (refund.status === 'FAILED') return 'repeated';
  await failRefund({ tx, refund, now, because: report.state === 'closed' ? '支付平台已关闭退款' : '退款到用户账户异常' });
  return 'failed';
}

interface Finish {
  tx: Transaction;
  refund: Refund;
  order: LoadedOrder | null;
  actor: Actor;
  set: { providerRefundId?: string; bankReference?: string; finishedAt: Date };
  now: Date;
}

/** The money is back with who paid it. */
export async function finishRefund({ tx, refund, order, actor, set, now }: Finish): Promise<void> {
  const done = await moveRefund({ tx, refund, to: 'SUCCEEDED', set: { ...set, failure: '' } });
  await bookGiven({ tx, refund: done, now });
  if (order && !done.unmatchedId) await closeOrderOf(tx, order);
  if (done.unmatchedId) await settleUnmatched({ tx, refund: done, actor, now });
  await recordEvent(tx, {
    stream: order ? `order:${order.id}` : 'system',
    name: 'refund_given',
    actor,
    at: now,
    note: `${refundReasonLabels[done.reason]}，已退回 ${yuan(done.amountFen)}`,
    data: { refundId: done.id, number: done.number, amountFen: done.amountFen, ...set, finishedAt: set.finishedAt.toISOString() },
    isPublic: true,
  });
  if (order) await tellRefunded({ tx, order, now }, { amountFen: done.amountFen, reason: refundReasonLabels[done.reason], way: wayBack(done) });
}

const wayBack = ({ bankReference, provider }: Refund): string =>
  bankReference ? '由协会转账退回' : `${providerLabels[provider] ?? provider}原路退回`;

/** Given back in full it is over; in part, or while others are on their way, it is not. */
async function closeOrderOf(tx: Transaction, order: LoadedOrder): Promise<void> {
  const open = await tx.refund.count({
    where: { orderId: order.id, unmatchedId: null, status: { in: ['APPROVED', 'SENT', 'FAILED'] } },
  });
  if (open > 0 || order.status !== 'REFUNDING') return;
  await moveOrder({ tx, order, to: order.refundedFen === order.paidFen ? 'REFUNDED' : 'PAID' });
}

async function settleUnmatched({ tx, refund, actor, now }: Omit<Finish, 'order' | 'set'>): Promise<void> {
  await tx.unmatchedPayment.updateMany({
    where: { id: refund.unmatchedId ?? '', resolvedAt: null },
    data: { resolvedAt: now, resolvedById: actor.personId, resolvedByName: actor.name, outcome: 'REFUNDED', resolution: `已退款，退款单号 ${refund.number}` },
  });
}

/** It stays owed: finance staff send it again or transfer it by hand. */
export async function failRefund({ tx, refund, because, now }: { tx: Transaction; refund: Refund; because: string; now: Date }) {
  await moveRefund({ tx, refund, to: 'FAILED', set: { failure: because } });
  await recordEvent(tx, {
    stream: refund.orderId ? `order:${refund.orderId}` : 'system',
    name: 'refund_failed',
    actor: systemActor,
    at: now,
    note: because,
    data: { refundId: refund.id, number: refund.number, amountFen: refund.amountFen },
  });
}
