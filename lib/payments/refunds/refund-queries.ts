import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { type LoadedOrder, orderParts } from '../lock-order';
import { visibleRefunds } from './policy';
import { leftToRefund } from './refund-order';
import type { RefundFilters, RefundView } from './schema';

export const refundPageSize = 30;

const payer = { person: { select: { name: true } }, unit: { select: { name: true } } } as const;
const listParts = { order: { select: { number: true, ...payer } } } as const satisfies Prisma.RefundInclude;
const pageParts = { order: { include: { ...orderParts, ...payer } }, unmatched: true } as const satisfies Prisma.RefundInclude;

export type ListedRefund = Prisma.RefundGetPayload<{ include: typeof listParts }>;
export type FinanceRefund = Prisma.RefundGetPayload<{ include: typeof pageParts }>;

const byHand = { status: 'APPROVED', provider: 'bank' } as const satisfies Prisma.RefundWhereInput;

const views: Record<RefundView, Prisma.RefundWhereInput> = {
  todo: { OR: [{ status: { in: ['PROPOSED', 'FAILED'] } }, byHand] },
  going: { OR: [{ status: 'SENT' }, { status: 'APPROVED', provider: { not: 'bank' } }] },
  done: { status: 'SUCCEEDED' },
  withdrawn: { status: 'WITHDRAWN' },
};

export interface RefundList {
  rows: ListedRefund[];
  total: number;
  pageCount: number;
}

/** What waits, the oldest first; what is over, the latest first. */
export async function refundList(actor: Actor, { view, page }: RefundFilters): Promise<RefundList> {
  const visible = visibleRefunds(actor);
  if (!visible) return { rows: [], total: 0, pageCount: 0 };
  const where: Prisma.RefundWhereInput = { AND: [visible, views[view]] };
  const order = view === 'todo' || view === 'going' ? 'asc' : 'desc';
  const [rows, total] = await Promise.all([
    db.refund.findMany({
      where,
      include: listParts,
      orderBy: [{ proposedAt: order }, { id: order }],
      skip: (page - 1) * refundPageSize,
      take: refundPageSize,
    }),
    db.refund.count({ where }),
  ]);
  return { rows, total, pageCount: Math.ceil(total / refundPageSize) };
}

export interface RefundCounts {
  proposed: number;
  byHand: number;
  failed: number;
}

export async function refundCounts(actor: Actor): Promise<RefundCounts> {
  const visible = visibleRefunds(actor);
  if (!visible) return { proposed: 0, byHand: 0, failed: 0 };
  const count = (where: Prisma.RefundWhereInput) => db.refund.count({ where: { AND: [visible, where] } });
  const [proposed, hand, failed] = await Promise.all([
    count({ status: 'PROPOSED' }),
    count(byHand),
    count({ status: 'FAILED' }),
  ]);
  return { proposed, byHand: hand, failed };
}

export async function financeRefund(actor: Actor, number: string): Promise<FinanceRefund | null> {
  const visible = visibleRefunds(actor);
  return visible && db.refund.findFirst({ where: { AND: [visible, { number }] }, include: pageParts });
}

/** What can still be given back of an order. */
export const refundableFen = (order: LoadedOrder): Promise<number> => leftToRefund(db, order);
