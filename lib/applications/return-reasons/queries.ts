import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { reasonsVisibleTo } from './policy';
import { storedReasonChanges } from './schema';

const parts = { association: { select: { name: true } } } as const;

export type OfficeReason = Awaited<ReturnType<typeof officeReasons>>[number];

/** The whole list, also what is no longer used. */
export async function officeReasons(actor: Actor) {
  const visible = reasonsVisibleTo(actor);
  if (!visible) return [];
  return db.returnReason.findMany({ where: visible, include: parts, orderBy: [{ position: 'asc' }, { code: 'asc' }] });
}

/** One reason with its history, the latest first. */
export async function officeReason(actor: Actor, code: string) {
  const visible = reasonsVisibleTo(actor);
  if (!visible) return null;
  const reason = await db.returnReason.findFirst({
    where: { AND: [visible, { code }] },
    include: { ...parts, revisions: { orderBy: { revision: 'desc' } } },
  });
  if (!reason) return null;
  const revisions = reason.revisions.map((revision) => ({
    ...revision,
    changes: storedReasonChanges.parse(revision.changes),
  }));
  return { ...reason, revisions };
}

/** Where a new reason goes if nobody says otherwise: behind all others. */
export async function lastPosition(): Promise<number> {
  const { _max } = await db.returnReason.aggregate({ _max: { position: true } });
  return Math.min(999, (_max.position ?? -1) + 1);
}
