import { beforeAll, describe, expect, test } from 'vitest';
import { changeLevel } from '@/lib/applications/change-level';
import { discardDraft } from '@/lib/applications/discard-draft';
import { db } from '@/lib/db/client';
import { act } from '@/tests/build/applications/act';
import { aDraft, type Draft, save, teacher } from '@/tests/build/applications/drafts';
import { levelOf, seededHouse, unitNames } from '@/tests/build/applications/house';
import { anApplicant, holdCertificate, unitAdminOf } from '@/tests/build/applications/people';
import { aLockedForm } from '@/tests/build/applications/submitted';
import { unitIdOf } from '@/tests/build/applications/house';
import type { Level } from '@/lib/applications/lifecycle';

beforeAll(seededHouse);

const change = async (draft: Draft, level: Level) =>
  act(changeLevel, { ...draft, ability: 'change_level', input: { level: await levelOf(level) } });

describe('starting', () => {
  test('gives a number of at most sixteen letters and digits', async () => {
    const { applicationId } = await aDraft();
    const { number, status } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
    expect(number).toMatch(/^JS\d\dC\d{8}$/);
    expect(status).toBe('DRAFT');
  });

  test('fifty times at once leaves one application, and everybody is led to it', async () => {
    const actor = await anApplicant();
    const drafts = await Promise.all(Array.from({ length: 50 }, () => aDraft({ actor })));
    expect(new Set(drafts.map(({ applicationId }) => applicationId)).size).toBe(1);
    expect(await db.application.count({ where: { personId: actor.personId ?? '' } })).toBe(1);
  });

  test('another level while one is running leads to the first', async () => {
    const first = await aDraft({ level: 'PRIMARY' });
    const second = await aDraft({ actor: first.actor, level: 'INTERMEDIATE' });
    expect(second.applicationId).toBe(first.applicationId);
  });

  test.each([
    ['before the window', '2025-01-19T15:59:59Z', '2025年1月20日 00:00 开始'],
    ['one minute after it', '2025-03-03T16:01:00Z', '2025年3月3日 23:59 截止'],
  ])('%s is refused with the date', async (_, at, words) => {
    await expect(aDraft({ cycle: 'jiangsu-2024', now: new Date(at) })).rejects.toThrow(words);
  });

  test('in the last second of the window is in time', async () => {
    const draft = await aDraft({ cycle: 'jiangsu-2024', now: new Date('2025-03-03T15:59:59.500Z') });
    expect(draft.applicationId).toBeTruthy();
  });

  test('a level without a fee is closed', async () => {
    await expect(aDraft({ level: 'SENIOR', cycle: 'jiangsu-2024' })).rejects.toThrow('费用尚未公布');
  });

  test('senior without the Jiangsu intermediate certificate is refused in the words of the notice', async () => {
    const actor = await anApplicant();
    await holdCertificate(actor, 'INTERMEDIATE', 'zhejiang');
    await expect(aDraft({ actor, level: 'SENIOR' })).rejects.toThrow('申请高级必须通过江苏省青少年科技辅导员中级认证');
  });

  test('senior with it is open', async () => {
    const actor = await anApplicant();
    await holdCertificate(actor, 'INTERMEDIATE');
    await expect(aDraft({ actor, level: 'SENIOR' })).resolves.toMatchObject({ actor });
  });

  test('intermediate needs no primary certificate in this cycle', async () => {
    await expect(aDraft({ level: 'INTERMEDIATE' })).resolves.toBeDefined();
  });

  test('in another role is refused with what to do', async () => {
    const admin = await unitAdminOf(await unitIdOf(unitNames.school));
    await expect(aDraft({ actor: admin })).rejects.toThrow('请先切换为申请人');
  });
});

describe('changing the level of a draft', () => {
  test('asks the rules of the new level', async () => {
    const draft = await aDraft();
    await change(draft, 'INTERMEDIATE');
    await expect(change(draft, 'SENIOR')).rejects.toThrow('申请高级必须通过');
    const application = await db.application.findUniqueOrThrow({ where: { id: draft.applicationId } });
    expect(application.level).toBe('INTERMEDIATE');
  });

  test('is refused once submitted, by the server and by the database', async () => {
    const draft = await aLockedForm();
    await expect(change(draft, 'INTERMEDIATE')).rejects.toThrow('不能进行此操作');
    const set = db.application.update({ where: { id: draft.applicationId }, data: { level: 'INTERMEDIATE' } });
    await expect(set).rejects.toThrow('frozen');
  });
});

describe('the category of a senior application', () => {
  test.each(['KINDERGARTEN_TEACHER', 'STUDENT'])('cannot become %s afterwards', async (category) => {
    const actor = await anApplicant();
    await holdCertificate(actor, 'INTERMEDIATE');
    const draft = await aDraft({ actor, level: 'SENIOR' });
    await save(draft, 'category', teacher);
    const refusal = save(draft, 'category', { ...teacher, category });
    await expect(refusal).rejects.toMatchObject({
      sentence: expect.stringContaining('无法申报高级认证'),
      fieldErrors: { category: [expect.stringContaining('无法申报高级认证')] },
    });
    const kept = await db.application.findUniqueOrThrow({ where: { id: draft.applicationId } });
    expect(kept.category).toBe('SECONDARY_SCHOOL_TEACHER');
  });
});

describe('discarding a draft', () => {
  test('gives the cycle back', async () => {
    const draft = await aDraft();
    await act(discardDraft, { ...draft, ability: 'discard_draft', input: {} });
    const again = await aDraft({ actor: draft.actor, level: 'INTERMEDIATE' });
    expect(again.applicationId).not.toBe(draft.applicationId);
  });

  test('is refused once submitted', async () => {
    const draft = await aLockedForm();
    await expect(act(discardDraft, { ...draft, ability: 'discard_draft', input: {} })).rejects.toThrow('不能进行此操作');
  });
});
