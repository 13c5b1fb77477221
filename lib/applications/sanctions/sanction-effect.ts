import { createHash } from 'node:crypto';
import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { freezable } from '../lifecycle';

export const touchedParts = {
  id: true,
  number: true,
  level: true,
  status: true,
  statusSince: true,
  personId: true,
  person: { select: { name: true } },
  cycle: { select: { cycleYear: true, associationId: true, association: { select: { provinceName: true } } } },
  cycleLevel: { select: { deciderId: true } },
} as const satisfies Prisma.ApplicationSelect;

export type TouchedApplication = Prisma.ApplicationGetPayload<{ select: typeof touchedParts }>;

export interface SanctionEffect {
  /** Under way: to be frozen. */
  applications: TouchedApplication[];
  /** Not handed in: they stay, and cannot be submitted from this unit. */
  drafts: { id: string; personId: string; level: TouchedApplication['level']; cycle: TouchedApplication['cycle'] }[];
  admins: { grantId: string; personId: string; name: string }[];
  /** Of whom it touches and where they stand. */
  digest: string;
}

/** Whom a bar on this credit code touches now, whatever the unit's records are called. */
export async function sanctionEffect(tx: Transaction, creditCode: string): Promise<SanctionEffect> {
  const unit = { creditCode };
  const applications = await tx.application.findMany({
    where: { unit, status: { in: [...freezable] } },
    select: touchedParts,
    orderBy: [{ status: 'asc' }, { statusSince: 'asc' }, { id: 'asc' }],
  });
  const drafts = await tx.application.findMany({
    where: { unit, status: 'DRAFT' },
    select: { id: true, personId: true, level: true, cycle: touchedParts.cycle },
    orderBy: { id: 'asc' },
  });
  const grants = await tx.roleGrant.findMany({
    where: { unit, role: 'UNIT_ADMIN', revokedAt: null, approvedAt: { not: null } },
    select: { id: true, personId: true, person: { select: { name: true } } },
    orderBy: { grantedAt: 'asc' },
  });
  const admins = grants.map(({ id, personId, person }) => ({ grantId: id, personId, name: person.name }));
  return { applications, drafts, admins, digest: digestOf(applications, admins) };
}

function digestOf(applications: TouchedApplication[], admins: SanctionEffect['admins']): string {
  const lines = [...applications.map(({ id, status }) => `${id} ${status}`), ...admins.map(({ grantId }) => grantId)];
  return createHash('sha256').update(lines.toSorted().join('\n')).digest('hex');
}
