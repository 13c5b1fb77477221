import { inTransaction } from '@/lib/db/transaction';
import { headsOf, sealHash } from './seal-digest';

/** Chains a digest over the heads of all streams, so that a chain cut off at its end shows. */
export async function sealAudit(now: Date): Promise<void> {
  await inTransaction(async (tx) => {
    // Waits for events that are being written: none may appear later below the seal's last one.
    await tx.$executeRaw`LOCK TABLE "AuditEvent" IN SHARE MODE`;
    await tx.$executeRaw`LOCK TABLE "AuditSeal" IN SHARE ROW EXCLUSIVE MODE`;
    const { lastEventId, streams, digest } = await headsOf(tx);
    const last = await tx.auditSeal.findFirst({ orderBy: { id: 'desc' } });
    const seal = { at: now, lastEventId, streams, headsDigest: digest, previousHash: last?.hash ?? '' };
    await tx.auditSeal.create({ data: { ...seal, hash: sealHash(seal) } });
  });
}
