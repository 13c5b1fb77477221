import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';

/** The grant of a unit's administrator, held until the transaction ends, with unit and person. */
export async function lockUnitAdmin(tx: Transaction, grantId: string) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "RoleGrant" WHERE id = ${grantId}::uuid AND role = 'UNIT_ADMIN' FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('grant');
  return tx.roleGrant.findUniqueOrThrow({ where: { id: grantId }, include: { unit: true, person: true } });
}

export type LockedUnitAdmin = Awaited<ReturnType<typeof lockUnitAdmin>>;
