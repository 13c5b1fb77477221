import { beforeAll, describe, expect, it } from 'vitest';
import { deadlineOf, stagesShown } from '@/lib/applications/journey';
import { publicHistory } from '@/lib/applications/queries';
import { decideFrozen } from '@/tests/build/sanctions/frozen';
import { freezeAgain, rejectFrozen, unfreezeApplication } from '@/lib/applications/sanctions/decide-frozen';
import { db } from '@/lib/db/client';
import type { Unit } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { closeExpired } from '@/lib/payments/close-expired';
import { aCompleteDraft } from '@/tests/build/applications/drafts';
import { seededHouse, today } from '@/tests/build/applications/house';
import { staffOf } from '@/tests/build/applications/people';
import { anApplicationUnderReview, giveBack, messagesTo } from '@/tests/build/applications/reviewed';
import {
  aCompleteApplication,
  aLockedForm,
  aPaidOrder,
  aStampedForm,
  lock,
  pay,
  stamp,
  statusOf,
} from '@/tests/build/applications/submitted';
import { anAdministratorOf, approve, aSchool, effectOf, lift, propose } from '@/tests/build/sanctions/sanctioned';

let first: Actor;
let second: Actor;
beforeAll(async () => {
  await seededHouse();
  first = await staffOf('REVIEWER', 'jiangsu', '甲示例');
  second = await staffOf('REVIEWER', 'jiangsu', '乙示例');
});

const day = 24 * 60 * 60_000;
const later = (days: number) => new Date(today.getTime() + days * day);
const wordsTo = async (actor: Actor) => (await messagesTo(actor)).map(({ text }) => text).join('\n');
const subjectsTo = async (actor: Actor) => (await messagesTo(actor)).map(({ subject }) => subject);
const stored = (id: string) => db.application.findUniqueOrThrow({ where: { id }, include: { cycle: true } });

async function bar(unit: Unit, now = today): Promise<string> {
  const sanctionId = await propose(first, unit, now);
  await approve({ actor: second, sanctionId, now });
  return sanctionId;
}

describe('what is under way when a unit is barred', () => {
  it('is shown before the decision, and stands still after it; drafts and ends stay as they are', async () => {
    const unit = await aSchool();
    const at = { unitName: unit.name };
    const locked = await aLockedForm(at);
    const complete = await aCompleteApplication(at);
    const review = await anApplicationUnderReview(at);
    const draft = await aCompleteDraft(at);
    const admin = await anAdministratorOf(unit);
    const ended = await aCompleteApplication(at);
    await db.application.update({ where: { id: ended.applicationId }, data: { status: 'CERTIFIED' } });
    const sanctionId = await propose(first, unit);
    const shown = await effectOf(sanctionId);
    expect(shown.applications.map(({ id, status }) => [id, status]).toSorted()).toEqual(
      [
        [locked.applicationId, 'AWAITING_STAMP'],
        [complete.applicationId, 'COMPLETE'],
        [review.applicationId, 'UNDER_REVIEW'],
      ].toSorted(),
    );
    expect(shown.drafts.map(({ id }) => id)).toEqual([draft.applicationId]);
    expect(shown.admins.map(({ name }) => name)).toEqual([admin.name]);
    expect(await approve({ actor: second, sanctionId })).toEqual({ frozen: 3 });
    for (const { applicationId } of [locked, complete, review]) expect(await statusOf(applicationId)).toBe('FROZEN');
    expect(await statusOf(draft.applicationId)).toBe('DRAFT');
    expect(await statusOf(ended.applicationId)).toBe('CERTIFIED');
  });

  it('tells the innocent neutrally, and in the history what happened', async () => {
    const unit = await aSchool();
    const { actor, applicationId } = await aCompleteApplication({ unitName: unit.name });
    const writer = await aCompleteDraft({ unitName: unit.name });
    await bar(unit);
    const told = (await messagesTo(actor)).find(({ subject }) => subject === '申报暂停处理');
    expect(told?.text).toContain('这不是对您个人的认定');
    expect(told?.text).not.toContain('虚假');
    expect(await wordsTo(writer.actor)).toContain('草稿会保留');
    const [latest] = await publicHistory({ id: applicationId });
    expect(latest).toMatchObject({ name: 'freeze', fromStatus: 'COMPLETE', toStatus: 'FROZEN', actorRole: 'SYSTEM' });
  });

  it('keeps the approver from deciding about another list than he saw', async () => {
    const unit = await aSchool();
    const locked = await aLockedForm({ unitName: unit.name });
    const sanctionId = await propose(first, unit);
    const { digest: effectDigest } = await effectOf(sanctionId);
    await stamp(locked);
    await expect(approve({ actor: second, sanctionId, effectDigest })).rejects.toMatchObject({
      code: 'EFFECT_CHANGED',
    });
    expect(await statusOf(locked.applicationId)).toBe('SUBMITTED');
    await expect(approve({ actor: second, sanctionId })).resolves.toEqual({ frozen: 1 });
  });

  it('never slips through when it is handed in at the moment of the decision', async () => {
    for (let round = 0; round < 6; round++) {
      const unit = await aSchool();
      const draft = await aCompleteDraft({ unitName: unit.name });
      const sanctionId = await propose(first, unit);
      const [handedIn, decided] = await Promise.allSettled([lock(draft), approve({ actor: second, sanctionId })]);
      const status = await statusOf(draft.applicationId);
      const inForce = (await db.sanction.findUniqueOrThrow({ where: { id: sanctionId } })).status === 'APPROVED';
      expect(inForce).toBe(decided.status === 'fulfilled');
      expect(status).toBe(handedIn.status === 'rejected' ? 'DRAFT' : 'AWAITING_STAMP');
      // Both at once would be an application of a barred unit that nobody froze.
      expect(inForce && status === 'AWAITING_STAMP').toBe(false);
    }
  });

  it('of two approvers deciding at once one is heard', async () => {
    const unit = await aSchool();
    const sanctionId = await propose(first, unit);
    const third = await staffOf('NATIONAL_STAFF', 'national');
    const both = await Promise.allSettled([
      approve({ actor: second, sanctionId }),
      approve({ actor: third, sanctionId }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('an application that stands still', () => {
  it('goes back to where it stood when the unit is barred no longer, whatever that was', async () => {
    const unit = await aSchool();
    const at = { unitName: unit.name };
    const before = {
      AWAITING_STAMP: await aLockedForm(at),
      SUBMITTED: await aStampedForm(at),
      COMPLETE: await aCompleteApplication(at),
      UNDER_REVIEW: await anApplicationUnderReview(at),
      EXAM: await aCompleteApplication(at),
    };
    await db.application.update({ where: { id: before.EXAM.applicationId }, data: { status: 'EXAM' } });
    const sanctionId = await bar(unit);
    expect(stagesShown(await stored(before.EXAM.applicationId)).find(({ state }) => state === 'current')?.stage).toBe(
      'exam',
    );
    await lift({ actor: second, sanctionId });
    for (const [status, { applicationId }] of Object.entries(before)) {
      expect(await stored(applicationId)).toMatchObject({ status, frozenFrom: null, frozenById: null });
    }
    expect((await stored(before.UNDER_REVIEW.applicationId)).claimedById).toBe(before.UNDER_REVIEW.reviewer.personId);
    expect(await subjectsTo(before.EXAM.actor)).toContain('申报恢复处理');
  });

  it('books a payment that arrives meanwhile, and is complete with it when it goes on', async () => {
    const unit = await aSchool();
    const draft = await aStampedForm({ unitName: unit.name });
    const sanctionId = await propose(first, unit);
    await pay(draft, () => approve({ actor: second, sanctionId }));
    expect(await stored(draft.applicationId)).toMatchObject({ status: 'FROZEN', hasPayment: true });
    expect(await db.order.findFirstOrThrow({ where: { applicationId: draft.applicationId } })).toMatchObject({
      status: 'PAID',
    });
    await lift({ actor: second, sanctionId });
    expect(await statusOf(draft.applicationId)).toBe('COMPLETE');
  });

  it('loses no time: its deadlines are later by the days it stood, for stamp and payment alike', async () => {
    const unit = await aSchool();
    const draft = await aLockedForm({ unitName: unit.name, cycle: 'jiangsu-2024' });
    const due = deadlineOf(await stored(draft.applicationId));
    const sanctionId = await bar(unit, later(10));
    const end = later(40);
    await closeExpired({ now: end, ports: null });
    expect(await db.order.findFirstOrThrow({ where: { applicationId: draft.applicationId } })).toMatchObject({
      status: 'UNPAID',
    });
    await lift({ actor: second, sanctionId, now: end });
    const after = await stored(draft.applicationId);
    expect(after.daysHeld).toBe(30);
    expect(deadlineOf(after)?.getTime()).toBe((due?.getTime() ?? 0) + 30 * day);
    await closeExpired({ now: end, ports: null });
    const order = await db.order.findFirstOrThrow({ where: { applicationId: draft.applicationId } });
    expect(order).toMatchObject({
      status: 'UNPAID',
      expiresAt: new Date(after.cycle.paymentClosesAt.getTime() + 30 * day),
    });
    await stamp({ ...draft, now: end });
    expect(await statusOf(draft.applicationId)).toBe('SUBMITTED');
  });

  it('gives a correction its days back too', async () => {
    const unit = await aSchool();
    const review = await anApplicationUnderReview({ unitName: unit.name });
    await giveBack(review, { reasons: ['FORM_INCOMPLETE'] });
    const { revisionDueAt } = await stored(review.applicationId);
    const sanctionId = await bar(unit, later(1));
    await lift({ actor: second, sanctionId, now: later(9) });
    expect((await stored(review.applicationId)).revisionDueAt?.getTime()).toBe(
      (revisionDueAt?.getTime() ?? 0) + 8 * day,
    );
  });

  it('is decided one by one by the staff who answer for it, with a reason, and not by a colleague of the unit', async () => {
    const unit = await aSchool();
    const { applicationId, actor } = await aPaidOrder({ unitName: unit.name });
    await bar(unit);
    const national = await staffOf('NATIONAL_STAFF', 'national');
    await expect(decideFrozen(unfreezeApplication, { actor: national, applicationId })).rejects.toThrow('not found');
    await expect(decideFrozen(unfreezeApplication, { actor, applicationId })).rejects.toThrow('not found');
    await expect(decideFrozen(unfreezeApplication, { actor: second, applicationId, reason: ' ' })).rejects.toThrow(
      '请填写原因',
    );
    const tied = await staffOf('REVIEWER', 'jiangsu');
    const data = { personId: tied.personId ?? '', role: 'UNIT_ADMIN', unitId: unit.id, approvedAt: today } as const;
    await db.roleGrant.create({ data });
    await expect(decideFrozen(unfreezeApplication, { actor: tied, applicationId })).rejects.toThrow('有关联');
    await decideFrozen(unfreezeApplication, {
      actor: second,
      applicationId,
      reason: '本人已调离该单位，材料另行核实。',
    });
    expect(await statusOf(applicationId)).toBe('AWAITING_STAMP');
    expect(await wordsTo(actor)).toContain('本人已调离该单位');
  });

  it('that was rejected stays so when the unit is let off, until staff take it back', async () => {
    const unit = await aSchool();
    const { applicationId, actor } = await aCompleteApplication({ unitName: unit.name });
    const sanctionId = await bar(unit);
    await decideFrozen(rejectFrozen, { actor: second, applicationId, reason: '其材料即查实的虚假材料。' });
    expect(await statusOf(applicationId)).toBe('REJECTED');
    expect(await wordsTo(actor)).toContain('其材料即查实的虚假材料。');
    await lift({ actor: second, sanctionId });
    expect(await statusOf(applicationId)).toBe('REJECTED');
    await decideFrozen(freezeAgain, { actor: second, applicationId, reason: '认定有误。' });
    await decideFrozen(unfreezeApplication, { actor: second, applicationId });
    expect(await statusOf(applicationId)).toBe('COMPLETE');
  });

  it('knows from where and by what: the database takes no other', async () => {
    const { applicationId } = await aCompleteApplication();
    const frozen = db.application.update({ where: { id: applicationId }, data: { status: 'FROZEN' } });
    await expect(frozen).rejects.toThrow(/Application_frozen_from/);
  });
});
