import { db } from '@/lib/db/client';
import type { Prisma, StoredFile } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { isUuid } from '@/lib/kernel/uuid';
import type { SanctionFilePurpose } from './attach-files';
import { dayOf, inForce } from './in-force';
import { judgedFor, type SanctionSubject, sanctionParts } from './lock-sanction';
import { judgePropose, judgeSanction, sanctionsVisibleTo } from './policy';
import type { SanctionListInput } from './schema';
import { isTiedTo } from './ties';

export const sanctionPageSize = 30;

/** One page of the sanctions that this member of staff looks after. */
export async function officeSanctions(actor: Actor, { view, q, page }: SanctionListInput, now: Date) {
  const visible = sanctionsVisibleTo(actor);
  if (!visible) return { rows: [], total: 0, pageCount: 0 };
  const where: Prisma.SanctionWhereInput = { AND: [visible, viewWhere(view, now), q ? { OR: matching(q) } : {}] };
  const [rows, total] = await Promise.all([
    db.sanction.findMany({
      where,
      include: { unit: { select: { name: true } }, _count: { select: { frozen: { where: { status: 'FROZEN' } } } } },
      orderBy: [{ proposedAt: view === 'open' ? 'asc' : 'desc' }, { id: 'asc' }],
      skip: (page - 1) * sanctionPageSize,
      take: sanctionPageSize,
    }),
    db.sanction.count({ where }),
  ]);
  return { rows, total, pageCount: Math.ceil(total / sanctionPageSize) };
}

/** What waits for a decision. */
export async function sanctionCounts(actor: Actor, now: Date): Promise<{ open: number; appeal: number }> {
  const visible = sanctionsVisibleTo(actor);
  if (!visible) return { open: 0, appeal: 0 };
  const count = (view: SanctionListInput['view']) =>
    db.sanction.count({ where: { AND: [visible, viewWhere(view, now)] } });
  const [open, appeal] = await Promise.all([count('open'), count('appeal')]);
  return { open, appeal };
}

function viewWhere(view: SanctionListInput['view'], now: Date): Prisma.SanctionWhereInput {
  if (view === 'open') return { status: 'PROPOSED' };
  if (view === 'force') return inForce(now);
  if (view === 'appeal') return { AND: [inForce(now), { appeals: { some: { status: 'OPEN' } } }] };
  const isOver: Prisma.SanctionWhereInput = { status: 'APPROVED', endsOn: { lt: dayOf(now) } };
  return { OR: [{ status: { in: ['REFUSED', 'WITHDRAWN', 'LIFTED'] } }, isOver] };
}

const matching = (q: string): Prisma.SanctionWhereInput[] => [
  { unitName: { contains: q, mode: 'insensitive' } },
  { unit: { name: { contains: q, mode: 'insensitive' } } },
  { creditCode: { startsWith: q.toUpperCase() } },
  { decisionNumber: { contains: q } },
];

/** One sanction with what a judgement asks of it; null for who does not look after it. */
export async function officeSanction(actor: Actor, id: string, now: Date): Promise<SanctionSubject | null> {
  if (!isUuid(id)) return null;
  const found = await db.sanction.findUnique({ where: { id }, include: sanctionParts });
  if (!found) return null;
  const sanction = await judgedFor(db, actor, found);
  return judgeSanction(actor, 'see', sanction, now).answer === 'yes' ? sanction : null;
}

/** Its part of the unit's history, the latest first. */
export function sanctionHistory({ id, unitId }: SanctionSubject) {
  return db.auditEvent.findMany({
    where: { stream: `unit:${unitId}`, data: { path: ['sanctionId'], equals: id } },
    orderBy: { sequence: 'desc' },
    take: 100,
  });
}

/** A unit with whether this member of staff may propose to bar it. */
export async function unitToSanction(actor: Actor, unitId: string) {
  if (!isUuid(unitId)) return null;
  const unit = await db.unit.findUnique({ where: { id: unitId } });
  if (!unit) return null;
  const subject = { ...unit, isTied: await isTiedTo(db, actor, unit.creditCode) };
  const judgement = judgePropose(actor, subject);
  return judgement.answer === 'not_yours' ? null : { unit: subject, judgement };
}

/** What was decided, or is asked to be, about this credit code; the latest first. */
export function sanctionsOfCode(creditCode: string) {
  return db.sanction.findMany({ where: { creditCode }, orderBy: { proposedAt: 'desc' }, take: 20 });
}

/** The bar on the administrator's own unit, while it is in force. */
export async function ownSanction(actor: Actor, now: Date): Promise<SanctionSubject | null> {
  if (actor.role !== 'UNIT_ADMIN' || !actor.unitId) return null;
  const unit = await db.unit.findUnique({ where: { id: actor.unitId }, select: { creditCode: true } });
  if (!unit) return null;
  const where = { creditCode: unit.creditCode, ...inForce(now) };
  const found = await db.sanction.findFirst({ where, include: sanctionParts });
  return found && judgedFor(db, actor, found);
}

/** Files that this person has uploaded and not yet handed in, the oldest first. */
export function looseFiles({ personId }: Actor, purpose: SanctionFilePurpose): Promise<StoredFile[]> {
  if (!personId) return Promise.resolve([]);
  return db.storedFile.findMany({
    where: { uploadedById: personId, purpose, status: 'CLEAN', deletedAt: null, sanctioned: null },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: 20,
  });
}
