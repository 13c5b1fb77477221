import { fromPrisma, type PgBoss } from 'pg-boss';
import { inTransaction } from '@/lib/db/transaction';

interface WaitingJob {
  id: bigint;
  kind: string;
  payload: object;
  onceKey: string | null;
  runAfter: Date;
}

/** Moves waiting jobs into the queue, each in the transaction that takes it from the outbox. Returns how many. */
export async function relayOutbox(boss: PgBoss, batch = 100): Promise<number> {
  return inTransaction(async (tx) => {
    const waiting = await tx.$queryRaw<WaitingJob[]>`
      SELECT id, kind, payload, "onceKey", "runAfter" FROM "OutboxJob" ORDER BY id LIMIT ${batch} FOR UPDATE SKIP LOCKED`;
    for (const job of waiting) {
      await boss.send(job.kind, job.payload, {
        db: fromPrisma(tx),
        startAfter: job.runAfter,
        ...(job.onceKey ? { singletonKey: job.onceKey } : {}),
      });
    }
    await tx.outboxJob.deleteMany({ where: { id: { in: waiting.map((job) => job.id) } } });
    return waiting.length;
  });
}
