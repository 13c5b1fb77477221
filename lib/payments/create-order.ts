import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import { findOrderOfApplication, type LoadedOrder, lockOrder } from './lock-order';
import { writeOrder } from './write-order';

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

/** Once an application: asked again, it answers with the live order, be it the unit's. A fee of nothing is paid from the start. */
export async function createOrder(wish: OrderWish): Promise<LoadedOrder> {
  const { tx, actor, application, payeeId, title, feeFen, expiresAt, now } = wish;
  if (feeFen === null) throw new DomainError('FEE_UNKNOWN', '这个级别的费用尚未公布，暂时不能提交报名。');
  const known = await liveOrder(tx, application.id);
  if (known) return known;
  const { id: applicationId, personId, cycleId } = application;
  return writeOrder({
    tx,
    actor,
    payer: { personId, applicationId },
    cycleId,
    payeeId,
    title,
    items: [{ applicationId, personId, title, amountFen: feeFen }],
    expiresAt,
    now,
  });
}

async function liveOrder(tx: Transaction, applicationId: string): Promise<LoadedOrder | null> {
  const known = await findOrderOfApplication(tx, applicationId);
  const order = known && (await lockOrder(tx, known.id));
  const isLive = order?.items.some((item) => item.applicationId === applicationId && item.isLive);
  return order && isLive ? order : null;
}
