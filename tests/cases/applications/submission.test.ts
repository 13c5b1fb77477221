import { beforeAll, describe, expect, test } from 'vitest';
import { printedForm } from '@/lib/applications/printed-form';
import { reopenForm } from '@/lib/applications/reopen-form';
import { withdrawApplication } from '@/lib/applications/withdraw-application';
import { db } from '@/lib/db/client';
import { openStore } from '@/lib/files/open-store';
import { act } from '@/tests/build/applications/act';
import { aCompleteDraft, aDraft, type Draft, save, teacher } from '@/tests/build/applications/drafts';
import { seededHouse } from '@/tests/build/applications/house';
import { staffOf } from '@/tests/build/applications/people';
import { aLockedForm, aPaidOrder, lock, stamp, statusOf } from '@/tests/build/applications/submitted';
import { pdfTexts } from '@/tests/build/read-pdf';

beforeAll(seededHouse);

const applicationOf = ({ applicationId }: Draft) =>
  db.application.findUniqueOrThrow({
    where: { id: applicationId },
    include: { orders: true, snapshots: { orderBy: { version: 'asc' } }, eligibility: true, stampedForms: true },
  });

const reopen = (draft: Draft) => act(reopenForm, { ...draft, ability: 'reopen_form', input: {} });

describe('submitting the form', () => {
  test('freezes the level, issues version 1 and makes the order', async () => {
    const application = await applicationOf(await aLockedForm());
    expect(application).toMatchObject({ status: 'AWAITING_STAMP', formVersion: 1, hasMaterials: false, hasPayment: false });
    expect(application.levelFrozenAt).not.toBeNull();
    expect(application.orders).toMatchObject([
      { status: 'UNPAID', totalFen: 10_000, title: '江苏省初级科技辅导员专业水平认证' },
    ]);
    expect(application.snapshots).toMatchObject([{ version: 1, supersededAt: null }]);
    expect(application.eligibility).toMatchObject([{ moment: 'lock_form' }]);
  });

  test('is refused while anything is missing, with the number of places', async () => {
    const draft = await aDraft();
    await expect(lock(draft)).rejects.toThrow(/申报书还有 \d+ 处需要完善/);
    expect(await statusOf(draft.applicationId)).toBe('DRAFT');
  });

  test('several times at once gives one version, one order and the same answer', async () => {
    const draft = await aCompleteDraft();
    const answers = await Promise.all([lock(draft), lock(draft), lock(draft)]);
    expect(answers).toEqual([{ version: 1 }, { version: 1 }, { version: 1 }]);
    expect(await applicationOf(draft)).toMatchObject({ formVersion: 1, orders: [{}], snapshots: [{ version: 1 }] });
  });

  test('is refused one minute after the window, with the reason', async () => {
    const draft = await aCompleteDraft({ cycle: 'jiangsu-2024' });
    const late = { ...draft, now: new Date('2025-03-03T16:01:00Z') };
    await expect(lock(late)).rejects.toThrow('申报已于 2025年3月3日 23:59 截止');
    const inTime = { ...draft, now: new Date('2025-03-03T15:59:59.999Z') };
    await expect(lock(inTime)).resolves.toEqual({ version: 1 });
  });

  test('is refused when an answer changed after the form was drawn', async () => {
    const draft = await aCompleteDraft();
    const change = () => save(draft, 'category', { ...teacher, post: '初中物理' });
    await expect(lock(draft, 0, change)).rejects.toThrow('内容刚刚有变化');
    expect(await applicationOf(draft)).toMatchObject({ status: 'DRAFT', snapshots: [], orders: [] });
  });

  test('of somebody else is answered like one that is not there', async () => {
    const draft = await aCompleteDraft();
    const stranger = (await aDraft()).actor;
    await expect(lock({ ...draft, actor: stranger })).rejects.toThrow('not found');
  });
});

describe('the printed form', () => {
  test('is the same bytes each time, also when its copy is lost and it is drawn again', async () => {
    const draft = await aLockedForm();
    const first = await printedForm(draft.actor, draft);
    const { pdfSha256 } = await db.formSnapshot.findFirstOrThrow({ where: { applicationId: draft.applicationId } });
    await openStore().delete(`forms/${pdfSha256}.pdf`);
    const second = await printedForm(draft.actor, draft);
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
    const text = (await pdfTexts(first.bytes)).join('').replace(/\s/g, '');
    for (const words of ['陆示例', '示例市第一中学', '会跳舞的盐', '中学教师', '高中物理']) expect(text).toContain(words);
    expect(first.fileName).toMatch(/^江苏省初级_申报书_JS\d\dC\d{8}\.pdf$/);
  });

  test('is not there for strangers and for staff of another association', async () => {
    const draft = await aLockedForm();
    const national = await staffOf('NATIONAL_STAFF', 'national');
    await expect(printedForm(national, draft)).rejects.toThrow('not found');
    await expect(printedForm((await aDraft()).actor, draft)).rejects.toThrow('not found');
  });

  test('with a character that no font has is never printed; staff are told once', async () => {
    const reviewer = await staffOf('REVIEWER', 'jiangsu');
    const draft = await aCompleteDraft();
    await save(draft, 'category', { ...teacher, post: '科学𱍐' });
    for (let attempt = 0; attempt < 2; attempt++) {
      await expect(lock(draft)).rejects.toThrow(/“𱍐”（U\+31350）.*已通知工作人员/);
    }
    const told = await db.message.findMany({ where: { personId: reviewer.personId, applicationId: draft.applicationId } });
    expect(told).toHaveLength(1);
    expect(await statusOf(draft.applicationId)).toBe('DRAFT');
  });
});

describe('changing a submitted form', () => {
  test('voids the stamp, keeps level and order, and issues version 2', async () => {
    const draft = await aLockedForm();
    await stamp(draft);
    await reopen(draft);
    expect(await applicationOf(draft)).toMatchObject({ status: 'DRAFT', hasMaterials: false, stampedForms: [{ status: 'SUPERSEDED' }] });
    await lock(draft, 1);
    const application = await applicationOf(draft);
    expect(application.snapshots.map(({ version, supersededAt }) => [version, supersededAt === null])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(application.orders).toHaveLength(1);
  });

  test('from a page of an earlier version is refused', async () => {
    const draft = await aLockedForm();
    await reopen(draft);
    await expect(lock(draft, 0)).rejects.toThrow('这一页是以前打开的');
  });
});

describe('withdrawing', () => {
  const withdraw = (draft: Draft) => act(withdrawApplication, { ...draft, ability: 'withdraw', input: { reason: '工作变动' } });

  test('closes the order and uses up the cycle', async () => {
    const draft = await aLockedForm();
    await withdraw(draft);
    expect(await applicationOf(draft)).toMatchObject({ status: 'WITHDRAWN', orders: [{ status: 'CLOSED' }] });
    const again = await aDraft({ actor: draft.actor });
    expect(again.applicationId).toBe(draft.applicationId);
  });

  test('is refused once the fee is paid', async () => {
    await expect(withdraw(await aPaidOrder())).rejects.toThrow('已经缴费');
  });
});
