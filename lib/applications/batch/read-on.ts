import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';

const mostAtATime = 20;

/** Stacks whose reading has stopped, for instance because a worker was killed, are read on. */
export async function readOn(now: Date): Promise<void> {
  const stopped = await db.storedFile.findMany({
    where: {
      purpose: 'UNIT_SCAN',
      status: 'CLEAN',
      deletedAt: null,
      sheets: { none: {} },
      readingUntil: { lt: now },
    },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take: mostAtATime,
  });
  if (stopped.length === 0) return;
  await inTransaction(async (tx) => {
    for (const { id } of stopped) {
      await enqueue(tx, 'batches.read', { fileId: id }, { now, onceKey: `batches.read:${id}` });
    }
  });
}
