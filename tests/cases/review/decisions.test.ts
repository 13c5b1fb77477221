import { beforeAll, describe, expect, it } from 'vitest';
import { reconsiderApplication } from '@/lib/applications/decide-eligibility';
import { readReasons } from '@/lib/applications/decision-reasons';
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

  it('lets one of two decisions made at the same moment win', async () => {
    const review = await anApplicationUnderReview();
    const outcomes = await Promise.allSettled([accept(review), giveBack(review, { reasons: ['OTHER'], now: today })]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await db.reviewDecision.count({ where: { applicationId: review.applicationId } })).toBe(1);
  });
});
