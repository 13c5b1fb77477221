import { beforeAll, describe, expect, test } from 'vitest';
import { lockNotice, noticeToSave } from '@/lib/catalogue/lock-notice';
import { saveNoticeInput, withdrawNoticeInput } from '@/lib/catalogue/notice-input';
import { noticeHistory, officeNotices, publicNotice, publishedNotices } from '@/lib/catalogue/notice-queries';
import { judgeNotice } from '@/lib/catalogue/policy';
import { publishNotice } from '@/lib/catalogue/publish-notice';
import { saveNotice } from '@/lib/catalogue/save-notice';
import { withdrawNotice } from '@/lib/catalogue/withdraw-notice';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { seedAssociations } from '@/prisma/seed/associations';
import { seedCycles } from '@/prisma/seed/cycles';
import { seedNotices } from '@/prisma/seed/notices';
import { jiangsuStaff, nationalStaff, zhejiangStaff } from './staff';

const now = new Date('2025-02-10T02:00:00Z');
const seeded = () => db.notice.findUniqueOrThrow({ where: { slug: 'jiangsu-2025-01-20' } });

const save = (form: Record<string, string>, actor = jiangsuStaff) => {
  const input = saveNoticeInput.parse(form);
  return inTransaction(async (tx) =>
    saveNotice({ tx, actor, subject: await noticeToSave(tx, input.noticeId, actor), input, now }),
  );
};
const publish = (noticeId: string) =>
  inTransaction(async (tx) =>
    publishNotice({ tx, actor: jiangsuStaff, subject: await lockNotice(tx, noticeId), input: { noticeId }, now }),
  );

const draft = {
  documentNumber: '苏青科教发〔2025〕9号',
  title: '关于笔试安排的通知',
  issuer: '江苏省青少年科技教育协会',
  issuedOn: '2025年2月10日',
  body: '笔试安排如下。',
};

beforeAll(async () => {
  await seedAssociations(db);
  await seedCycles(db, now);
  await seedNotices(db, now);
});

describe('the seeded notice', () => {
  test('is public with number, issuer, day, body and annex, and holds no private number', async () => {
    const page = await publicNotice('jiangsu-2025-01-20');
    expect(page?.notice).toMatchObject({ documentNumber: '苏青科教发〔2025〕5号', issuer: '江苏省青少年科技教育协会' });
    expect(page?.notice.body).toContain('025-86670701、025-86670189');
    expect(page?.notice.body + (page?.notice.annexBody ?? '')).not.toMatch(/1[3-9]\d{9}/);
  });
});

describe('a new notice', () => {
  test('is a draft until it is published', async () => {
    const { noticeId, slug } = await save({ ...draft, supplementsId: (await seeded()).id });
    expect(await publicNotice(slug)).toBeNull();
    expect((await officeNotices(jiangsuStaff)).map(({ id }) => id)).toContain(noticeId);
    await publish(noticeId);
    expect((await publishedNotices()).notices[0]).toMatchObject({ slug, title: '关于笔试安排的通知' });
    expect((await publicNotice(slug))?.supplements?.slug).toBe('jiangsu-2025-01-20');
    expect((await publicNotice('jiangsu-2025-01-20'))?.supplementedBy.map((notice) => notice.slug)).toEqual([slug]);
  });

  test('two of one day get addresses of their own', async () => {
    const [one, two] = [await save(draft), await save(draft)];
    expect(one.slug).not.toBe(two.slug);
  });

  test('needs a title, a body, a real day, and six-cornered brackets in its number', () => {
    const wrong = saveNoticeInput.safeParse({
      ...draft,
      title: '',
      body: ' ',
      issuedOn: '2025-02-30',
      documentNumber: '苏青科教发[2025]9号',
    });
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(['documentNumber', 'title', 'issuedOn', 'body']);
  });
});

describe('a published notice', () => {
  test('is changed only with a reason, and what stood there before stays in the audit', async () => {
    const { noticeId } = await save({ ...draft, title: '关于答辩安排的通知' });
    await publish(noticeId);
    const changed = { ...draft, noticeId, revision: '1', title: '关于答辩安排的通知', body: '答辩安排如下。' };
    await expect(save(changed)).rejects.toMatchObject({ code: 'REASON_MISSING' });
    await save({ ...changed, reason: '更正正文。' });
    await expect(save({ ...changed, reason: '更正正文。' })).rejects.toMatchObject({ code: 'CHANGED_MEANWHILE' });
    const event = await db.auditEvent.findFirstOrThrow({
      where: { stream: `notice:${noticeId}`, name: 'notice_amended' },
    });
    expect(event.data).toMatchObject({
      changes: [{ field: 'body', before: '笔试安排如下。', after: '答辩安排如下。' }],
    });
    const [latest, published, drafted] = await noticeHistory({ id: noticeId });
    expect(latest).toMatchObject({ note: '更正正文。', changes: [{ label: '正文', before: '笔试安排如下。' }] });
    expect([published?.name, drafted?.name]).toEqual(['notice_published', 'notice_drafted']);
  });

  test('once withdrawn leaves the list, and its address says so', async () => {
    const { noticeId, slug } = await save({ ...draft, title: '误发的通知' });
    await publish(noticeId);
    const input = withdrawNoticeInput.parse({ noticeId, reason: '内容有误。' });
    await inTransaction(async (tx) =>
      withdrawNotice({ tx, actor: jiangsuStaff, subject: await lockNotice(tx, noticeId), input, now }),
    );
    expect((await publishedNotices()).notices.map((notice) => notice.slug)).not.toContain(slug);
    expect((await publicNotice(slug))?.notice.status).toBe('WITHDRAWN');
  });
});

describe('who may', () => {
  test('only staff of the notice’s association', async () => {
    const notice = await seeded();
    expect(
      [jiangsuStaff, zhejiangStaff, nationalStaff].map((actor) => judgeNotice(actor, 'save', notice).answer),
    ).toEqual(['yes', 'not_yours', 'not_yours']);
    expect(await officeNotices(zhejiangStaff)).toEqual([]);
  });

  test('a notice hangs on no cycle of another association', async () => {
    const cycle = await db.cycle.findUniqueOrThrow({ where: { slug: 'jiangsu-2024' } });
    await expect(save({ ...draft, cycleId: cycle.id }, nationalStaff)).rejects.toMatchObject({ code: 'FOREIGN_CYCLE' });
  });
});
