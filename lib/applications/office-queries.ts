import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import type { QueueFilters } from './office-schema';
import { visibleTo } from './policy';

export const queuePageSize = 30;
const dayMs = 24 * 60 * 60 * 1000;

const queueRow = {
  id: true,
  number: true,
  level: true,
  status: true,
  statusSince: true,
  completedAt: true,
  revisionDueAt: true,
  hasPayment: true,
  hasMaterials: true,
  person: { select: { name: true } },
  unit: { select: { name: true } },
  claimedBy: { select: { id: true, name: true } },
  cycle: { select: { name: true, association: { select: { provinceName: true } } } },
} as const satisfies Prisma.ApplicationSelect;

export type QueueRow = Prisma.ApplicationGetPayload<{ select: typeof queueRow }>;

export interface QueuePage {
  rows: QueueRow[];
  total: number;
  pageCount: number;
}

/** One page of what this member of staff may see, oldest waiting first. */
export async function officeQueue(actor: Actor, filters: QueueFilters, now: Date): Promise<QueuePage> {
  const where = queueWhere(actor, filters, now);
  if (!where) return { rows: [], total: 0, pageCount: 0 };
  const [rows, total] = await Promise.all([
    db.application.findMany({
      where,
      select: queueRow,
      orderBy: [{ statusSince: 'asc' }, { id: 'asc' }],
      skip: (filters.page - 1) * queuePageSize,
      take: queuePageSize,
    }),
    db.application.count({ where }),
  ]);
  return { rows, total, pageCount: Math.ceil(total / queuePageSize) };
}

/** Ids of the neighbours in the same queue, for moving on by one key. */
export async function queueNeighbours(
  actor: Actor,
  filters: QueueFilters,
  { id, now }: { id: string; now: Date },
): Promise<{ previous: string | null; next: string | null; position: number; total: number }> {
  const where = queueWhere(actor, filters, now);
  if (!where) return { previous: null, next: null, position: 0, total: 0 };
  const ids = await db.application.findMany({
    where,
    select: { id: true },
    orderBy: [{ statusSince: 'asc' }, { id: 'asc' }],
    take: 1000,
  });
  const at = ids.findIndex((row) => row.id === id);
  return { previous: ids[at - 1]?.id ?? null, next: ids[at + 1]?.id ?? null, position: at + 1, total: ids.length };
}

/** How much waits in each view, for the menu. */
export async function queueCounts(actor: Actor): Promise<{ waiting: number; mine: number; returned: number }> {
  const visible = visibleTo(actor);
  if (!visible) return { waiting: 0, mine: 0, returned: 0 };
  const count = (where: Prisma.ApplicationWhereInput) => db.application.count({ where: { AND: [visible, where] } });
  const [waiting, mine, returned] = await Promise.all([
    count(viewWhere('waiting', actor)),
    count(viewWhere('mine', actor)),
    count(viewWhere('returned', actor)),
  ]);
  return { waiting, mine, returned };
}

function queueWhere(actor: Actor, filters: QueueFilters, now: Date): Prisma.ApplicationWhereInput | null {
  const visible = visibleTo(actor);
  if (!visible) return null;
  const parts: Prisma.ApplicationWhereInput[] = [visible, viewWhere(filters.view, actor)];
  if (filters.status) parts.push({ status: filters.status as Prisma.EnumApplicationStatusFilter['equals'] });
  if (filters.level) parts.push({ level: filters.level });
  if (filters.cycle) parts.push({ cycleId: filters.cycle });
  if (filters.unit) parts.push({ unitId: filters.unit });
  if (filters.claimed) parts.push({ claimedById: filters.claimed === 'nobody' ? null : { not: null } });
  if (filters.age) parts.push({ statusSince: { lte: new Date(now.getTime() - Number(filters.age) * dayMs) } });
  if (filters.q) parts.push(searchWhere(filters.q));
  return { AND: parts };
}

function viewWhere(view: QueueFilters['view'], actor: Actor): Prisma.ApplicationWhereInput {
  if (view === 'waiting') return { status: 'COMPLETE' };
  if (view === 'mine') return { status: 'UNDER_REVIEW', claimedById: actor.personId };
  if (view === 'returned') return { status: 'RETURNED' };
  // Drafts are the applicant's own business until the form is handed in.
  return { levelFrozenAt: { not: null } };
}

function searchWhere(q: string): Prisma.ApplicationWhereInput {
  return {
    OR: [
      { number: { contains: q.toUpperCase() } },
      { person: { name: { contains: q } } },
      { unit: { name: { contains: q } } },
    ],
  };
}
