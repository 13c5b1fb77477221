import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { maskMobile } from '@/lib/kernel/masking';
import { fields } from '@/lib/secrets';
import { unitsVisibleTo } from './policy';

const inForce = { role: 'UNIT_ADMIN', revokedAt: null } as const;
/** Holds the task now and can sign in. */
const acting = { ...inForce, approvedAt: { not: null }, person: { disabledAt: null } } satisfies Prisma.RoleGrantWhereInput;

/** Once had an administrator, and now nobody: what is under way there has no one who looks after it. */
export const withoutAdministrator: Prisma.UnitWhereInput = {
  status: 'APPROVED',
  AND: [
    { grants: { some: { role: 'UNIT_ADMIN', approvedAt: { not: null } } } },
    { grants: { none: acting } },
  ],
};

/** Units whose administrators have all left, with what is under way in each. */
export async function unitsWithoutAdministrator(actor: Actor) {
  const visible = unitsVisibleTo(actor);
  if (!visible) return [];
  const units = await db.unit.findMany({
    where: { ...visible, ...withoutAdministrator },
    orderBy: { name: 'asc' },
    take: 100,
    select: {
      id: true,
      name: true,
      creditCode: true,
      grants: { where: { role: 'UNIT_ADMIN' }, select: { approvedAt: true, revokedAt: true } },
      _count: { select: { applications: { where: { status: { in: ['AWAITING_STAMP', 'SUBMITTED', 'RETURNED'] } } } } },
    },
  });
  return units.map(({ grants, _count, ...unit }) => ({
    ...unit,
    underWay: _count.applications,
    waiting: grants.filter(({ approvedAt, revokedAt }) => !approvedAt && !revokedAt).length,
    since: grants.flatMap(({ revokedAt }) => revokedAt ?? []).sort((one, other) => other.getTime() - one.getTime())[0] ?? null,
  }));
}

/** Who looks after the unit now; for what is sent to all of them. */
export async function actingAdministrators(tx: Transaction, unitId: string): Promise<string[]> {
  const grants = await tx.roleGrant.findMany({ where: { unitId, ...acting }, select: { personId: true }, orderBy: { grantedAt: 'asc' } });
  return grants.map(({ personId }) => personId);
}

/** Present and asked-for administrators of one unit, with what each wrote; for whoever has been judged. */
export async function administratorsOf(unitId: string) {
  const [grants, asked] = await Promise.all([
    db.roleGrant.findMany({
      where: { unitId, ...inForce },
      include: {
        person: { select: { id: true, name: true, phoneCipher: true, disabledAt: true } },
        replaces: { select: { id: true, revokedAt: true, person: { select: { name: true } } } },
      },
      orderBy: { grantedAt: 'asc' },
    }),
    db.auditEvent.findMany({
      where: { stream: `unit:${unitId}`, name: { in: ['admin_requested', 'admin_named'] } },
      orderBy: { sequence: 'desc' },
      take: 200,
    }),
  ]);
  return grants.map(({ person, replaces, ...grant }) => {
    const request = asked.find(({ data }) => factOf(data, 'grantId') === grant.id);
    return {
      ...grant,
      personId: person.id,
      name: person.name,
      isDisabled: person.disabledAt !== null,
      mobile: maskMobile(fields().open(person.phoneCipher)),
      note: request?.note ?? null,
      /** Named by the one who leaves, or asked for by the one who comes. */
      replaces: replaces && !replaces.revokedAt ? { grantId: replaces.id, name: replaces.person.name } : null,
      takesOver: request ? factOf(request.data, 'takesOver') === true : false,
    };
  });
}

export type Administrator = Awaited<ReturnType<typeof administratorsOf>>[number];

/** The administrators of the unit for which this one acts; his own grant first found by `isOwn`. */
export async function fellowAdministrators(actor: Actor) {
  if (actor.role !== 'UNIT_ADMIN' || !actor.unitId) return [];
  const all = await administratorsOf(actor.unitId);
  return all.map((one) => ({ ...one, isOwn: one.personId === actor.personId, isNamedByMe: one.namedById === actor.personId }));
}

function factOf(data: Prisma.JsonValue, name: string): Prisma.JsonValue | undefined {
  if (data === null || typeof data !== 'object' || Array.isArray(data)) return undefined;
  return data[name];
}
