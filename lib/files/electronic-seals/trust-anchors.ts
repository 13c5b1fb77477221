import { X509Certificate } from 'node:crypto';
import { db } from '@/lib/db/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { judgeSeeAnchors } from './policy';

/** Certificates that are in force now, in base64, as the checking process takes them. */
export async function liveAnchors(): Promise<string[]> {
  const anchors = await db.trustAnchor.findMany({
    where: { approvedAt: { not: null }, retiredAt: null },
    select: { certificate: true },
    orderBy: { addedAt: 'asc' },
  });
  return anchors.map(({ certificate }) => new X509Certificate(certificate).raw.toString('base64'));
}

/** All that there are and were, for the system administrator; those in use first. */
export async function trustAnchors(actor: Actor) {
  if (judgeSeeAnchors(actor).answer !== 'yes') return [];
  const [anchors, events] = await Promise.all([
    db.trustAnchor.findMany({ orderBy: [{ retiredAt: { sort: 'desc', nulls: 'first' } }, { addedAt: 'desc' }] }),
    db.auditEvent.findMany({ where: { stream: { startsWith: 'anchor:' } }, orderBy: { at: 'asc' } }),
  ]);
  return anchors.map((anchor) => ({ ...anchor, events: events.filter(({ stream }) => stream === `anchor:${anchor.id}`) }));
}

export type ListedAnchor = Awaited<ReturnType<typeof trustAnchors>>[number];

/** One anchor's row, held until the transaction ends. */
export async function lockAnchor(tx: Transaction, id: string) {
  const rows = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM "TrustAnchor" WHERE id = ${id}::uuid FOR UPDATE`;
  if (rows.length === 0) throw new NotFoundError('trust anchor');
  return tx.trustAnchor.findUniqueOrThrow({ where: { id } });
}

export type LockedAnchor = Awaited<ReturnType<typeof lockAnchor>>;
