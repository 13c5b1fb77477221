import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';

/** One stack, held until the transaction ends: two clicks at once follow one another. */
export async function lockBatch(tx: Transaction, { batchId }: { batchId: string }) {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "ScanBatch" WHERE id = ${batchId}::uuid FOR NO KEY UPDATE`;
  if (rows.length === 0) throw new NotFoundError('batch');
  return tx.scanBatch.findUniqueOrThrow({ where: { id: batchId } });
}

export type LockedBatch = Awaited<ReturnType<typeof lockBatch>>;
