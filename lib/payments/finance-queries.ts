import { db } from '@/lib/db/client';
import type { Prisma, StoredFile } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { beijingDay, endOfBeijingDay, startOfBeijingDay } from '@/lib/kernel/dates';
import { visibleBooks } from './books-policy';
import { billCounts } from './bills/bill-queries';
import { orderParts } from './lock-order';
import { visibleOrders } from './policy';
import { refundCounts } from './refunds/refund-queries';
import type { OrderFilters } from './schema';

export const orderPageSize = 30;

const payer = { person: { select: { name: true } }, unit: { select: { name: true } } } as const;
const voucherParts = { order: { include: { ...payer, cycle: { select: { name: true } } } } } as const;
const shareParts = { application: { select: { number: true, person: payer.person } } } as const satisfies Prisma.OrderItemInclude;
const financeOrderParts = {
  ...orderParts,
  ...payer,
  items: { ...orderParts.items, include: shareParts },
} as const satisfies Prisma.OrderInclude;

export type WaitingVoucher = Prisma.PaymentVoucherGetPayload<{ include: typeof voucherParts }>;
export type FinanceOrder = Prisma.OrderGetPayload<{ include: typeof financeOrderParts }>;
export type ListedOrder = Prisma.OrderGetPayload<{ include: typeof payer }>;

export interface FinanceFigures {
  waitingVouchers: number;
  unmatched: number;
  /** To approve, to transfer by hand, or failed. */
  refunds: number;
  /** Bills that are missing, and what does not agree with one. */
  bills: number;
  paidToday: number;
  paidTodayFen: number;
}

/** What finance staff have to do, and what came in today. */
export async function financeFigures(actor: Actor, now: Date): Promise<FinanceFigures> {
  const visible = visibleOrders(actor);
  if (!visible) return { waitingVouchers: 0, unmatched: 0, refunds: 0, bills: 0, paidToday: 0, paidTodayFen: 0 };
  const today = beijingDay(now);
  const paidAt = { gte: startOfBeijingDay(today), lte: endOfBeijingDay(today) };
  const [waitingVouchers, unmatched, refunds, bills, paid] = await Promise.all([
    db.paymentVoucher.count({ where: { status: 'UPLOADED', order: visible } }),
    db.unmatchedPayment.count({ where: { resolvedAt: null, ...unmatchedWhere(actor, visible) } }),
    refundCounts(actor),
    billCounts(actor),
    db.order.aggregate({ where: { AND: [visible, { paidAt }] }, _count: true, _sum: { paidFen: true } }),
  ]);
  return {
    waitingVouchers,
    unmatched,
    refunds: refunds.proposed + refunds.byHand + refunds.failed,
    bills: bills.missing + bills.differences,
    paidToday: paid._count,
    paidTodayFen: paid._sum.paidFen ?? 0,
  };
}

/** Vouchers that nobody has decided on, the oldest first. */
export async function waitingVouchers(actor: Actor): Promise<WaitingVoucher[]> {
  const visible = visibleOrders(actor);
  if (!visible) return [];
  return db.paymentVoucher.findMany({
    where: { status: 'UPLOADED', order: visible },
    include: voucherParts,
    orderBy: { uploadedAt: 'asc' },
    take: 200,
  });
}

export interface OrderList {
  rows: ListedOrder[];
  total: number;
  pageCount: number;
}

export async function financeOrders(actor: Actor, filters: OrderFilters, now: Date): Promise<OrderList> {
  const visible = visibleOrders(actor);
  if (!visible) return { rows: [], total: 0, pageCount: 0 };
  const where = { AND: [visible, filterWhere(filters), filters.overdue ? overdueWhere(now) : {}] };
  const [rows, total] = await Promise.all([
    db.order.findMany({
      where,
      include: payer,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (filters.page - 1) * orderPageSize,
      take: orderPageSize,
    }),
    db.order.count({ where }),
  ]);
  return { rows, total, pageCount: Math.ceil(total / orderPageSize) };
}

const hour = 60 * 60_000;

/** Should have been closed by itself: somebody has to see why it was not. */
const overdueWhere = (now: Date): Prisma.OrderWhereInput => ({
  status: { in: ['UNPAID', 'PAYING'] },
  expiresAt: { lt: new Date(now.getTime() - hour) },
  items: { none: { application: { status: 'FROZEN' } } },
});

export async function overdueOrders(actor: Actor, now: Date): Promise<number> {
  const visible = visibleOrders(actor);
  return visible ? db.order.count({ where: { AND: [visible, overdueWhere(now)] } }) : 0;
}

function filterWhere({ q, status, from, to }: OrderFilters): Prisma.OrderWhereInput {
  const search = q && { OR: [{ number: { contains: q.toLowerCase() } }, { person: { name: { contains: q } } }, ...ofOthers(q)] };
  return {
    ...(search || {}),
    ...(status ? { status } : {}),
    createdAt: { gte: from && startOfBeijingDay(from), lte: to && endOfBeijingDay(to) },
  };
}

/** A unit's order is found by the unit, and by everybody on it. */
const ofOthers = (q: string): Prisma.OrderWhereInput[] => [
  { unit: { name: { contains: q } } },
  { items: { some: { application: { person: { name: { contains: q } } } } } },
];

export async function financeOrder(actor: Actor, number: string): Promise<FinanceOrder | null> {
  const visible = visibleOrders(actor);
  return visible && db.order.findFirst({ where: { AND: [visible, { number }] }, include: financeOrderParts });
}

export type VoucherFile = Pick<StoredFile, 'id' | 'pages'>;

/** The file of a voucher, for its pages; whether one may see it was judged with the order. */
export async function voucherFilesOf(order: FinanceOrder): Promise<Map<string, VoucherFile>> {
  const files = await db.storedFile.findMany({ where: { id: { in: order.vouchers.map(({ fileId }) => fileId) } } });
  return new Map(files.map((file) => [file.id, file]));
}

const unmatchedParts = {
  order: { select: { number: true, ...payer } },
  refunds: { where: { status: { not: 'WITHDRAWN' } }, select: { number: true, status: true } },
} as const satisfies Prisma.UnmatchedPaymentInclude;
export type ListedUnmatched = Prisma.UnmatchedPaymentGetPayload<{ include: typeof unmatchedParts }>;

/** Money that a person must look at first, then what was settled lately. */
export async function unmatchedPayments(
  actor: Actor,
): Promise<{ open: ListedUnmatched[]; resolved: ListedUnmatched[] }> {
  const visible = visibleOrders(actor);
  if (!visible) return { open: [], resolved: [] };
  const where = unmatchedWhere(actor, visible);
  const [open, resolved] = await Promise.all([
    db.unmatchedPayment.findMany({
      where: { ...where, resolvedAt: null },
      include: unmatchedParts,
      orderBy: { arrivedAt: 'asc' },
      take: 200,
    }),
    db.unmatchedPayment.findMany({
      where: { ...where, resolvedAt: { not: null } },
      include: unmatchedParts,
      orderBy: { resolvedAt: 'desc' },
      take: 50,
    }),
  ]);
  return { open, resolved };
}

/** Money that names neither order nor account is everybody's in finance until somebody finds where it belongs. */
const unmatchedWhere = (actor: Actor, visible: Record<string, unknown>): Prisma.UnmatchedPaymentWhereInput => {
  const books = visibleBooks(actor);
  return { OR: [{ order: visible }, ...(books ? [{ AND: [{ orderId: null }, books] }] : [])] };
};
