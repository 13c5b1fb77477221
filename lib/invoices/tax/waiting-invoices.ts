import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

const parts = { batch: true, order: { select: { number: true, paidFen: true, refundedFen: true } } } as const satisfies Prisma.InvoiceInclude;

type Loaded = Prisma.InvoiceGetPayload<{ include: typeof parts }>;
export type WaitingInvoice = Loaded & { batch: NonNullable<Loaded['batch']> };

/** What waits for the platform's word: a blue one, or a red one that it has not refused. */
const waiting = {
  batch: { way: 'PLATFORM' },
  OR: [{ status: 'ISSUING' }, { status: 'REVERSING', redFailure: '', redRequestId: { not: null } }],
} as const satisfies Prisma.InvoiceWhereInput;

const hasBatch = (invoice: Loaded): invoice is WaitingInvoice => invoice.batch !== null;

/** Null where it does not wait, or for something else. */
export async function waitingInvoice(id: string, status: 'ISSUING' | 'REVERSING'): Promise<WaitingInvoice | null> {
  const invoice = await db.invoice.findFirst({ where: { AND: [{ id, status }, waiting] }, include: parts });
  return invoice && hasBatch(invoice) ? invoice : null;
}

/** Those that nobody has asked about since, the longest first. */
export async function waitingInvoices({ askedBefore, most }: { askedBefore: Date; most: number }): Promise<WaitingInvoice[]> {
  const isDue = { OR: [{ askedAt: null }, { askedAt: { lt: askedBefore } }] };
  const invoices = await db.invoice.findMany({
    where: { AND: [waiting, isDue] },
    include: parts,
    orderBy: [{ askedAt: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
    take: most,
  });
  return invoices.filter(hasBatch);
}

export const noteAsked = (id: string, now: Date) => db.invoice.updateMany({ where: { AND: [{ id }, waiting] }, data: { askedAt: now } });
