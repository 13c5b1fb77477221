import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import { yuan } from '@/lib/kernel/money';
import { findOrderOfApplication, type LoadedOrder, lockOrder } from './lock-order';
import { orderNumber } from './order-number';

export interface OrderWish {
  tx: Transaction;
  actor: Actor;
  /** Of an application whose row the caller holds. */
  application: { id: string; personId: string; cycleId: string };
  /** The association that is paid. */
  payeeId: string;
  /** 江苏省初级科技辅导员专业水平认证 */
  title: string;
  feeFen: number | null;
  expiresAt: Date;
  now: Date;
}

const tries = 20;

/** Once an application: asked again, it answers with the live order. A fee of nothing is paid from the start. */
export async function createOrder(wish: OrderWish): Promise<LoadedOrder> {
  const { tx, actor, application, feeFen, now } = wish;
  if (feeFen === null) throw new DomainError('FEE_UNKNOWN', '这个级别的费用尚未公布，暂时不能提交报名。');
  const known = await liveOrder(tx, application.id);
  if (known) return known;
  const { order, isNew } = await insertOrder(wish, feeFen);
  if (!isNew) return order;
  await recordEvent(tx, {
    stream: `order:${order.id}`,
    name: 'order_created',
    actor,
    at: now,
    to: order.status,
    note: `应缴 ${yuan(order.totalFen)}`,
    data: { number: order.number, totalFen: order.totalFen, applicationId: application.id },
    isPublic: true,
  });
  return order;
}

async function liveOrder(tx: Transaction, applicationId: string): Promise<LoadedOrder | null> {
  const known = await findOrderOfApplication(tx, applicationId);
  const order = known && (await lockOrder(tx, known.id));
  return order && order.status !== 'CLOSED' && order.status !== 'REFUNDED' ? order : null;
}

async function insertOrder(wish: OrderWish, feeFen: number): Promise<{ order: LoadedOrder; isNew: boolean }> {
  const { tx, application, payeeId, title, expiresAt, now } = wish;
  const isFree = feeFen === 0;
  for (let attempt = 0; attempt < tries; attempt++) {
    const number = orderNumber(now);
    // A number that is taken, or a live order made meanwhile, leaves the transaction usable, which a failed insert would not.
    const { count } = await tx.order.createMany({
      skipDuplicates: true,
      data: {
        number,
        personId: application.personId,
        applicationId: application.id,
        cycleId: application.cycleId,
        payeeId,
        title,
        totalFen: feeFen,
        status: isFree ? 'PAID' : 'UNPAID',
        paidAt: isFree ? now : null,
        createdAt: now,
        expiresAt,
      },
    });
    const order = await liveOrder(tx, application.id);
    if (order) return { order, isNew: count === 1 };
  }
  throw new Error(`no free order number in ${tries} tries`);
}
