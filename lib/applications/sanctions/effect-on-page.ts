import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import type { SanctionSubject } from '@/lib/sanctions/lock-sanction';
import { visibleTo } from '../policy';
import { type SanctionEffect, sanctionEffect, type TouchedApplication, touchedParts } from './sanction-effect';

/** A touched application as this reader may see it: of one that others answer for he learns where it stands, not whose it is. */
export type TouchedRow = Omit<TouchedApplication, 'person' | 'personId'> & { name: string | null };

export type EffectOnPage = Omit<SanctionEffect, 'applications'> & { applications: TouchedRow[] };

/** Whom the sanction would touch if it were approved now. */
export async function effectBefore(actor: Actor, { creditCode }: SanctionSubject): Promise<EffectOnPage> {
  const effect = await sanctionEffect(db, creditCode);
  return { ...effect, applications: await asSeenBy(actor, effect.applications) };
}

/** What it has stopped and what became of it; those that went on are gone from here. */
export async function stoppedBy(actor: Actor, { id }: SanctionSubject): Promise<TouchedRow[]> {
  const stopped = await db.application.findMany({
    where: { frozenById: id },
    select: touchedParts,
    orderBy: [{ status: 'desc' }, { statusSince: 'asc' }, { id: 'asc' }],
  });
  return asSeenBy(actor, stopped);
}

async function asSeenBy(actor: Actor, applications: TouchedApplication[]): Promise<TouchedRow[]> {
  const visible = visibleTo(actor);
  const ids = applications.map(({ id }) => id);
  const own = visible
    ? await db.application.findMany({ where: { AND: [visible, { id: { in: ids } }] }, select: { id: true } })
    : [];
  const seen = new Set(own.map(({ id }) => id));
  return applications.map(({ person, personId: _, ...row }) => ({
    ...row,
    name: seen.has(row.id) ? person.name : null,
  }));
}
