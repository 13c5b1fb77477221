import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';

/** How long the first worker has before another one looks. */
const patienceMs = 5 * 60_000;
const mostAtATime = 20;

/** Statements of which something still waits are taken up again, also when the queue has given their job up. */
export async function handInAgain(now: Date): Promise<void> {
  const waiting = await db.batchAttestation.findMany({
    where: { attestedAt: { lt: new Date(now.getTime() - patienceMs) }, rows: { some: { outcome: 'WAITING' } } },
    select: { id: true },
    orderBy: { attestedAt: 'asc' },
    take: mostAtATime,
  });
  if (waiting.length === 0) return;
  await inTransaction(async (tx) => {
    for (const { id } of waiting) {
      await enqueue(tx, 'batches.hand-in', { attestationId: id }, { now, onceKey: `batches.hand-in:${id}` });
    }
  });
}
