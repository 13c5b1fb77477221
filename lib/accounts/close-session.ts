import { recordEvent } from '@/lib/audit/record-event';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';

export async function closeSession(actor: Actor, now: Date): Promise<void> {
  const { sessionId, personId } = actor;
  if (!sessionId || !personId) return;
  await inTransaction(async (tx) => {
    const { count } = await tx.session.updateMany({
      where: { id: sessionId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 1) await recordEvent(tx, { stream: `person:${personId}`, name: 'signed_out', actor, at: now });
  });
}
