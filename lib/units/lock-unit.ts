import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';

/** One unit's row, held until the transaction ends. */
export async function lockUnit(tx: Transaction, id: string) {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "Unit" WHERE id = ${id}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('unit');
  return tx.unit.findUniqueOrThrow({ where: { id } });
}

export type LockedUnit = Awaited<ReturnType<typeof lockUnit>>;
