import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { headsOf, sealHash } from './seal-digest';

export interface SealCheck {
  /** When the audit was sealed last; null before the first night. */
  sealedAt: Date | null;
  isWhole: boolean;
}

/** Each seal follows from the one before it, and what stood in the audit at the last seal stands there still. */
export async function verifySeals(): Promise<SealCheck> {
  const seals = await db.auditSeal.findMany({ orderBy: { id: 'asc' } });
  const last = seals.at(-1);
  if (!last) return { sealedAt: null, isWhole: true };
  const isChained = seals.every(
    (seal, index) => seal.previousHash === (seals[index - 1]?.hash ?? '') && seal.hash === sealHash(seal),
  );
  const heads = await inTransaction((tx) => headsOf(tx, last.lastEventId));
  return { sealedAt: last.at, isWhole: isChained && heads.digest === last.headsDigest };
}
