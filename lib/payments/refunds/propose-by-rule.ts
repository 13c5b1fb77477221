import { recordEvent } from '@/lib/audit/record-event';
import { storedRefundPolicy } from '@/lib/catalogue/schema';
import type { Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { yuan } from '@/lib/kernel/money';
import type { LoadedOrder } from '../lock-order';
import { moveRefund } from './move-refund';
import { promiseRefund } from './promise-refund';
import { leftToRefund, payingPayment } from './refund-order';

interface Share {
  tx: Transaction;
  /** Locked. */
  order: LoadedOrder;
  applicationId: string;
  now: Date;
}

/** Where the cycle's rule gives the fee of a rejected application back, finance staff find it proposed; asked again, it changes nothing. */
export async function proposeByRule({ tx, order, applicationId, note, now }: Share & { note: string }): Promise<void> {
  if (storedRefundPolicy.parse(order.cycle.refundPolicy).rejected !== 'full') return;
  const item = order.items.find((one) => one.applicationId === applicationId);
  const amountFen = item ? await leftToRefund(tx, order, item) : 0;
  if (!item || amountFen <= 0) return;
  await promiseRefund({
    tx,
    by: systemActor,
    order,
    orderItemId: item.id,
    unmatchedId: null,
    payment: await payingPayment(tx, order),
    amountFen,
    reason: 'REVIEW_REJECTED',
    note,
    needsSecondEyes: true,
    now,
  });
}

/** The decision was taken back before anybody in finance agreed. */
export async function dropProposal({ tx, order, applicationId, now }: Share): Promise<void> {
  const item = order.items.find((one) => one.applicationId === applicationId);
  const proposed = order.refunds.filter(
    ({ status, reason, proposedById, orderItemId }) =>
      status === 'PROPOSED' && reason === 'REVIEW_REJECTED' && proposedById === null && orderItemId === item?.id,
  );
  for (const refund of proposed) {
    const { id: refundId, number, amountFen } = refund;
    await moveRefund({ tx, refund, to: 'WITHDRAWN', set: { decidedByName: systemActor.name, decidedAt: now } });
    await recordEvent(tx, {
      stream: `order:${order.id}`,
      name: 'refund_withdrawn',
      actor: systemActor,
      at: now,
      note: `审查决定已撤销，不再退款 ${yuan(amountFen)}`,
      data: { refundId, number, amountFen },
    });
  }
}
