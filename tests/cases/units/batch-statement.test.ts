import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { handInAgain } from '@/lib/applications/batch/hand-in-again';
import { reopenForm } from '@/lib/applications/reopen-form';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { act } from '../../build/applications/act';
import { aBatch, allGreen, attest, pageOf, stacked } from '../../build/applications/batches';
import type { Draft } from '../../build/applications/drafts';
import { seededHouse, today, unitIdOf, unitNames } from '../../build/applications/house';
import { anApplicant, unitAdminOf } from '../../build/applications/people';
import { messagesTo } from '../../build/applications/reviewed';
import { aLockedForm, issuedCodes, lock, statusOf } from '../../build/applications/submitted';

let admin: Actor;
let batchId: string;
beforeAll(async () => {
  await seededHouse();
  admin = await unitAdminOf(await unitIdOf(unitNames.school));
});
beforeEach(async () => {
  batchId = await aBatch(admin);
});

const named = async (name: string): Promise<Draft> => aLockedForm({ actor: await anApplicant({ name }) });
const standingOf = async ({ applicationId }: Draft, by = admin, now = today) =>
  (await pageOf(by, batchId, now)).applicants.find(({ id }) => id === applicationId)?.standing;

describe('the statement of the unit for a list', () => {
  it('is recorded for each application with its wording, person and time, and everybody is told', async () => {
    const people = [await named('甲示例'), await named('乙示例')];
    for (const { applicationId } of people) await stacked(admin, batchId, await issuedCodes(applicationId));
    await allGreen();
    const { hand } = await attest({ admin, batchId });
    expect(await statusOf(people[0]?.applicationId ?? '')).toBe('AWAITING_STAMP');
    await hand();
    for (const { applicationId, actor } of people) {
      expect(await statusOf(applicationId)).toBe('SUBMITTED');
      const stamped = await db.stampedForm.findFirstOrThrow({ where: { applicationId }, include: { sheets: true } });
      expect(stamped).toMatchObject({ status: 'UNIT_CONFIRMED', attestedById: admin.personId, attestedByName: '管示例', attestedAt: today });
      expect(stamped.attestation).not.toBe('');
      expect(stamped.sheets.length).toBe((await issuedCodes(applicationId)).length);
      expect((await messagesTo(actor)).at(-1)?.text).toContain('已由所在单位核实并提交');
      const event = await db.auditEvent.findFirstOrThrow({
        where: { stream: `application:${applicationId}`, name: 'submit_stamped_form' },
      });
      expect(event).toMatchObject({ actorId: admin.personId, actorRole: 'UNIT_ADMIN', at: today });
    }
    expect((await pageOf(admin, batchId)).applicants.map(({ standing }) => standing.stand)).toEqual(['handed_in', 'handed_in']);
  });

  it('is given once by a double click or two tabs', async () => {
    const one = await named('甲示例');
    await stacked(admin, batchId, await issuedCodes(one.applicationId));
    await allGreen();
    const clicks = await Promise.allSettled([attest({ admin, batchId }), attest({ admin, batchId })]);
    expect(clicks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const click = clicks.find((outcome) => outcome.status === 'fulfilled');
    if (click?.status === 'fulfilled') await Promise.all([click.value.hand(), click.value.hand()]);
    expect(await db.stampedForm.count({ where: { applicationId: one.applicationId } })).toBe(1);
    const again = await attest({ admin, batchId, of: [one.applicationId] });
    await again.hand();
    const rows = await db.batchAttestationRow.findMany({ where: { applicationId: one.applicationId }, orderBy: { attestationId: 'asc' } });
    expect(rows.map(({ outcome }) => outcome)).toEqual(['DONE', 'REFUSED']);
    expect(rows[1]?.refusal).toContain('已经提交过');
  });

  it('goes on for the others when one has changed meanwhile, and says whom it refused', async () => {
    const [good, changed, late] = [await named('甲示例'), await named('乙示例'), await named('丙示例')];
    for (const { applicationId } of [good, changed, late]) await stacked(admin, batchId, await issuedCodes(applicationId));
    await allGreen();
    const { hand } = await attest({ admin, batchId });
    await act(reopenForm, { ...changed, ability: 'reopen_form', input: {} });
    await act(reopenForm, { ...late, ability: 'reopen_form', input: {} });
    await lock(late, 1);
    await hand();
    expect(await statusOf(good.applicationId)).toBe('SUBMITTED');
    expect(await statusOf(changed.applicationId)).toBe('DRAFT');
    expect(await statusOf(late.applicationId)).toBe('AWAITING_STAMP');
    const { batch } = await pageOf(admin, batchId);
    const refused = batch.attestations[0]?.rows.filter(({ outcome }) => outcome === 'REFUSED') ?? [];
    expect(refused.map(({ application }) => application.person.name).sort()).toEqual(['丙示例', '乙示例']);
    expect(refused.every(({ refusal }) => /^[^。]+。/.test(refusal ?? ''))).toBe(true);
  });

  it('counts for the pages that were on the screen: what is scanned or said afterwards has to be seen first', async () => {
    const [same, replaced, hinted] = [await named('甲示例'), await named('乙示例'), await named('丙示例')];
    for (const { applicationId } of [same, replaced, hinted])
      await stacked(admin, batchId, await issuedCodes(applicationId));
    await allGreen();
    const { hand } = await attest({ admin, batchId });
    await stacked(
      admin,
      batchId,
      (await issuedCodes(replaced.applicationId)).slice(0, 1),
      new Date(today.getTime() + 1000),
    );
    await allGreen();
    const [first] = await db.scannedSheet.findMany({ where: { applicationId: hinted.applicationId }, take: 1 });
    const findings = [{ kind: 'seal', lamp: 'AMBER', sentence: '没有看到公章。', crop: null }];
    await db.scannedSheet.update({ where: { id: first?.id ?? '' }, data: { lamp: 'AMBER', findings } });
    await hand();
    expect(await statusOf(same.applicationId)).toBe('SUBMITTED');
    for (const { applicationId } of [replaced, hinted]) {
      expect(await statusOf(applicationId)).toBe('AWAITING_STAMP');
      const row = await db.batchAttestationRow.findFirstOrThrow({ where: { applicationId } });
      expect(row.outcome).toBe('REFUSED');
    }
    await (await attest({ admin, batchId, hintsSeen: 'yes' })).hand();
    expect(await statusOf(replaced.applicationId)).toBe('SUBMITTED');
  });

  it('reaches the others when the machine fails at one, which is tried again and in the end given back', async () => {
    const [broken, good] = [await named('甲示例'), await named('乙示例')];
    for (const { applicationId } of [broken, good]) await stacked(admin, batchId, await issuedCodes(applicationId));
    await allGreen();
    const { hand, attestationId } = await attest({ admin, batchId });
    await db.$executeRawUnsafe(
      `CREATE FUNCTION fail_here() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'disk is full'; END $$`,
    );
    await db.$executeRawUnsafe(
      `CREATE TRIGGER fail_here BEFORE INSERT ON "StampedForm" FOR EACH ROW WHEN (NEW."applicationId" = '${broken.applicationId}') EXECUTE FUNCTION fail_here()`,
    );
    try {
      await expect(hand()).rejects.toThrow('1 of batch attestation');
      expect(await statusOf(good.applicationId)).toBe('SUBMITTED');
      expect((await pageOf(admin, batchId)).applicants.find(({ id }) => id === broken.applicationId)?.standing).toEqual(
        { stand: 'under_way' },
      );
      const jobs = () =>
        db.outboxJob.count({ where: { kind: 'batches.hand-in', onceKey: `batches.hand-in:${attestationId}` } });
      await handInAgain(new Date(today.getTime() + 60_000));
      expect(await jobs()).toBe(0);
      await handInAgain(new Date(today.getTime() + 6 * 60_000));
      expect(await jobs()).toBe(1);
      await expect(hand(new Date(today.getTime() + 61 * 60_000))).rejects.toThrow('1 of batch attestation');
    } finally {
      await db.$executeRawUnsafe('DROP TRIGGER fail_here ON "StampedForm"');
    }
    const row = await db.batchAttestationRow.findFirstOrThrow({ where: { applicationId: broken.applicationId } });
    expect(row).toMatchObject({ outcome: 'REFUSED', refusal: expect.stringContaining('请重新确认这一份') });
    await (await attest({ admin, batchId })).hand();
    expect(await statusOf(broken.applicationId)).toBe('SUBMITTED');
  });

  it('is never given by an administrator for himself; a colleague gives it', async () => {
    const own = await aLockedForm({ actor: { ...admin, role: 'APPLICANT', unitId: null } });
    await stacked(admin, batchId, await issuedCodes(own.applicationId));
    await allGreen();
    expect(await standingOf(own)).toEqual({ stand: 'own' });
    await expect(attest({ admin, batchId, of: [own.applicationId] })).rejects.toThrow('not found');
    const colleague = await unitAdminOf(admin.unitId ?? '');
    expect(await standingOf(own, colleague)).toMatchObject({ stand: 'ready' });
    await (await attest({ admin: colleague, batchId })).hand();
    expect(await statusOf(own.applicationId)).toBe('SUBMITTED');
  });

  it('is not taken for another unit, nor after the deadline, nor past a hint that nobody looked at', async () => {
    const one = await named('甲示例');
    await stacked(admin, batchId, await issuedCodes(one.applicationId));
    const later = new Date(today.getTime() + 10 * 60_000);
    expect(await standingOf(one, admin, later)).toMatchObject({ stand: 'ready', hints: expect.arrayContaining([expect.anything()]), examining: { pace: 'stuck' } });
    await expect(attest({ admin, batchId, now: later })).rejects.toThrow('我已看过各页的提示');
    const stranger = await unitAdminOf(await unitIdOf(unitNames.kindergarten));
    await expect(attest({ admin: stranger, batchId, of: [one.applicationId] })).rejects.toThrow('not his batch');
    const { cycle } = await db.application.findUniqueOrThrow({ where: { id: one.applicationId }, include: { cycle: true } });
    const over = new Date(cycle.materialsCloseAt.getTime() + 60_000);
    expect(await standingOf(one, admin, over)).toMatchObject({ stand: 'not_now', because: expect.stringContaining('截止') });
    await (await attest({ admin, batchId, of: [one.applicationId], now: over, hintsSeen: 'yes' })).hand();
    const row = await db.batchAttestationRow.findFirstOrThrow({ where: { applicationId: one.applicationId } });
    expect(row).toMatchObject({ outcome: 'REFUSED', refusal: expect.stringContaining('截止') });
    expect(await statusOf(one.applicationId)).toBe('AWAITING_STAMP');
  });
});
