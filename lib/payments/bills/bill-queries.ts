import { db } from '@/lib/db/client';
import type { BillLine, Prisma, ProviderBill } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { isUuid } from '@/lib/kernel/uuid';
import { visibleBooks } from '../books-policy';

const differenceParts = { bill: { select: { provider: true, day: true } } } as const;
export type ListedDifference = Prisma.BillDifferenceGetPayload<{ include: typeof differenceParts }> & { orderNumber: string | null };

export interface ListedBill extends ProviderBill {
  paidFen: number;
  refundedFen: number;
  feeFen: number;
  booked: number;
  unmatched: number;
  /** Not settled yet. */
  open: number;
}

const daysShown = 62;
export const linePageSize = 100;

/** The bills of the last two months, the latest day first; sums and counts of what the actor's books hold. */
export async function listedBills(actor: Actor): Promise<ListedBill[]> {
  const visible = visibleBooks(actor);
  if (!visible) return [];
  const bills = await db.providerBill.findMany({ orderBy: [{ day: 'desc' }, { provider: 'asc' }], take: daysShown });
  return withSums(bills, visible);
}

async function withSums(bills: ProviderBill[], visible: Record<string, unknown>): Promise<ListedBill[]> {
  const where = { AND: [visible, { billId: { in: bills.map(({ id }) => id) } }] };
  const [sums, outcomes, open] = await Promise.all([
    db.billLine.groupBy({
      by: ['billId', 'kind'],
      where: { ...where, state: 'DONE' },
      _sum: { amountFen: true, feeFen: true },
    }),
    db.billLine.groupBy({ by: ['billId', 'outcome'], where, _count: true }),
    db.billDifference.groupBy({ by: ['billId'], where: { AND: [...where.AND, { resolvedAt: null }] }, _count: true }),
  ]);
  return bills.map((bill) => {
    const of = sums.filter(({ billId }) => billId === bill.id);
    const sum = (kind: 'PAYMENT' | 'REFUND') => of.find((row) => row.kind === kind)?._sum.amountFen ?? 0;
    const count = (outcome: string) =>
      outcomes.find((row) => row.billId === bill.id && row.outcome === outcome)?._count ?? 0;
    return {
      ...bill,
      paidFen: sum('PAYMENT'),
      refundedFen: sum('REFUND'),
      feeFen: of.reduce((all, row) => all + (row._sum.feeFen ?? 0), 0),
      booked: count('BOOKED'),
      unmatched: count('UNMATCHED'),
      open: open.find(({ billId }) => billId === bill.id)?._count ?? 0,
    };
  });
}

/** What a person has to look at, the oldest first. */
export async function openDifferences(actor: Actor): Promise<ListedDifference[]> {
  const visible = visibleBooks(actor);
  if (!visible) return [];
  return listDifferences({ AND: [visible, { resolvedAt: null }] });
}

async function listDifferences(where: Prisma.BillDifferenceWhereInput): Promise<ListedDifference[]> {
  const rows = await db.billDifference.findMany({ where, include: differenceParts, orderBy: [{ foundAt: 'asc' }, { id: 'asc' }], take: 200 });
  const orders = await db.order.findMany({
    where: { id: { in: rows.flatMap(({ orderId }) => (orderId ? [orderId] : [])) } },
    select: { id: true, number: true },
  });
  return rows.map((row) => ({ ...row, orderNumber: orders.find(({ id }) => id === row.orderId)?.number ?? null }));
}

export interface BillCounts {
  missing: number;
  differences: number;
}

export async function billCounts(actor: Actor): Promise<BillCounts> {
  const visible = visibleBooks(actor);
  if (!visible) return { missing: 0, differences: 0 };
  const [missing, differences] = await Promise.all([
    db.providerBill.count({ where: { OR: [{ status: 'MISSING' }, { status: 'FETCHED', failure: { not: '' } }] } }),
    db.billDifference.count({ where: { AND: [visible, { resolvedAt: null }] } }),
  ]);
  return { missing, differences };
}

export interface BillOnPage {
  bill: ListedBill;
  differences: ListedDifference[];
  lines: BillLine[];
  lineTotal: number;
}

/** One bill with a page of its lines. */
export async function financeBill(actor: Actor, id: string, page: number): Promise<BillOnPage | null> {
  const visible = visibleBooks(actor);
  const found = visible && isUuid(id) ? await db.providerBill.findUnique({ where: { id } }) : null;
  if (!visible || !found) return null;
  const where = { AND: [visible, { billId: id }] };
  const [[bill], differences, lines, lineTotal] = await Promise.all([
    withSums([found], visible),
    listDifferences(where),
    db.billLine.findMany({ where, orderBy: { position: 'asc' }, skip: (page - 1) * linePageSize, take: linePageSize }),
    db.billLine.count({ where }),
  ]);
  return bill ? { bill, differences, lines, lineTotal } : null;
}

