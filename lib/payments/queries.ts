import { db } from '@/lib/db/client';
import type { AuditEvent, StoredFile } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { type LoadedOrder, orderParts } from './lock-order';
import { visibleOrders } from './policy';

/** 我的订单: one's own, the latest first. */
export async function ownOrders(actor: Actor): Promise<LoadedOrder[]> {
  if (actor.role !== 'APPLICANT' || !actor.personId) return [];
  return db.order.findMany({
    where: { personId: actor.personId, unitId: null },
    include: orderParts,
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
}

export async function ownOrder(actor: Actor, number: string): Promise<LoadedOrder | null> {
  if (actor.role !== 'APPLICANT' || !actor.personId) return null;
  return db.order.findFirst({ where: { number, personId: actor.personId, unitId: null }, include: orderParts });
}

/** Orders of the unit that this person administers now, the latest first. */
export async function unitOrders(actor: Actor): Promise<LoadedOrder[]> {
  const visible = actor.role === 'UNIT_ADMIN' ? visibleOrders(actor) : null;
  if (!visible) return [];
  return db.order.findMany({ where: visible, include: orderParts, orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 200 });
}

export async function unitOrder(actor: Actor, number: string): Promise<LoadedOrder | null> {
  const visible = actor.role === 'UNIT_ADMIN' ? visibleOrders(actor) : null;
  return visible && db.order.findFirst({ where: { AND: [visible, { number }] }, include: orderParts });
}

/** The order that counts for one's own application; null before one has been made. */
export async function ownOrderOfApplication(actor: Actor, applicationId: string): Promise<LoadedOrder | null> {
  const visible = visibleOrders(actor);
  if (!visible) return null;
  const orders = await db.order.findMany({
    where: { AND: [visible, { applicationId }] },
    include: orderParts,
    orderBy: { createdAt: 'desc' },
  });
  return orders.find(({ items }) => items.some(({ isLive }) => isLive)) ?? orders[0] ?? null;
}

/** What a page that waits for a payment compares: changes whenever there is something new to show. */
export async function orderPulse(actor: Actor, number: string): Promise<string | null> {
  const visible = visibleOrders(actor);
  if (!visible) return null;
  const order = await db.order.findFirst({
    where: { AND: [visible, { number }] },
    select: { status: true, attempts: { where: { status: 'CREATED' }, select: { sequence: true, payUrl: true } } },
  });
  return order && pulseOf(order);
}

export function pulseOf({
  status,
  attempts,
}: {
  status: string;
  attempts: Pick<LoadedOrder['attempts'][number], 'sequence' | 'payUrl'>[];
}): string {
  const [live] = attempts;
  return live ? `${status}-${live.sequence}-${live.payUrl ? 'open' : 'intended'}` : status;
}

/** The order's history, the latest first; an applicant reads what is public. */
export async function orderHistory(
  order: { id: string },
  { publicOnly }: { publicOnly: boolean },
): Promise<AuditEvent[]> {
  return db.auditEvent.findMany({
    where: { stream: `order:${order.id}`, ...(publicOnly ? { isPublic: true } : {}) },
    orderBy: { sequence: 'desc' },
    take: 100,
  });
}

/** Voucher files that this person has uploaded for this order and not yet handed in, the latest first. */
export async function looseVoucherFiles(actor: Actor, order: LoadedOrder): Promise<StoredFile[]> {
  if (!actor.personId) return [];
  return db.storedFile.findMany({
    where: {
      applicationId: order.applicationId,
      uploadedById: actor.personId,
      purpose: 'PAYMENT_VOUCHER',
      status: 'CLEAN',
      deletedAt: null,
      id: { notIn: order.vouchers.map(({ fileId }) => fileId) },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
}
