import { db } from '@/lib/db/client';
import type { ApplicationStatus, Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { judge, visibleTo } from './policy';

export const unitPageSize = 30;

export interface UnitFilters {
  /** Those that wait for the stamped form, or all. */
  view: 'stamp' | 'all';
  q: string;
  page: number;
}

const awaitingStamp: ApplicationStatus[] = ['AWAITING_STAMP', 'RETURNED'];

const unitRow = {
  id: true,
  number: true,
  level: true,
  status: true,
  statusSince: true,
  person: { select: { name: true } },
  cycle: { include: { association: true } },
  cycleLevel: true,
  personId: true,
  unitId: true,
  hasMaterials: true,
  hasPayment: true,
  levelFrozenAt: true,
  formVersion: true,
  revisionDueAt: true,
  completedAt: true,
  claimedById: true,
  frozenFrom: true,
  daysHeld: true,
} as const satisfies Prisma.ApplicationSelect;

/** Applications of the administrator's own unit, never his own; each with what he may do for it now. */
export async function unitApplications(actor: Actor, filters: UnitFilters, now: Date) {
  const where = whereFor(actor, filters);
  if (!where) return { rows: [], total: 0, pageCount: 0 };
  const [found, total] = await Promise.all([
    db.application.findMany({
      where,
      select: unitRow,
      orderBy: [{ statusSince: 'asc' }, { id: 'asc' }],
      skip: (filters.page - 1) * unitPageSize,
      take: unitPageSize,
    }),
    db.application.count({ where }),
  ]);
  const rows = found.map((row) => ({ ...row, stamping: judge(actor, 'submit_stamped_form', row, now) }));
  return { rows, total, pageCount: Math.ceil(total / unitPageSize) };
}

export type UnitApplicationRow = Awaited<ReturnType<typeof unitApplications>>['rows'][number];

/** Those whose issued form waits for signature and seal: what can be printed and scanned as a stack. */
export function stampableFilter(actor: Actor): Prisma.ApplicationWhereInput | null {
  const visible = actor.role === 'UNIT_ADMIN' ? visibleTo(actor) : null;
  if (!visible) return null;
  return { AND: [visible, { status: { in: awaitingStamp }, snapshots: { some: { supersededAt: null } } }] };
}

/** The administrator's own applications in his unit: he sees that others handle them, and nothing that he could do. */
export async function ownApplicationsInUnit(actor: Actor) {
  if (actor.role !== 'UNIT_ADMIN' || !actor.unitId || !actor.personId) return [];
  return db.application.findMany({
    where: { personId: actor.personId, unitId: actor.unitId, levelFrozenAt: { not: null } },
    select: { id: true, number: true, status: true },
    orderBy: { createdAt: 'desc' },
  });
}

/** How many wait for the stamped form, and how many there are. */
export async function unitCounts(actor: Actor): Promise<{ stamp: number; all: number }> {
  const of = (view: UnitFilters['view']) => whereFor(actor, { view, q: '', page: 1 });
  const [stamp, all] = [of('stamp'), of('all')];
  if (!stamp || !all) return { stamp: 0, all: 0 };
  const [waiting, total] = await Promise.all([
    db.application.count({ where: stamp }),
    db.application.count({ where: all }),
  ]);
  return { stamp: waiting, all: total };
}

function whereFor(actor: Actor, { view, q }: UnitFilters): Prisma.ApplicationWhereInput | null {
  const visible = actor.role === 'UNIT_ADMIN' ? visibleTo(actor) : null;
  if (!visible) return null;
  return {
    AND: [
      visible,
      // Drafts are the applicant's own business until the form is handed in.
      { levelFrozenAt: { not: null }, ...(view === 'stamp' ? { status: { in: awaitingStamp } } : {}) },
      q ? { OR: [{ person: { name: { contains: q } } }, { number: { contains: q.toUpperCase() } }] } : {},
    ],
  };
}
