import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';
import { log } from '@/lib/log';
import { giveUp } from './examine-scan';

const overdueMs = 10 * 60_000;
const lostMs = 60 * 60_000;

/** Sheets whose examination was lost with its worker: asked for again, and after an hour left to people. */
export async function lookAgain(now: Date): Promise<void> {
  const overdue = await db.scannedSheet.groupBy({
    by: ['fileId'],
    where: { examinedAt: null, removedAt: null, filedAt: { lt: new Date(now.getTime() - overdueMs) } },
    _min: { filedAt: true },
    orderBy: { fileId: 'asc' },
    take: 200,
  });
  for (const { fileId, _min: oldest } of overdue) {
    const isLost = oldest.filedAt && now.getTime() - oldest.filedAt.getTime() > lostMs;
    const onceKey = `scans.examine:${fileId}`;
    await inTransaction(async (tx) => (isLost ? giveUp(tx, fileId, now) : enqueue(tx, 'scans.examine', { fileId }, { now, onceKey })));
  }
  if (overdue.length > 0) log().warn({ files: overdue.length }, 'scans waited too long for their examination');
}
