import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import { type LevelCode, levels } from './labels';
import { ruleOfRow } from './rules-of-level';
import { storedContacts, storedTexts } from './schema';

const cycleParts = {
  association: true,
  levels: { include: { rules: { where: { isActive: true }, orderBy: [{ position: 'asc' }, { code: 'asc' }] } } },
  notices: { where: { status: 'PUBLISHED' }, orderBy: { issuedOn: 'desc' } },
} as const satisfies Prisma.CycleInclude;

type CycleRow = Prisma.CycleGetPayload<{ include: typeof cycleParts }>;
export type PublicCycle = ReturnType<typeof publicCycleOf>;
export type PublicLevel = PublicCycle['levels'][number];

/** Published cycles of everybody, the soonest to close first; those already closed come last. */
export async function publishedCycles(now: Date): Promise<PublicCycle[]> {
  const rows = await db.cycle.findMany({ where: { status: 'PUBLISHED' }, include: cycleParts });
  return inOrder(rows.map(publicCycleOf), now);
}

export async function publishedCyclesOfProvince(associationId: string, now: Date): Promise<PublicCycle[]> {
  const rows = await db.cycle.findMany({ where: { status: 'PUBLISHED', associationId }, include: cycleParts });
  return inOrder(rows.map(publicCycleOf), now);
}

export async function publishedCycleBySlug(slug: string): Promise<PublicCycle | null> {
  const row = await db.cycle.findFirst({ where: { slug, status: 'PUBLISHED' }, include: cycleParts });
  return row && publicCycleOf(row);
}

export async function publishedCycleOfLevel(cycleLevelId: string): Promise<PublicCycle | null> {
  const row = await db.cycle.findFirst({
    where: { status: 'PUBLISHED', levels: { some: { id: cycleLevelId } } },
    include: cycleParts,
  });
  return row && publicCycleOf(row);
}

/** For each province that has a published cycle: how many, and the association's name. */
export async function associationsWithCycles(): Promise<{ id: string; name: string; provinceName: string }[]> {
  return db.association.findMany({
    where: { cycles: { some: { status: 'PUBLISHED' } } },
    select: { id: true, name: true, provinceName: true },
    orderBy: { provinceCode: 'asc' },
  });
}

function publicCycleOf({ levels: rows, ...cycle }: CycleRow) {
  const byPlace = (level: LevelCode) => levels.indexOf(level);
  return {
    ...cycle,
    contacts: storedContacts.parse(cycle.contacts),
    texts: storedTexts.parse(cycle.texts),
    levels: rows
      .sort((one, other) => byPlace(one.level) - byPlace(other.level))
      .map((level) => ({ ...level, rules: level.rules.map(ruleOfRow) })),
  };
}

function inOrder(cycles: PublicCycle[], now: Date): PublicCycle[] {
  const isClosed = (cycle: PublicCycle) => (now > cycle.applyClosesAt ? 1 : 0);
  return cycles.sort(
    (one, other) =>
      isClosed(one) - isClosed(other) ||
      (isClosed(one) ? -1 : 1) * (one.applyClosesAt.getTime() - other.applyClosesAt.getTime()),
  );
}
