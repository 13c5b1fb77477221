import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { roleNames } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { lockPerson } from './lock-person';
import { tellPerson } from './tell-person';

export async function lockGrant(tx: Transaction, id: string) {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "RoleGrant" WHERE id = ${id}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('grant');
  const grant = await tx.roleGrant.findUniqueOrThrow({ where: { id }, include: { unit: true, person: true } });
  return grant;
}

export type LockedGrant = Awaited<ReturnType<typeof lockGrant>>;

/** Takes a role away; sessions that act in it end with their next request. */
export async function revokeRole({
  tx,
  actor,
  subject: grant,
  input,
  now,
}: Step<Transaction, LockedGrant, { note: string }>): Promise<void> {
  if (grant.revokedAt) throw new DomainError('REVOKED', '这个身份已经撤销。');
  await lockPerson(tx, grant.personId);
  await tx.roleGrant.update({ where: { id: grant.id }, data: { revokedAt: now } });
  await recordEvent(tx, {
    stream: `person:${grant.personId}`,
    name: 'role_revoked',
    actor,
    at: now,
    note: input.note,
    data: { role: grant.role, associationId: grant.associationId, unitId: grant.unitId },
  });
  const blanks = { role: roleNames[grant.role], reason: input.note };
  await tellPerson({ tx, personId: grant.personId, notice: 'role_revoked', blanks, now });
}
