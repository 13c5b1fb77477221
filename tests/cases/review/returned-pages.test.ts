import { beforeAll, describe, expect, it } from 'vitest';
import { reconsiderApplication, returnApplication } from '@/lib/applications/decide-eligibility';
import { readReasons } from '@/lib/applications/decision-reasons';
import { findSheet } from '@/lib/applications/find-sheet';
import { decisionInput } from '@/lib/applications/office-schema';
import { printedForm } from '@/lib/applications/printed-form';
import { ownForm } from '@/lib/applications/queries';
import { removeSheet } from '@/lib/applications/remove-sheet';
import { reopenForm } from '@/lib/applications/reopen-form';
import { restampPreview } from '@/lib/applications/restamp-preview';
import { stampedScan } from '@/lib/applications/stamped-scan';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { blankPage } from '@/lib/files/child/tasks';
import type { Actor } from '@/lib/kernel/actor';
import { act } from '@/tests/build/applications/act';
import { type Draft, save, teacher } from '@/tests/build/applications/drafts';
import { storedScan } from '@/tests/build/applications/files';
import { seededHouse, unitIdOf, unitNames } from '@/tests/build/applications/house';
import { anApplicant, staffOf, unitAdminOf } from '@/tests/build/applications/people';
import { anApplicationUnderReview, giveBack, type UnderReview } from '@/tests/build/applications/reviewed';
import { aLockedForm, handIn, issuedCodes, lock, statusOf } from '@/tests/build/applications/submitted';
import { pdfTexts } from '@/tests/build/read-pdf';

beforeAll(seededHouse);

const scanOf = ({ applicationId }: Pick<Draft, 'applicationId'>) => inTransaction((tx) => stampedScan(tx, { id: applicationId }));
const missingOf = async (draft: Pick<Draft, 'applicationId'>) => (await scanOf(draft)).assembly.missing;

const giveBackPages = (review: UnderReview, code: string, pages: number[]) => giveBack(review, { reasons: [code], pages });

const reopen = ({ actor, applicationId }: Draft) => act(reopenForm, { actor, applicationId, ability: 'reopen_form', input: {} });

describe('a stamp that was returned', { timeout: 120_000 }, () => {
  it('for one page asks for that page alone, and is complete with it', async () => {
    const review = await anApplicationUnderReview();
    await giveBackPages(review, 'SEAL_MISSING', [3]);
    expect(await missingOf(review)).toEqual([3]);
    const codes = await issuedCodes(review.applicationId);
    await storedScan(review, [codes[2] ?? []], '第三页.jpg');
    await handIn(review);
    expect(await statusOf(review.applicationId)).toBe('COMPLETE');
  });

  it('without a page asks for those that are signed and sealed', async () => {
    const review = await anApplicationUnderReview();
    await giveBackPages(review, 'SEAL_MISSING', []);
    const pages = (await scanOf(review)).form.pages.length;
    const missing = await missingOf(review);
    expect(missing).toHaveLength(2);
    expect(missing).toContain(pages);
  });

  it('is not sent before the reviewer has read which pages go back, however the pages are described', async () => {
    const { reviewer, applicationId } = await anApplicationUnderReview();
    const words = { 'place.SEAL_MISSING': '全部 10 页', 'note.SEAL_MISSING': '第 3 页第 2 处' };
    const send = (pages: Record<string, unknown>) =>
      act(returnApplication, {
        actor: reviewer,
        applicationId,
        ability: 'return_for_revision',
        input: decisionInput.parse({ applicationId, formVersion: '1', reason: 'SEAL_MISSING', ...words, ...pages }),
      });
    await expect(send({ 'page.SEAL_MISSING': '3' })).rejects.toThrow(/将退回第 3 页，其余 \d+ 页有效。/);
    await expect(send({ 'page.SEAL_MISSING': ['3', '4'], seenPages: '3' })).rejects.toThrow('将退回第 3、4 页，');
    await expect(send({ 'page.SEAL_MISSING': '99', seenPages: '99' })).rejects.toThrow('请刷新页面后重新勾选要退回的页');
    expect(await missingOf({ applicationId })).toEqual([]);
    await send({ 'page.SEAL_MISSING': '3', seenPages: '3' });
    expect(await missingOf({ applicationId })).toEqual([3]);
    const decision = await db.reviewDecision.findFirstOrThrow({ where: { applicationId } });
    expect(readReasons(decision.reasons)).toMatchObject([{ place: '第 3 页', pages: [3], note: '第 3 页第 2 处' }]);
  });

  it('does not fall back on an older sheet of the page that was refused', async () => {
    const review = await anApplicationUnderReview();
    await giveBackPages(review, 'SEAL_MISSING', [3]);
    const codes = await issuedCodes(review.applicationId);
    await storedScan(review, [codes[2] ?? []], '第三页.jpg');
    await handIn(review);
    await db.application.update({ where: { id: review.applicationId }, data: { status: 'UNDER_REVIEW', claimedById: review.reviewer.personId } });
    await giveBackPages(review, 'SEAL_OF_OTHER_UNIT', [3]);
    expect(await missingOf(review)).toEqual([3]);
  });

  it('has its pages back when the decision is taken back', async () => {
    const review = await anApplicationUnderReview();
    await giveBackPages(review, 'SEAL_MISSING', [3]);
    const input = { reason: '第 3 页其实清楚' };
    await act(reconsiderApplication, { actor: review.reviewer, applicationId: review.applicationId, ability: 'reconsider', input });
    expect(await missingOf(review)).toEqual([]);
  });

  it('cannot be handed in again unchanged', async () => {
    const review = await anApplicationUnderReview();
    await giveBack(review, { reasons: ['EVIDENCE_MISMATCH'] });
    expect(await missingOf(review)).toEqual([]);
    await expect(handIn(review)).rejects.toThrow('这份盖章件已经提交过');
  });
});

describe('a corrected form', { timeout: 120_000 }, () => {
  const previewOf = async ({ actor, applicationId, now }: Draft) => {
    const form = await ownForm(actor, applicationId, now);
    return form && restampPreview({ ...form, now });
  };

  it('says before it is submitted which pages it costs, and costs exactly those, days later too', async () => {
    const review = await anApplicationUnderReview();
    await giveBack(review, { reasons: ['FORM_INCOMPLETE'] });
    const { applicationId } = review;
    const later = { ...review, now: new Date('2025-02-13T02:00:00Z') };
    await reopen(review);
    expect(await previewOf(later)).toMatchObject({ needed: [] });
    await save(later, 'category', { ...teacher, post: '高中化学' });
    const preview = await previewOf(later);
    expect(preview?.needed.length).toBeGreaterThan(0);
    await lock(later, 1);
    expect(await missingOf(later)).toEqual(preview?.needed);

    const part = await printedForm(review.actor, { applicationId, now: later.now, pages: preview?.needed });
    expect(await pdfTexts(Buffer.from(part.bytes))).toHaveLength(preview?.needed.length ?? 0);
    expect(part.fileName).toContain(`_第${preview?.needed.join('、')}页.pdf`);

    const codes = await issuedCodes(applicationId);
    await storedScan(later, (preview?.needed ?? []).map((page) => codes[page - 1] ?? []));
    await handIn(later);
    expect(await statusOf(applicationId)).toBe('COMPLETE');
  });

  it('says nothing while nothing has been stamped', async () => {
    const draft = await aLockedForm();
    await reopen(draft);
    expect(await previewOf(draft)).toBeNull();
  });
});

describe('one sheet', { timeout: 60_000 }, () => {
  it('has two sides, and a blank one is no page that is missing or unread', async () => {
    const draft = await aLockedForm();
    const duplex = (await issuedCodes(draft.applicationId)).flatMap((codes) => [codes, [blankPage]]);
    await storedScan(draft, duplex);
    const scan = await scanOf(draft);
    expect(scan).toMatchObject({ blankSheets: duplex.length / 2, assembly: { outcome: 'complete', unread: [] } });
    expect(await db.scannedSheet.count({ where: { file: { applicationId: draft.applicationId } } })).toBe(duplex.length / 2);
  });

  it('with codes of two pages is filed as neither, and says so', async () => {
    const draft = await aLockedForm();
    const [first = [], second = [], ...others] = await issuedCodes(draft.applicationId);
    await storedScan(draft, [[...first, ...second], ...others]);
    const { assembly } = await scanOf(draft);
    expect(assembly).toMatchObject({ outcome: 'refused', missing: [1, 2], unread: [{ sheet: 1, lamp: 'RED' }] });
    expect(assembly.unread[0]?.findings[0]?.sentence).toContain('一张纸上有两页的编码');
  });

  it('that shows two whole pages gives back one of them alone', async () => {
    const draft = await aLockedForm();
    const file = await storedScan(draft, await issuedCodes(draft.applicationId));
    const [first, second] = await db.scannedSheet.findMany({ where: { fileId: file.id }, orderBy: { sheet: 'asc' } });
    await db.scannedSheet.update({ where: { id: second?.id }, data: { sheet: first?.sheet, position: 1 } });
    const { actor, applicationId } = draft;
    await act(removeSheet, { actor, applicationId, ability: 'submit_stamped_form', input: { sheetId: second?.id ?? '' } });
    expect(await missingOf(draft)).toEqual([2]);
  });

  it('is taken back alone, and the older one of its page counts again', async () => {
    const draft = await aLockedForm();
    const codes = await issuedCodes(draft.applicationId);
    await storedScan(draft, codes);
    const newer = await storedScan(draft, [codes[1] ?? []], '重拍.jpg');
    const sheet = await db.scannedSheet.findFirstOrThrow({ where: { fileId: newer.id } });
    const { actor, applicationId } = draft;
    await act(removeSheet, { actor, applicationId, ability: 'submit_stamped_form', input: { sheetId: sheet.id } });
    expect((await scanOf(draft)).assembly).toMatchObject({ outcome: 'complete', repeated: [] });
    expect((await db.storedFile.findUniqueOrThrow({ where: { id: newer.id } })).deletedAt).not.toBeNull();
    const other = await aLockedForm();
    const stolen = act(removeSheet, { actor: other.actor, applicationId: other.applicationId, ability: 'submit_stamped_form', input: { sheetId: sheet.id } });
    await expect(stolen).rejects.toThrow();
  });

  it('is seen by the applicant, his unit, those who decide and the auditor, whoever scanned it, and by nobody else', async () => {
    const draft = await aLockedForm();
    const admin = await unitAdminOf(await unitIdOf(unitNames.school));
    const file = await storedScan({ ...draft, actor: admin }, await issuedCodes(draft.applicationId));
    const { id } = await db.scannedSheet.findFirstOrThrow({ where: { fileId: file.id } });
    const sees = (actor: Actor) => findSheet(actor, id).then(() => true, () => false);
    const readers = [draft.actor, admin, await staffOf('REVIEWER', 'jiangsu'), await staffOf('AUDITOR', 'jiangsu')];
    expect(await Promise.all(readers.map(sees))).toEqual([true, true, true, true]);
    const others = [
      await anApplicant(),
      await unitAdminOf(await unitIdOf(unitNames.kindergarten)),
      await staffOf('FINANCE', 'jiangsu'),
      await staffOf('NATIONAL_STAFF', 'national'),
    ];
    expect(await Promise.all(others.map(sees))).toEqual([false, false, false, false]);
  });
});
