import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';

export const orderParts = {
  cycle: true,
  payee: true,
  attempts: { orderBy: { sequence: 'desc' } },
  vouchers: { orderBy: { uploadedAt: 'desc' } },
  unmatched: { orderBy: { arrivedAt: 'desc' } },
  refunds: { orderBy: { proposedAt: 'desc' } },
} as const satisfies Prisma.OrderInclude;

export type LoadedOrder = Prisma.OrderGetPayload<{ include: typeof orderParts }>;

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
  const orders = await tx.order.findMany({
    where: { applicationId },
    select: { id: true, status: true },
    orderBy: { createdAt: 'desc' },
  });
  return orders.find(({ status }) => status !== 'CLOSED' && status !== 'REFUNDED') ?? orders[0] ?? null;
}

/** Whose application an order or an attempt belongs to, read without a lock so that the application can be locked first. */
export async function applicationOfOrder(tx: Transaction, orderId: string): Promise<string> {
  const order = await tx.order.findUnique({ where: { id: orderId }, select: { applicationId: true } });
  if (!order) throw new NotFoundError('order');
  return order.applicationId;
}

export async function applicationOfAttempt(tx: Transaction, outTradeNumber: string): Promise<string | null> {
  const attempt = await tx.paymentAttempt.findUnique({
    where: { outTradeNumber },
    select: { order: { select: { applicationId: true } } },
  });
  return attempt?.order.applicationId ?? null;
}
