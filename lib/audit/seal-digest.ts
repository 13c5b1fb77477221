import { createHash } from 'node:crypto';
import type { Transaction } from '@/lib/db/transaction';

export interface AuditHeads {
  lastEventId: bigint;
  streams: number;
  digest: string;
}

/** A digest over the last event of every chain, of all events or of those up to one of them. */
export async function headsOf(tx: Transaction, upTo?: bigint): Promise<AuditHeads> {
  const last = upTo ?? null;
  const heads = await tx.$queryRaw<{ stream: string; hash: string; id: bigint }[]>`
    SELECT DISTINCT ON (stream) stream, hash, id FROM "AuditEvent"
    WHERE ${last}::bigint IS NULL OR id <= ${last}::bigint ORDER BY stream, sequence DESC`;
  // Sorted here, so that a database restored under another collation gives the same digest.
  const lines = heads.map((head) => `${head.stream}=${head.hash}`).sort();
  return {
    lastEventId: heads.reduce((highest, head) => (head.id > highest ? head.id : highest), 0n),
    streams: heads.length,
    digest: sha256(lines.join('\n')),
  };
}

interface Sealed {
  at: Date;
  lastEventId: bigint;
  streams: number;
  headsDigest: string;
  previousHash: string;
}

export const sealHash = ({ at, lastEventId, streams, headsDigest, previousHash }: Sealed): string =>
  sha256([previousHash, at.toISOString(), String(lastEventId), String(streams), headsDigest].join('\u001f'));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
