import { beforeAll, describe, expect, it } from 'vitest';
import { extendRevision, reconsiderApplication } from '@/lib/applications/decide-eligibility';
import { readReasons } from '@/lib/applications/decision-reasons';
import { publicHistory } from '@/lib/applications/queries';
import { reopenForm } from '@/lib/applications/reopen-form';
import { db } from '@/lib/db/client';
import { act } from '@/tests/build/applications/act';
import { seededHouse, today } from '@/tests/build/applications/house';
import { staffOf } from '@/tests/build/applications/people';
import {
  accept,
  anApplicationUnderReview,
  claim,
  giveBack,
  messagesTo,
  reject,
} from '@/tests/build/applications/reviewed';
import { aCompleteApplication, lock, stamp, statusOf } from '@/tests/build/applications/submitted';

describe('the eligibility review', () => {
  beforeAll(seededHouse);

  it('is decided only by the one who claimed it, and a colleague may take it over', async () => {
    const draft = await aCompleteApplication();
    const [first, second] = [await staffOf('REVIEWER', 'jiangsu'), await staffOf('REVIEWER', 'jiangsu')];
    await claim(first, draft.applicationId);
    await expect(accept({ ...draft, reviewer: second })).rejects.toThrow(/先领取/);
    await claim(second, draft.applicationId);
    await accept({ ...draft, reviewer: second });
    expect(await statusOf(draft.applicationId)).toBe('ELIGIBLE');
  });

  it('tells the applicant and keeps the stamped scan when it accepts', async () => {
    const review = await anApplicationUnderReview();
    await accept(review);
    expect((await messagesTo(review.actor)).at(-1)?.subject).toBe('资格审查通过');
    const scan = await db.stampedForm.findFirstOrThrow({ where: { applicationId: review.applicationId } });
    expect(scan.status).toBe('ACCEPTED');
  });

  it('keeps the remark for colleagues out of what the applicant reads', async () => {
    const review = await anApplicationUnderReview();
    await accept(review, { note: '与去年的材料比对过。' });
    const history = await publicHistory({ id: review.applicationId });
    expect(history[0]?.name).toBe('accept');
    expect(history.some(({ note }) => note?.includes('比对'))).toBe(false);
    expect((await messagesTo(review.actor)).some(({ text }) => text.includes('比对'))).toBe(false);
    const decision = await db.reviewDecision.findFirstOrThrow({ where: { applicationId: review.applicationId } });
    expect(decision.note).toBe('与去年的材料比对过。');
  });

  it('returns with coded reasons in words, a date to answer by, and the same level and payment', async () => {
    const review = await anApplicationUnderReview();
    await giveBack(review, { reasons: ['EVIDENCE_MISMATCH'], note: '请核对等次。' });
    const application = await db.application.findUniqueOrThrow({ where: { id: review.applicationId } });
    expect(application).toMatchObject({ status: 'RETURNED', level: 'PRIMARY', hasPayment: true, hasMaterials: true });
    // 2025-02-10 is a Monday: five working days end on the next Monday.
    expect(application.revisionDueAt?.toISOString()).toBe('2025-02-17T15:59:59.999Z');
    const told = (await messagesTo(review.actor)).at(-1);
    expect(told?.text).toContain('佐证材料与所填内容不一致');
    expect(told?.text).toContain('2025年2月17日 23:59');
  });

  it('asks for a new scan when the reason is the stamp, and not otherwise', async () => {
    const review = await anApplicationUnderReview();
    await giveBack(review, { reasons: ['SEAL_MISSING'] });
    const application = await db.application.findUniqueOrThrow({
      where: { id: review.applicationId },
      include: { stampedForms: true },
    });
    expect(application.hasMaterials).toBe(false);
    expect(application.stampedForms.map((scan) => scan.status)).toEqual(['REJECTED']);
    await stamp(review);
    expect(await statusOf(review.applicationId)).toBe('COMPLETE');
  });

  it('goes round again after a correction without a second payment', async () => {
    const review = await anApplicationUnderReview();
    await giveBack(review, { reasons: ['FORM_INCOMPLETE'] });
    const { actor, applicationId } = review;
    await act(reopenForm, { actor, applicationId, ability: 'reopen_form', input: {} });
    await lock(review, 1);
    await stamp(review);
    expect(await statusOf(applicationId)).toBe('COMPLETE');
    expect(await db.order.count({ where: { applicationId } })).toBe(1);
    await claim(review.reviewer, applicationId);
    await expect(accept(review, { formVersion: 1 })).rejects.toThrow(/新的版本/);
    await accept(review, { formVersion: 2 });
    expect(await statusOf(applicationId)).toBe('ELIGIBLE');
  });

  it('never refuses without a reason, and a refusal uses up the year', async () => {
    const review = await anApplicationUnderReview();
    await expect(reject(review, { note: '不行' })).rejects.toThrow(/至少选择一条原因/);
    await reject(review, { reasons: ['CONDITIONS_NOT_MET'] });
    expect(await statusOf(review.applicationId)).toBe('REJECTED');
    const decision = await db.reviewDecision.findFirstOrThrow({ where: { applicationId: review.applicationId } });
    expect(readReasons(decision.reasons).map(({ code }) => code)).toEqual(['CONDITIONS_NOT_MET']);
    await expect(aCompleteApplication({ actor: review.actor })).rejects.toThrow();
  });

  it('is undone by a move with a reason, and the history keeps both', async () => {
    const review = await anApplicationUnderReview();
    await reject(review, { reasons: ['CONDITIONS_NOT_MET'] });
    const { reviewer: actor, applicationId } = review;
    await expect(
      act(reconsiderApplication, { actor, applicationId, ability: 'reconsider', input: { reason: ' ' } }),
    ).rejects.toThrow(/请填写原因/);
    await act(reconsiderApplication, {
      actor,
      applicationId,
      ability: 'reconsider',
      input: { reason: '证书已补充核实' },
    });
    expect(await statusOf(applicationId)).toBe('UNDER_REVIEW');
    const names = await db.auditEvent.findMany({
      where: { stream: `application:${applicationId}`, name: { in: ['reject', 'reconsider'] } },
      orderBy: { sequence: 'asc' },
    });
    expect(names.map(({ name }) => name)).toEqual(['reject', 'reconsider']);
  });

  it('lets staff give more time also to somebody who was late in the middle of correcting', async () => {
    const review = await anApplicationUnderReview();
    const { actor, reviewer, applicationId } = review;
    await giveBack(review, { reasons: ['FORM_INCOMPLETE'] });
    await act(reopenForm, { actor, applicationId, ability: 'reopen_form', input: {} });
    const late = new Date('2025-02-20T02:00:00Z');
    await expect(lock({ ...review, now: late }, 1)).rejects.toThrow(/修改期限已于/);
    const input = { reason: '单位放假，盖章推迟。' };
    await act(extendRevision, { actor: reviewer, applicationId, ability: 'extend_revision', input, now: late });
    expect((await messagesTo(actor)).at(-1)?.text).toContain('2025年2月27日 23:59');
    await act(reopenForm, { actor, applicationId, ability: 'reopen_form', input: {}, now: late });
    await lock({ ...review, now: late }, 1);
    expect(await statusOf(applicationId)).toBe('AWAITING_STAMP');
    const fresh = await aCompleteApplication();
    const other = { actor: reviewer, applicationId: fresh.applicationId, ability: 'extend_revision', input } as const;
    await expect(act(extendRevision, other)).rejects.toThrow(/当前状态/);
  });

  it('gives the scan back when a return for the stamp is taken back, and refuses it after a second look', async () => {
    const review = await anApplicationUnderReview();
    const { reviewer: actor, applicationId } = review;
    const scans = async () => (await db.stampedForm.findMany({ where: { applicationId } })).map(({ status }) => status);
    const reconsider = () =>
      act(reconsiderApplication, { actor, applicationId, ability: 'reconsider', input: { reason: '印章其实清楚' } });
    await giveBack(review, { reasons: ['SEAL_MISSING'] });
    await reconsider();
    expect(await scans()).toEqual(['UPLOADED']);
    await accept(review);
    expect(await scans()).toEqual(['ACCEPTED']);
    await reconsider();
    await giveBack(review, { reasons: ['SEAL_OF_OTHER_UNIT'] });
    expect(await scans()).toEqual(['REJECTED']);
    expect(await statusOf(applicationId)).toBe('RETURNED');
  });

  it('lets one of two decisions made at the same moment win', async () => {
    const review = await anApplicationUnderReview();
    const outcomes = await Promise.allSettled([accept(review), giveBack(review, { reasons: ['OTHER'], now: today })]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.reviewDecision.count({ where: { applicationId: review.applicationId } })).toBe(1);
  });
});
