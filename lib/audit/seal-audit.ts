import { inTransaction } from '@/lib/db/transaction';
import { createHash } from 'node:crypto';

/** Chains a digest over the heads of all streams, so that a chain cut off at its end shows. */
export async function sealAudit(now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('audit-seal', 7))`;
    const heads = await tx.$queryRaw<{ stream: string; hash: string; id: bigint }[]>`
      SELECT DISTINCT ON (stream) stream, hash, id FROM "AuditEvent" ORDER BY stream, sequence DESC`;
    const last = await tx.auditSeal.findFirst({ orderBy: { id: 'desc' } });
    const headsDigest = sha256(heads.map((head) => `${head.stream}=${head.hash}`).join('\n'));
    const lastEventId = heads.reduce((highest, head) => (head.id > highest ? head.id : highest), 0n);
    const previousHash = last?.hash ?? '';
    const hash = sha256(
      [previousHash, now.toISOString(), String(lastEventId), String(heads.length), headsDigest].join('\u001f'),
    );
    await tx.auditSeal.create({
      data: { at: now, lastEventId, streams: heads.length, headsDigest, previousHash, hash },
    });
  });
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
