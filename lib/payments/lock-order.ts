import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';

export const orderParts = {
  cycle: true,
  payee: true,
  unit: { select: { name: true } },
  items: { orderBy: { id: 'asc' } },
  attempts: { orderBy: { sequence: 'desc' } },
  vouchers: { orderBy: { uploadedAt: 'desc' } },
  unmatched: { orderBy: { arrivedAt: 'desc' } },
  refunds: { orderBy: { proposedAt: 'desc' } },
} as const satisfies Prisma.OrderInclude;

export type LoadedOrder = Prisma.OrderGetPayload<{ include: typeof orderParts }>;

export type LoadedItem = LoadedOrder['items'][number];

/** Holds the order's row until the transaction ends. Lock order everywhere: application, order, attempt. */
export async function lockOrder(tx: Transaction, id: string): Promise<LoadedOrder> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Order" WHERE id = ${id}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('order');
  return tx.order.findUniqueOrThrow({ where: { id }, include: orderParts });
}

/** The order that counts for an application: the live one, else the latest. */
export async function lockOrderOfApplication(tx: Transaction, applicationId: string): Promise<LoadedOrder | null> {
  const found = await findOrderOfApplication(tx, applicationId);
  return found ? lockOrder(tx, found.id) : null;
}

export async function findOrderOfApplication(tx: Transaction, applicationId: string): Promise<{ id: string } | null> {
  const items = await tx.orderItem.findMany({
    where: { applicationId },
    select: { isLive: true, orderId: true },
    orderBy: { order: { createdAt: 'desc' } },
  });
  const item = items.find(({ isLive }) => isLive) ?? items[0];
  return item ? { id: item.orderId } : null;
}

/** What an order pays for, read without a lock so that the applications can be locked first: always in this order. */
export async function applicationsOfOrder(tx: Transaction, orderId: string): Promise<string[]> {
  const items = await tx.orderItem.findMany({
    where: { orderId },
    select: { applicationId: true },
    orderBy: { applicationId: 'asc' },
  });
  if (items.length === 0) throw new NotFoundError('order');
  return items.map(({ applicationId }) => applicationId);
}

/** None for a number that is not ours. */
export async function applicationsOfAttempt(tx: Transaction, outTradeNumber: string): Promise<string[]> {
  const attempt = await tx.paymentAttempt.findUnique({ where: { outTradeNumber }, select: { orderId: true } });
  return attempt ? applicationsOfOrder(tx, attempt.orderId) : [];
}
