import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';

const shownFiles = { select: { id: true, side: true, format: true }, orderBy: { format: 'asc' } } as const;

export const invoicedOrderParts = {
  items: { select: { personId: true } },
  person: { select: { name: true } },
  unit: { select: { name: true } },
  invoices: { orderBy: { requestedAt: 'desc' }, include: { files: shownFiles } },
} as const satisfies Prisma.OrderInclude;

export type InvoicedOrderRow = Prisma.OrderGetPayload<{ include: typeof invoicedOrderParts }>;

export const invoiceParts = {
  order: { include: invoicedOrderParts },
  batch: { select: { number: true, way: true, madeAt: true } },
  files: shownFiles,
} as const satisfies Prisma.InvoiceInclude;

export type LoadedInvoice = Prisma.InvoiceGetPayload<{ include: typeof invoiceParts }>;

/** The order is locked first, always: its money decides what an invoice may say. */
export async function lockInvoicedOrder(tx: Transaction, orderId: string): Promise<InvoicedOrderRow> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Order" WHERE id = ${orderId}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('order');
  return tx.order.findUniqueOrThrow({ where: { id: orderId }, include: invoicedOrderParts });
}

export async function lockInvoice(tx: Transaction, invoiceId: string): Promise<LoadedInvoice> {
  const found = await tx.invoice.findUnique({ where: { id: invoiceId }, select: { orderId: true } });
  if (!found) throw new NotFoundError('invoice');
  await lockInvoicedOrder(tx, found.orderId);
  // It may have been deleted before the lock was ours.
  const invoice = await tx.invoice.findUnique({ where: { id: invoiceId }, include: invoiceParts });
  if (!invoice) throw new NotFoundError('invoice');
  return invoice;
}
