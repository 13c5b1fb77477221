import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import type { JudgedSanction } from './policy';
import { isTiedTo } from './ties';

export const sanctionParts = {
  unit: { select: { id: true, name: true, creditCode: true } },
  files: { orderBy: { position: 'asc' }, include: { file: true } },
  appeals: { orderBy: { lodgedAt: 'desc' } },
} as const satisfies Prisma.SanctionInclude;

export type LoadedSanction = Prisma.SanctionGetPayload<{ include: typeof sanctionParts }>;
export type SanctionSubject = LoadedSanction & JudgedSanction;

/** One sanction, held until the transaction ends. Lock order: sanction, applications, credit code. */
export async function lockSanction(
  tx: Transaction,
  { sanctionId }: { sanctionId: string },
  actor: Actor,
): Promise<SanctionSubject> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Sanction" WHERE id = ${sanctionId}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('sanction');
  const found = await tx.sanction.findUniqueOrThrow({ where: { id: sanctionId }, include: sanctionParts });
  return judgedFor(tx, actor, found);
}

/** With what a judgement asks of it. */
export async function judgedFor(tx: Transaction, actor: Actor, sanction: LoadedSanction): Promise<SanctionSubject> {
  const { creditCode, appeals } = sanction;
  const units = await tx.unit.findMany({ where: { creditCode }, select: { id: true } });
  return {
    ...sanction,
    hasOpenAppeal: appeals.some(({ status }) => status === 'OPEN'),
    unitIds: units.map(({ id }) => id),
    isTied: await isTiedTo(tx, actor, creditCode),
  };
}
