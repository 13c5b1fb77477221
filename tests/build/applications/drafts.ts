import { randomUUID } from 'node:crypto';
import type { SectionSlug } from '@/lib/applications/form/section-slugs';
import { readSection } from '@/lib/applications/form/answers';
import { sectionOf } from '@/lib/applications/form/sections';
import { type SaveResult, saveSection } from '@/lib/applications/save-section';
import { findStartableLevel, judgeStartBy, startApplication } from '@/lib/applications/start-application';
import type { Level } from '@/lib/applications/lifecycle';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { act, insist } from './act';
import { storedEvidence, storedPhoto } from './files';
import { levelOf, today, unitNames } from './house';
import { anApplicant } from './people';

export interface Draft {
  actor: Actor;
  applicationId: string;
  now: Date;
}

interface Wish {
  actor?: Actor;
  level?: Level;
  cycle?: 'jiangsu-2024' | 'jiangsu-demo';
  now?: Date;
  /** The school of the seed unless another is named. */
  unitName?: string;
  hasLeftUnit?: 'yes';
}

/** Somebody who has chosen a level. */
export async function aDraft({ actor, level = 'PRIMARY', cycle, now = today, hasLeftUnit }: Wish = {}): Promise<Draft> {
  const person = actor ?? (await anApplicant());
  const levelId = await levelOf(level, cycle);
  const started = await inTransaction(async (tx) => {
    const subject = await findStartableLevel(tx, levelId);
    insist(judgeStartBy(person, subject, now));
    return startApplication({ tx, actor: person, subject, input: { hasLeftUnit }, now });
  });
  return { actor: person, applicationId: started.applicationId, now };
}

type Typed = Record<string, string>;

/** As a page does that was drawn just now. */
export async function save(draft: Draft, section: SectionSlug, typed: Typed, rowId?: string): Promise<SaveResult> {
  const answers = readSection(sectionOf(section), await storedAnswers(draft.applicationId, section));
  const baseRevision = rowId ? (answers.rows.find(({ id }) => id === rowId)?.revision ?? 0) : answers.revision;
  return saveFrom(draft, { section, typed, rowId, baseRevision });
}

export interface Page {
  section: SectionSlug;
  typed: Typed;
  rowId?: string;
  baseRevision: number;
}

/** As a page does that was drawn at an earlier revision. */
export function saveFrom({ actor, applicationId, now }: Draft, page: Page): Promise<SaveResult> {
  return act(saveSection, { actor, applicationId, ability: 'edit_form', input: page, now });
}

export async function storedAnswers(applicationId: string, slug: SectionSlug): Promise<unknown> {
  const row = await db.formSection.findUnique({ where: { applicationId_slug: { applicationId, slug } } });
  return row?.answers;
}

export async function addRow(draft: Draft, section: SectionSlug, typed: Typed): Promise<string> {
  const rowId = randomUUID();
  await save(draft, section, typed, rowId);
  return rowId;
}

export const teacher: Typed = { category: 'SECONDARY_SCHOOL_TEACHER', post: '高中物理', duty: '教研组长', professionalTitle: '一级教师' };

export const award: Typed = {
  kind: 'STUDENT_CONTEST_AWARD',
  title: '示例省青少年科技创新大赛“会跳舞的盐”',
  level: 'PROVINCE',
  grade: '一等奖',
  issuer: '示例省科学技术协会',
  date: '2023-08',
  rank: '1',
};

/** Every section filled in, photo and evidence uploaded: ready to be checked and locked. */
export async function aCompleteDraft(wish: Wish = {}): Promise<Draft> {
  const { unitName = unitNames.school } = wish;
  const draft = await aDraft(wish);
  await storedPhoto(draft);
  await save(draft, 'identity', { email: 'lu@school.example' });
  await save(draft, 'category', teacher);
  await save(draft, 'unit', { unitName, department: '理科教研室' });
  await save(draft, 'education', { highestEducation: 'BACHELOR' });
  await addRow(draft, 'education', {
    education: 'BACHELOR',
    degree: '理学学士',
    school: '示例师范大学',
    major: '物理学',
    graduatedOn: '2012-06',
  });
  await save(draft, 'work', { counselorSince: '2016-09' });
  await addRow(draft, 'work', { from: '2012-08', to: '', unit: unitName, post: '物理教师' });
  await save(draft, 'certificates', { hasNothing: 'yes' });
  await addRow(draft, 'training', {
    title: '青少年科技辅导员专业能力提升班',
    organiser: '示例省青少年科技教育协会',
    hours: '48',
    finishedOn: '2023-07',
  });
  await addRow(draft, 'activities', {
    title: '亲子水火箭制作与发射',
    from: '2023-05',
    to: '',
    audience: '初二 6 个班，240 人',
    role: '策划与主讲',
    effect: '学生独立完成设计、制作与三次改进。',
  });
  const rowId = await addRow(draft, 'achievements', award);
  await storedEvidence(draft, rowId);
  return draft;
}
