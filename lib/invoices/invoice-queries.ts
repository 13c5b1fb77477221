import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { fields } from '@/lib/secrets';
import { saysTooMuch } from './invoiceable';
import { type InvoicedOrderRow, invoicedOrderParts, invoiceParts, type LoadedInvoice } from './lock-invoice';
import { visibleInvoicedOrders } from './policy';
import type { InvoiceFilters, InvoiceView } from './schema';

export const invoicePageSize = 30;

/** The payer's orders that have or may have an invoice, the latest first. */
export async function ownInvoicedOrders(actor: Actor): Promise<InvoicedOrderRow[]> {
  const visible = visibleInvoicedOrders(actor);
  if (!visible) return [];
  const worthwhile = { OR: [{ status: { notIn: ['CLOSED' as const] } }, { invoices: { some: {} } }] };
  return db.order.findMany({ where: { AND: [visible, worthwhile] }, include: invoicedOrderParts, orderBy: { createdAt: 'desc' } });
}

export async function ownInvoicedOrder(actor: Actor, number: string): Promise<InvoicedOrderRow | null> {
  const visible = visibleInvoicedOrders(actor);
  return visible && db.order.findFirst({ where: { AND: [visible, { number }] }, include: invoicedOrderParts });
}

const paid = { order: { status: { in: ['PAID' as const, 'REFUNDING' as const] } } };

const views: Record<Exclude<InvoiceView, 'differing'>, Prisma.InvoiceWhereInput> = {
  waiting: { status: 'REQUESTED', ...paid },
  issuing: { status: 'ISSUING' },
  failed: { status: 'FAILED' },
  reversing: { status: 'REVERSING' },
  unfiled: { status: 'ISSUED', files: { none: { side: 'BLUE', format: 'PDF' } } },
  issued: { status: 'ISSUED' },
  reversed: { status: 'REVERSED' },
};

export interface InvoiceList {
  rows: LoadedInvoice[];
  total: number;
  pageCount: number;
}

/** One view of the office's queue: what waits, the oldest first; what is over, the latest first. */
export async function invoiceList(actor: Actor, filters: InvoiceFilters): Promise<InvoiceList> {
  const where = await visibleIn(actor, filters.view, filters.q);
  if (!where) return { rows: [], total: 0, pageCount: 0 };
  const order = filters.view === 'issued' || filters.view === 'reversed' ? 'desc' : 'asc';
  const [rows, total] = await Promise.all([
    db.invoice.findMany({
      where,
      include: invoiceParts,
      orderBy: [{ requestedAt: order }, { id: order }],
      skip: (filters.page - 1) * invoicePageSize,
      take: invoicePageSize,
    }),
    db.invoice.count({ where }),
  ]);
  return { rows, total, pageCount: Math.ceil(total / invoicePageSize) };
}

async function visibleIn(actor: Actor, view: InvoiceView, q?: string): Promise<Prisma.InvoiceWhereInput | null> {
  const visible = visibleInvoicedOrders(actor);
  if (!visible) return null;
  const which = view === 'differing' ? { id: { in: await differingInvoices(visible) } } : views[view];
  return { AND: [{ order: visible }, which, q ? matching(q) : {}] };
}

const matching = (q: string): Prisma.InvoiceWhereInput => ({
  OR: [{ serial: q }, { takingSerial: q }, { number: q }, { redNumber: q }, { title: { contains: q } }, { order: { number: q } }, { batch: { number: q } }],
});

/** Issued invoices of orders of which money has gone back since. */
async function differingInvoices(visible: Record<string, unknown>): Promise<string[]> {
  const orders = await db.order.findMany({
    where: { AND: [visible, { refundedFen: { gt: 0 } }, { invoices: { some: { status: { in: ['ISSUED', 'REVERSING'] } } } }] },
    include: { invoices: true },
  });
  const live = ({ status }: { status: string }) => status === 'ISSUED' || status === 'REVERSING';
  return orders.filter(saysTooMuch).flatMap(({ invoices }) => invoices.filter(live).map(({ id }) => id));
}

/** Reversals that a person has to see to: in the tax client, or because the platform has refused. */
const forAPerson: Prisma.InvoiceWhereInput = { OR: [{ batchId: null }, { batch: { way: 'CLIENT' } }, { redFailure: { not: '' } }] };

type Counted = 'waiting' | 'failed' | 'reversing' | 'toReverse' | 'differing';

export async function invoiceCounts(actor: Actor): Promise<Record<Counted, number>> {
  const count = async (view: InvoiceView, also: Prisma.InvoiceWhereInput = {}) => {
    const where = await visibleIn(actor, view);
    return where ? db.invoice.count({ where: { AND: [where, also] } }) : 0;
  };
  const [waiting, failed, reversing, toReverse, differing] = await Promise.all([
    count('waiting'),
    count('failed'),
    count('reversing'),
    count('reversing', forAPerson),
    count('differing'),
  ]);
  return { waiting, failed, reversing, toReverse, differing };
}

export async function officeInvoice(actor: Actor, serial: string): Promise<(LoadedInvoice & { email: string }) | null> {
  const visible = visibleInvoicedOrders(actor);
  if (!visible) return null;
  const invoice = await db.invoice.findFirst({ where: { serial, order: visible }, include: invoiceParts });
  return invoice && { ...invoice, email: fields().open(invoice.mailCipher) };
}

export const mailboxOf = ({ mailCipher }: { mailCipher: string }): string => fields().open(mailCipher);

export interface OwnBatch {
  number: string;
  madeAt: Date;
  madeByName: string;
  count: number;
  waiting: number;
}

/** The batches of the actor's association, the latest first. */
export async function latestBatches(actor: Actor): Promise<OwnBatch[]> {
  if (!actor.associationId || !visibleInvoicedOrders(actor)) return [];
  const batches = await db.invoiceBatch.findMany({
    where: { payeeId: actor.associationId },
    include: { invoices: { select: { status: true } } },
    orderBy: { madeAt: 'desc' },
    take: 20,
  });
  return batches.map(({ number, madeAt, madeByName, invoices }) => {
    const waiting = invoices.filter(({ status }) => status === 'ISSUING').length;
    return { number, madeAt, madeByName, count: invoices.length, waiting };
  });
}

export const sellerOf = ({ associationId }: Actor) =>
  associationId ? db.invoiceSeller.findUnique({ where: { payeeId: associationId } }) : null;

/** Whether results of a spreadsheet of the actor's association are still to be told. */
export async function isClientAtWork({ associationId }: Actor): Promise<boolean> {
  if (!associationId) return false;
  const out = { payeeId: associationId, status: 'ISSUING' as const, batch: { way: 'CLIENT' as const } };
  return (await db.invoice.findFirst({ where: out, select: { id: true } })) !== null;
}

const batchParts = { invoices: { orderBy: { serial: 'asc' } } } as const satisfies Prisma.InvoiceBatchInclude;

export type InvoiceOfBatch = Prisma.InvoiceBatchGetPayload<{ include: typeof batchParts }>['invoices'][number];

/** For the finance staff of the association that made it. */
export const officeBatch = ({ role, associationId }: Actor, number: string) =>
  role === 'FINANCE' && associationId ? db.invoiceBatch.findFirst({ where: { number, payeeId: associationId }, include: batchParts }) : null;
