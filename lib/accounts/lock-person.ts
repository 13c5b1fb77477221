import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { type JudgedAccount, staffGrants } from './policy';

/** One person's row, held until the transaction ends. */
export async function lockPerson(tx: Transaction, id: string | null) {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Person" WHERE id = ${id}::uuid FOR UPDATE`;
  if (!id || rows.length === 0) throw new NotFoundError('person');
  return tx.person.findUniqueOrThrow({ where: { id } });
}

export type LockedPerson = Awaited<ReturnType<typeof lockPerson>>;

/** The row of whoever acts. */
export const lockOwnPerson = (tx: Transaction, _input: unknown, actor: Actor): Promise<LockedPerson> =>
  lockPerson(tx, actor.personId);

/** What a judgement asks of an account. */
export async function judgedAccount(tx: Transaction, personId: string): Promise<JudgedAccount> {
  const applications = await tx.application.findMany({
    where: { personId },
    select: { cycle: { select: { associationId: true } }, cycleLevel: { select: { deciderId: true } } },
  });
  const associationIds = applications.flatMap(({ cycle, cycleLevel }) => [cycle.associationId, cycleLevel.deciderId]);
  const isStaff = (await tx.roleGrant.count({ where: { personId, ...staffGrants } })) > 0;
  return { personId, associationIds: [...new Set(associationIds)], isStaff };
}
