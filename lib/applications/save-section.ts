import type { FactName } from '@/lib/catalogue/facts';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { beijingDay } from '@/lib/kernel/dates';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { amendAnswers, type Amendment } from './form/amend-answers';
import type { FormAnswers, SectionAnswers } from './form/answers';
import { factsOf } from './form/facts';
import type { Values } from './form/field';
import { categoryOf, type FormMaterial } from './form/material';
import type { Finding } from './form/finding';
import { problemsOfRow, problemsOfSection } from './form/problems';
import type { Section } from './form/section';
import type { SectionSlug } from './form/section-slugs';
import { sectionOf } from './form/sections';
import { chooseUnit } from './choose-unit';
import { insistOnUnit } from './insist-on-unit';
import { insistOnRules, judgeRules } from './judge-rules';
import { loadMaterial, unitMaterial } from './load-material';
import type { LoadedApplication } from './lock-application';

export interface SectionToSave extends Amendment {
  section: SectionSlug;
}

export type SaveResult =
  | { outcome: 'saved'; revision: number; savedAt: Date; problems: Finding[] }
  | { outcome: 'conflict'; revision: number; savedAt: Date; values: Values };

/** Facts whose answer may rule a level out at once, and the input that is to blame (R4, R14). */
const ruledBy: Partial<Record<SectionSlug, Partial<Record<FactName, string>>>> = {
  category: { category: 'category', studentStage: 'studentStage', majorIsScienceEducation: 'isScienceEducation' },
  unit: { unitRegion: 'unitName', unitIsSanctioned: 'unitName' },
};

/** Keeps a draft of one section or row. What is missing is told, never refused; only a hard rule refuses. */
export async function saveSection(step: Step<Transaction, LoadedApplication, SectionToSave>): Promise<SaveResult> {
  const { tx, subject, input, now } = step;
  const section = sectionOf(input.section);
  if (input.rowId && !section.rows) throw new NotFoundError('row');
  const material = await loadMaterial(tx, subject, now);
  const stored = material.answers[section.slug];
  const typed = section.slug === 'unit' ? await chooseUnit(tx, input.typed) : input.typed;
  const amended = amendAnswers(section, stored, { ...input, typed });
  if (amended.outcome === 'conflict') {
    return { outcome: 'conflict', revision: amended.revision, values: amended.values, savedAt: now };
  }
  if (amended.outcome === 'unchanged') {
    return { outcome: 'saved', revision: amended.revision, savedAt: now, problems: openProblems(section, material, input) };
  }
  insistOnRoom(section, amended.answers);
  const after = await withAnswers({ tx, material, section, answers: amended.answers, now });
  if (after.unit?.id !== material.unit?.id) await insistOnUnit({ tx, unit: after.unit, now, field: 'unitName' });
  await insistOnLevel({ step, section, after });
  await writeSection({ tx, actor: step.actor, application: subject, section, answers: amended.answers, now });
  await copyForSearch({ tx, application: subject, section, after });
  return { outcome: 'saved', revision: amended.revision, savedAt: now, problems: openProblems(section, after, input) };
}

function insistOnRoom({ rows: part }: Section, { rows }: SectionAnswers): void {
  if (part && rows.length > part.most) {
    throw new DomainError('ROWS_TOO_MANY', `${part.noun}最多 ${part.most} 项，请保留最重要的。`);
  }
}

interface AfterSaving {
  tx: Transaction;
  material: FormMaterial;
  section: Section;
  answers: SectionAnswers;
  now: Date;
}

async function withAnswers({ tx, material, section, answers, now }: AfterSaving): Promise<FormMaterial> {
  const all: FormAnswers = { ...material.answers, [section.slug]: answers };
  if (section.slug !== 'unit') return { ...material, answers: all };
  const unitId = answers.values.unitId ?? '';
  const unit = unitId === '' ? null : await tx.unit.findUniqueOrThrow({ where: { id: unitId } });
  return { ...material, answers: all, unit: await unitMaterial(tx, unit, now) };
}

interface RulesAfter {
  step: Step<Transaction, LoadedApplication, SectionToSave>;
  section: Section;
  after: FormMaterial;
}

/** Changing the category re-checks the level (R14); rules that hang on other sections do not stand in the way here. */
async function insistOnLevel({ step: { tx, subject, now }, section, after }: RulesAfter): Promise<void> {
  const fieldOf = ruledBy[section.slug];
  if (!fieldOf) return;
  const facts = factsOf(after);
  const eligibility = await judgeRules({ tx, cycleLevelId: subject.cycleLevelId, facts, today: beijingDay(now) });
  const hard = eligibility.hard.filter(({ decidedBy }) => decidedBy.some((fact) => fact in fieldOf));
  insistOnRules({ ...eligibility, hard }, fieldOf);
}

interface SectionToWrite {
  tx: Transaction;
  actor: Actor;
  application: { id: string };
  section: Section;
  answers: SectionAnswers;
  now: Date;
}

/** The single writer of the column. */
export async function writeSection({ tx, actor, application, section, answers, now }: SectionToWrite): Promise<void> {
  if (!actor.personId) throw new NotFoundError('person');
  const kept = { answers, savedAt: now, savedById: actor.personId };
  await tx.formSection.upsert({
    where: { applicationId_slug: { applicationId: application.id, slug: section.slug } },
    create: { applicationId: application.id, slug: section.slug, ...kept },
    update: { ...kept, revision: { increment: 1 } },
  });
}

interface CopyToMake {
  tx: Transaction;
  application: { id: string };
  section: Section;
  after: FormMaterial;
}

/** Columns that lists are filtered by. */
async function copyForSearch({ tx, application: { id }, section, after }: CopyToMake): Promise<void> {
  if (section.slug === 'category') {
    await tx.application.update({ where: { id }, data: { category: categoryOf(after.answers) ?? null } });
  }
  if (section.slug === 'unit') {
    await tx.application.update({ where: { id }, data: { unitId: after.unit?.id ?? null } });
  }
}

function openProblems(section: Section, material: FormMaterial, { rowId }: SectionToSave): Finding[] {
  if (!rowId) return problemsOfSection(section, material).filter((problem) => problem.rowId === undefined);
  const row = material.answers[section.slug].rows.find(({ id }) => id === rowId);
  return row ? problemsOfRow(section, row, material) : problemsOfRow(section, { id: rowId, revision: 0, values: {} }, material);
}
