import { fromPrisma, type PgBoss } from 'pg-boss';
import { inTransaction, type Transaction } from '@/lib/db/transaction';

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
      if (await isCovered(tx, job)) continue;
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

/** A first try of the same key that will begin by then does the same work; the queue itself lets keys pass. */
async function isCovered(tx: Transaction, { kind, onceKey, runAfter }: WaitingJob): Promise<boolean> {
  if (!onceKey) return false;
  const [found] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM pgboss.job
    WHERE name = ${kind} AND singleton_key = ${onceKey} AND state = 'created' AND start_after <= ${runAfter} LIMIT 1`;
  return found !== undefined;
}
