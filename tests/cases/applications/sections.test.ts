import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { removeRow } from '@/lib/applications/remove-row';
import { db } from '@/lib/db/client';
import { act } from '@/tests/build/applications/act';
import { aDraft, addRow, award, save, saveFrom, storedAnswers, teacher } from '@/tests/build/applications/drafts';
import { storedEvidence } from '@/tests/build/applications/files';
import { seededHouse, unitNames } from '@/tests/build/applications/house';
import { aLockedForm } from '@/tests/build/applications/submitted';

beforeAll(seededHouse);

describe('saving a section', () => {
  test('keeps half an answer and says what is missing', async () => {
    const draft = await aDraft();
    const result = await save(draft, 'category', { category: 'STUDENT', major: '科学教育' });
    expect(result).toMatchObject({ outcome: 'saved', revision: 1 });
    const sentences = result.outcome === 'saved' ? result.problems.map(({ sentence }) => sentence) : [];
    expect(sentences).toEqual(['请选择就读专业是否与科学教育相关。', '请选择就读阶段。', '请填写年级。']);
    expect(await storedAnswers(draft.applicationId, 'category')).toMatchObject({ values: { major: '科学教育' } });
  });

  test('keeps what is not a date as it was typed', async () => {
    const draft = await aDraft();
    const result = await save(draft, 'work', { counselorSince: '大约五年前' });
    expect(result).toMatchObject({ problems: [{ sentence: expect.stringContaining('请填写年和月') }, {}] });
    expect(await storedAnswers(draft.applicationId, 'work')).toMatchObject({ values: { counselorSince: '大约五年前' } });
  });

  test('from two devices overwrites nothing unseen', async () => {
    const draft = await aDraft();
    const page = { section: 'statement', baseRevision: 0 } as const;
    await saveFrom(draft, { ...page, typed: { statement: '第一台设备写的话' } });
    const second = await saveFrom(draft, { ...page, typed: { statement: '第二台设备写的话' } });
    expect(second).toMatchObject({ outcome: 'conflict', revision: 1, values: { statement: '第一台设备写的话' } });
    expect(await storedAnswers(draft.applicationId, 'statement')).toMatchObject({ values: { statement: '第一台设备写的话' } });
  });

  test('whose answer was lost may be sent again', async () => {
    const draft = await aDraft();
    const page = { section: 'statement', baseRevision: 0, typed: { statement: '写好的话' } } as const;
    const answers = [await saveFrom(draft, page), await saveFrom(draft, page)];
    expect(answers).toMatchObject([{ outcome: 'saved', revision: 1 }, { outcome: 'saved', revision: 1 }]);
  });

  test('of two rows on two devices keeps both', async () => {
    const draft = await aDraft();
    await Promise.all([addRow(draft, 'achievements', award), addRow(draft, 'achievements', { ...award, title: '另一项' })]);
    expect(await storedAnswers(draft.applicationId, 'achievements')).toMatchObject({ rows: [{}, {}] });
  });

  test('after submission is refused', async () => {
    const draft = await aLockedForm();
    await expect(save(draft, 'statement', { statement: '再加一句' })).rejects.toThrow('不能进行此操作');
  });

  test('keeps no control characters, which the database cannot hold', async () => {
    const draft = await aDraft();
    await save(draft, 'statement', { statement: '一\u0000二\u0007三\r\n四' });
    expect(await storedAnswers(draft.applicationId, 'statement')).toMatchObject({ values: { statement: '一二三\n四' } });
  });
});

describe('the unit', () => {
  const unitOf = async (applicationId: string) =>
    (await db.application.findUniqueOrThrow({ where: { id: applicationId }, include: { unit: true } })).unit?.name;

  test('is found by its whole name or its credit code when no script chose it', async () => {
    const draft = await aDraft();
    await save(draft, 'unit', { unitName: unitNames.school });
    expect(await unitOf(draft.applicationId)).toBe(unitNames.school);
    const { creditCode } = await db.unit.findFirstOrThrow({ where: { name: unitNames.kindergarten } });
    await save(draft, 'unit', { unitName: creditCode.toLowerCase() });
    expect(await unitOf(draft.applicationId)).toBe(unitNames.kindergarten);
  });

  test('that nobody knows is kept as text, and asks to choose', async () => {
    const draft = await aDraft();
    const result = await save(draft, 'unit', { unitName: '没有登记过的学校' });
    expect(result).toMatchObject({ problems: [{ sentence: expect.stringContaining('没有找到“没有登记过的学校”') }] });
    expect(await unitOf(draft.applicationId)).toBeUndefined();
  });

  test('of another province is refused at once', async () => {
    const draft = await aDraft();
    await expect(save(draft, 'unit', { unitName: unitNames.elsewhere })).rejects.toMatchObject({
      fieldErrors: { unitName: [expect.stringContaining('江苏省内')] },
    });
    expect(await unitOf(draft.applicationId)).toBeUndefined();
  });
});

describe('a row', () => {
  test('goes with its files', async () => {
    const draft = await aDraft();
    const rowId = await addRow(draft, 'achievements', award);
    const file = await storedEvidence(draft, rowId);
    await act(removeRow, { ...draft, ability: 'edit_form', input: { section: 'achievements', rowId } });
    expect(await storedAnswers(draft.applicationId, 'achievements')).toMatchObject({ rows: [] });
    expect(await db.achievementEvidence.count({ where: { rowId } })).toBe(0);
    expect((await db.storedFile.findUniqueOrThrow({ where: { id: file.id } })).deletedAt).not.toBeNull();
  });

  test('that was deleted elsewhere does not come back by an autosave', async () => {
    const draft = await aDraft();
    const rowId = await addRow(draft, 'achievements', award);
    await act(removeRow, { ...draft, ability: 'edit_form', input: { section: 'achievements', rowId } });
    const late = await saveFrom(draft, { section: 'achievements', rowId, baseRevision: 1, typed: { ...award, grade: '二等奖' } });
    expect(late).toMatchObject({ outcome: 'conflict', revision: 0 });
    expect(await storedAnswers(draft.applicationId, 'achievements')).toMatchObject({ rows: [] });
  });

  test('of a section without rows is not there', async () => {
    const draft = await aDraft();
    await expect(save(draft, 'category', teacher, randomUUID())).rejects.toThrow('not found');
  });

  test('takes evidence of its own application only', async () => {
    const [mine, other] = [await aDraft(), await aDraft()];
    const rowId = await addRow(other, 'achievements', award);
    await expect(storedEvidence(mine, rowId)).rejects.toThrow('not found');
  });
});
