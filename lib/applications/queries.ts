import type { Eligibility } from '@/lib/catalogue/eligibility';
import { judgeStart } from '@/lib/catalogue/window';
import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { beijingDay } from '@/lib/kernel/dates';
import type { Judgement } from '@/lib/kernel/judgement';
import { isUuid } from '@/lib/kernel/uuid';
import { type BarredStart, barredStart } from './barred-start';
import { factsOf } from './form/facts';
import type { FormMaterial } from './form/material';
import { type SectionProgress, progressOf } from './form/progress';
import { judgeRules, refusalOf } from './judge-rules';
import { levels } from '@/lib/catalogue/labels';
import type { Level } from './lifecycle';
import { formParts, materialOf } from './load-material';
import { applicationParts } from './lock-application';
import { relationsOf, visibleTo } from './policy';
import { factsOfPerson, findLiveApplication, judgeStartBy, type StartableLevel } from './start-application';
import { type StampedScan, stampedScan } from './stamped-scan';
import { liveShare } from './unit-orders/unit-payment';

const liveSnapshot = { where: { supersededAt: null } } as const;

const pageParts = {
  ...applicationParts,
  snapshots: { ...liveSnapshot, select: { version: true, pages: true, lockedAt: true } },
  orders: { orderBy: { createdAt: 'desc' } },
  orderItems: liveShare,
  decisions: { orderBy: { decidedAt: 'desc' }, take: 1 },
  stampedForms: { orderBy: { uploadedAt: 'desc' }, take: 1 },
} as const satisfies Prisma.ApplicationInclude;

export type ApplicationOnPage = Prisma.ApplicationGetPayload<{ include: typeof pageParts }>;

/** One's own application, or null where it is not one's own. */
export async function ownApplication(actor: Actor, id: string): Promise<ApplicationOnPage | null> {
  const where = whereVisible(actor, id);
  const application = where && (await db.application.findFirst({ where, include: pageParts }));
  return application && relationsOf(actor, application).has('owner') ? application : null;
}

/** An application for the one who may hand in its stamped scan: the applicant, or his unit's administrator. */
export async function handedInApplication(actor: Actor, id: string): Promise<ApplicationOnPage | null> {
  const where = whereVisible(actor, id);
  const application = where && (await db.application.findFirst({ where, include: pageParts }));
  if (!application) return null;
  const relations = relationsOf(actor, application);
  return relations.has('owner') || relations.has('own_unit') ? application : null;
}

function whereVisible(actor: Actor, id: string): Prisma.ApplicationWhereInput | null {
  const visible = visibleTo(actor);
  return visible && isId(id) ? { AND: [visible, { id }] } : null;
}

const isId = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);

export interface FormOnPage {
  application: ApplicationOnPage;
  material: FormMaterial;
  progress: SectionProgress[];
}

/** One's own form with how far it has come. */
export async function ownForm(actor: Actor, id: string, now: Date): Promise<FormOnPage | null> {
  const where = whereVisible(actor, id);
  const application = where && (await db.application.findFirst({ where, include: { ...pageParts, ...formParts } }));
  if (!application || !relationsOf(actor, application).has('owner')) return null;
  const material = await materialOf(db, application, now);
  return { application, material, progress: progressOf(material) };
}

/** How the level's rules answer to the form as it stands. */
export function levelAnswers({ cycleLevelId }: ApplicationOnPage, material: FormMaterial): Promise<Eligibility> {
  return judgeRules({ tx: db, cycleLevelId, facts: factsOf(material), today: material.today });
}

/** Where a section or a row stands, for the page that autosaves it. */
export async function savedSection(applicationId: string, slug: string): Promise<{ savedAt: Date } | null> {
  return db.formSection.findUnique({
    where: { applicationId_slug: { applicationId, slug } },
    select: { savedAt: true },
  });
}

/** The files of one row, as the upload box shows them. */
export async function evidenceOnPage(applicationId: string, rowId: string) {
  const ties = await db.achievementEvidence.findMany({
    where: { applicationId, rowId, file: { deletedAt: null } },
    include: { file: true },
    orderBy: { position: 'asc' },
  });
  return ties.map(({ file }) => uploadOnPage(file));
}

export const uploadOnPage = (file: { id: string; name: string; bytes: number; pages: number }) => ({
  id: file.id,
  name: file.name,
  size: file.bytes,
  state: 'ready' as const,
  note: file.pages > 1 ? `已上传，${file.pages} 页` : undefined,
  previewHref: `/api/files/${file.id}?page=1&size=small`,
  downloadHref: `/api/files/${file.id}`,
});

/** The files of a stamped form that was handed in; a stack that holds other people's pages too is nobody's to open. */
export function stampedFiles(stampedFormId: string): Promise<{ id: string; name: string }[]> {
  return db.storedFile.findMany({
    where: { applicationId: { not: null }, sheets: { some: { stampedForms: { some: { stampedFormId } } } } },
    select: { id: true, name: true },
    orderBy: { createdAt: 'asc' },
  });
}

/** What the applicant may read of the history, the latest first. */
export function publicHistory(application: { id: string }) {
  return db.auditEvent.findMany({
    where: { stream: `application:${application.id}`, isPublic: true },
    orderBy: { sequence: 'desc' },
    take: 60,
  });
}

export type HistoryEvent = Awaited<ReturnType<typeof publicHistory>>[number];

export interface StartPage {
  level: StartableLevel;
  start: Judgement;
  existingId: string | null;
  eligibility: Eligibility;
  /** A barred unit that he is known to belong to. */
  barred: BarredStart | null;
}

/** A level as it stands to this person: open or not, fitting or not, chosen already or not. */
export async function startPage(actor: Actor, cycleLevelId: string, now: Date): Promise<StartPage | null> {
  const { personId } = actor;
  if (!personId || !isUuid(cycleLevelId)) return null;
  const level = await db.cycleLevel.findFirst({
    where: { id: cycleLevelId, cycle: { status: { not: 'DRAFT' } } },
    include: { cycle: { include: { association: true } } },
  });
  if (!level) return null;
  const existing = await findLiveApplication(db, { personId, cycleId: level.cycleId });
  const facts = await factsOfPerson(db, personId, now);
  const eligibility = await judgeRules({ tx: db, cycleLevelId, facts, today: beijingDay(now) });
  const barred = await barredStart(db, personId, now);
  return { level, start: judgeStartBy(actor, level, now), existingId: existing?.id ?? null, eligibility, barred };
}

export interface LevelChoice {
  id: string;
  level: Level;
  feeFen: number | null;
  /** Why it cannot be chosen. */
  because: string | null;
}

/** The levels that a draft could change to. */
export async function levelChoices({ application, material }: FormOnPage, now: Date): Promise<LevelChoice[]> {
  const rows = await db.cycleLevel.findMany({ where: { cycleId: application.cycleId }, include: { cycle: true } });
  const facts = factsOf(material);
  const choices = rows.map(async (row) => {
    const start = judgeStart(row, now);
    const { hard } = await judgeRules({ tx: db, cycleLevelId: row.id, facts, today: material.today });
    const broken = hard.find(({ outcome }) => outcome === 'no');
    const because = start.answer === 'not_yet' ? start.because : broken ? refusalOf(broken) : null;
    return { id: row.id, level: row.level, feeFen: row.feeFen, because };
  });
  const found = await Promise.all(choices);
  return found.sort((one, other) => levels.indexOf(one.level) - levels.indexOf(other.level));
}

/** What is uploaded of the stamped form and not yet handed in; null before a form has been issued. */
export async function scanOnPage(application: ApplicationOnPage): Promise<StampedScan | null> {
  return application.snapshots.length > 0 ? stampedScan(db, application) : null;
}
