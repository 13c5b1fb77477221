import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';

export type LockedCycle = Prisma.CycleGetPayload<{ include: { levels: true } }>;
export type LockedLevel = Prisma.CycleLevelGetPayload<{ include: { cycle: true } }>;

/** Loads a cycle and holds its row: every change of a cycle and of its levels passes here, one at a time. */
export async function lockCycle(tx: Transaction, id: string): Promise<LockedCycle> {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Cycle" WHERE id = ${id}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('cycle');
  return tx.cycle.findUniqueOrThrow({ where: { id }, include: { levels: true } });
}

export async function lockLevel(tx: Transaction, id: string): Promise<LockedLevel> {
  const level = await tx.cycleLevel.findUnique({ where: { id }, select: { cycleId: true } });
  if (!level) throw new NotFoundError('level');
  await lockCycle(tx, level.cycleId);
  return tx.cycleLevel.findUniqueOrThrow({ where: { id }, include: { cycle: true } });
}

/** For the inputs of actions, which name their cycle or level. */
export const lockNamedCycle = (tx: Transaction, input: { cycleId: string }): Promise<LockedCycle> =>
  lockCycle(tx, input.cycleId);

export const lockNamedLevel = (tx: Transaction, input: { levelId: string }): Promise<LockedLevel> =>
  lockLevel(tx, input.levelId);
