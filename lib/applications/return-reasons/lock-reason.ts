import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { ownerOfNew } from './policy';

export type LockedReason = Prisma.ReturnReasonGetPayload<object>;

export async function lockNamedReason(tx: Transaction, { code }: { code: string }): Promise<LockedReason> {
  const rows = await tx.$queryRaw<{ code: string }[]>`SELECT code FROM "ReturnReason" WHERE code = ${code} FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('reason');
  return tx.returnReason.findUniqueOrThrow({ where: { code } });
}

/** Where a new reason would stand; holds the association, so that two get two numbers. */
export async function lockNewReason(tx: Transaction, _input: unknown, actor: Actor): Promise<{ associationId: string | null }> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT id FROM "Association" WHERE id = ${actor.associationId} FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('association');
  return { associationId: ownerOfNew(actor) };
}
