import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { isUuid } from '@/lib/kernel/uuid';
import { type LevelCode, levels } from './labels';
import { cyclesVisibleTo } from './policy';
import { ruleOfRow } from './rules-of-level';
import { storedChanges, storedContacts, storedRefundPolicy, storedTexts } from './schema';

const officeParts = {
  association: true,
  levels: {
    include: {
      rules: { orderBy: [{ position: 'asc' }, { code: 'asc' }, { version: 'desc' }] },
      _count: { select: { applications: true } },
    },
  },
  revisions: { orderBy: { revision: 'desc' } },
} as const satisfies Prisma.CycleInclude;

export type OfficeCycle = NonNullable<Awaited<ReturnType<typeof officeCycle>>>;
export type OfficeRule = OfficeCycle['levels'][number]['rules'][number];

export async function officeCycles(actor: Actor) {
  const visible = cyclesVisibleTo(actor);
  if (!visible) return [];
  return db.cycle.findMany({
    where: visible,
    include: { association: true, levels: true, _count: { select: { applications: true } } },
    orderBy: [{ cycleYear: 'desc' }, { createdAt: 'desc' }],
  });
}

/** One cycle with every rule in all its versions and the whole history; null when it is not the actor's. */
export async function officeCycle(actor: Actor, id: string) {
  const visible = cyclesVisibleTo(actor);
  if (!visible || !isUuid(id)) return null;
  const row = await db.cycle.findFirst({ where: { AND: [{ id }, visible] }, include: officeParts });
  if (!row) return null;
  return {
    ...row,
    contacts: storedContacts.parse(row.contacts),
    texts: storedTexts.parse(row.texts),
    refundPolicy: storedRefundPolicy.parse(row.refundPolicy),
    revisions: row.revisions.map((revision) => ({ ...revision, changes: storedChanges.parse(revision.changes) })),
    levels: row.levels
      .sort((one, other) => place(one.level) - place(other.level))
      .map((level) => ({
        ...level,
        rules: level.rules.map((rule) => ({ ...rule, ...ruleOfRow(rule) })),
      })),
  };
}

const place = (level: LevelCode): number => levels.indexOf(level);
