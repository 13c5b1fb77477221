import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { administratorsOf, withoutAdministrator } from './admin-queries';
import { judgeSeeUnit, unitsVisibleTo } from './policy';
import type { UnitListInput } from './schema';

export const unitPageSize = 30;

/** One page of the units that this member of staff looks after, longest waiting first. */
export async function officeUnits(actor: Actor, { status, q, page }: UnitListInput) {
  const visible = unitsVisibleTo(actor);
  if (!visible || status === 'admins' || status === 'orphaned') return { rows: [], total: 0, pageCount: 0 };
  const where: Prisma.UnitWhereInput = { ...visible, status, ...(q ? { OR: matching(q) } : {}) };
  const [rows, total] = await Promise.all([
    db.unit.findMany({
      where,
      orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * unitPageSize,
      take: unitPageSize,
      include: {
        _count: { select: { applications: true, grants: { where: { revokedAt: null, approvedAt: { not: null } } } } },
      },
    }),
    db.unit.count({ where }),
  ]);
  return { rows, total, pageCount: Math.ceil(total / unitPageSize) };
}

const matching = (q: string): Prisma.UnitWhereInput[] => [
  { name: { contains: q, mode: 'insensitive' } },
  { creditCode: { startsWith: q.toUpperCase() } },
  { formerNames: { has: q } },
];

/** What waits: units to verify, people who ask to administer one, units that nobody administers any more. */
export async function unitCounts(actor: Actor): Promise<{ units: number; admins: number; orphaned: number }> {
  const visible = unitsVisibleTo(actor);
  if (!visible) return { units: 0, admins: 0, orphaned: 0 };
  const [units, admins, orphaned] = await Promise.all([
    db.unit.count({ where: { ...visible, status: 'PENDING' } }),
    db.roleGrant.count({ where: { ...waitingAdmin, unit: visible } }),
    db.unit.count({ where: { ...visible, ...withoutAdministrator } }),
  ]);
  return { units, admins, orphaned };
}

const waitingAdmin = { role: 'UNIT_ADMIN', approvedAt: null, revokedAt: null } as const;

/** Who asks to administer a unit of this member of staff's province. */
export async function waitingUnitAdmins(actor: Actor) {
  const visible = unitsVisibleTo(actor);
  if (!visible) return [];
  return db.roleGrant.findMany({
    where: { ...waitingAdmin, unit: visible },
    orderBy: { grantedAt: 'asc' },
    take: 100,
    select: {
      id: true,
      grantedAt: true,
      person: { select: { name: true } },
      unit: { select: { id: true, name: true, status: true } },
    },
  });
}

/** One unit with its administrators, present and asked for; null for who does not look after it. */
export async function officeUnit(actor: Actor, unitId: string) {
  const unit = await db.unit.findUnique({ where: { id: unitId } });
  if (!unit || judgeSeeUnit(actor, unit).answer !== 'yes') return null;
  const [admins, applications, sameName, events] = await Promise.all([
    administratorsOf(unitId),
    db.application.count({ where: { unitId } }),
    db.unit.findMany({ where: { name: unit.name, id: { not: unit.id } }, select: { id: true, creditCode: true } }),
    db.auditEvent.findMany({ where: { stream: `unit:${unitId}` }, orderBy: { sequence: 'desc' }, take: 50 }),
  ]);
  const marked = admins.map((admin) => ({ ...admin, isOwn: admin.personId === actor.personId }));
  return { unit, admins: marked, applications, sameName, events };
}

/** The unit that its administrator acts for. */
export async function ownUnit(actor: Actor) {
  if (actor.role !== 'UNIT_ADMIN' || !actor.unitId) return null;
  return db.unit.findUnique({ where: { id: actor.unitId } });
}
