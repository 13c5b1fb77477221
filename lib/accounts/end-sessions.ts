import type { Transaction } from '@/lib/db/transaction';

interface Ending {
  tx: Transaction;
  personId: string;
  /** The one that goes on, where there is one. */
  except?: string | null;
  now: Date;
}

/** Signs a person out on every device; answers on how many. */
export async function endSessions({ tx, personId, except, now }: Ending): Promise<number> {
  const { count } = await tx.session.updateMany({
    where: { personId, revokedAt: null, expiresAt: { gt: now }, ...(except ? { id: { not: except } } : {}) },
    data: { revokedAt: now },
  });
  return count;
}
