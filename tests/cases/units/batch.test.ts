import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { admitUpload } from '@/lib/applications/admit-upload';
import { batchPage } from '@/lib/applications/batch/batch-page';
import { readOn } from '@/lib/applications/batch/read-on';
import { readStack } from '@/lib/applications/batch/read-stack';
import { findFile } from '@/lib/applications/find-file';
import { findSheet } from '@/lib/applications/find-sheet';
import { reopenForm } from '@/lib/applications/reopen-form';
import { writeListCode } from '@/lib/documents/cover-list/list-code';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { pageKey } from '@/lib/secrets';
import { act } from '../../build/applications/act';
import { aBatch, allGreen, attest, pageOf, stacked } from '../../build/applications/batches';
import { type Draft, save } from '../../build/applications/drafts';
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

describe('a stack of stamped forms', () => {
  it('is sorted by its codes: whole, missing, doubled, old, foreign, unread, blank and the list itself', async () => {
    const [whole, short, old] = [await named('甲示例'), await named('乙示例'), await named('丙示例')];
    const before = await issuedCodes(old.applicationId);
    await act(reopenForm, { ...old, ability: 'reopen_form', input: {} });
    await save(old, 'category', { category: 'SECONDARY_SCHOOL_TEACHER', post: '初中物理' });
    await lock(old, 1);
    const elsewhere = await aLockedForm({ actor: await anApplicant({ name: '丁示例' }) });
    await db.application.update({
      where: { id: elsewhere.applicationId },
      data: { unitId: await unitIdOf(unitNames.kindergarten) },
    });
    const [all, some] = [await issuedCodes(whole.applicationId), await issuedCodes(short.applicationId)];
    const list = writeListCode({ packetNumber: 'EXAMPLE', page: 1, pages: 1 }, pageKey());
    const foreign = (await issuedCodes(elsewhere.applicationId)).slice(0, 2);
    const stack = [[list], ...some.slice(2), ...all.toReversed(), [], ['BLANK'], ...foreign, ...before, all[0] ?? [], ['https://example.com']];
    await stacked(admin, batchId, stack);
    const { applicants, loose } = await pageOf(admin, batchId);
    const of = (draft: Draft) => applicants.find(({ id }) => id === draft.applicationId);
    expect(applicants.map(({ name }) => name)).toEqual(['丙示例', '甲示例', '乙示例']);
    expect(of(whole)).toMatchObject({ missing: [], repeated: [1], outdated: 0 });
    expect(of(short)).toMatchObject({ missing: [1, 2], standing: { stand: 'incomplete', because: expect.stringContaining('没有找到第 1、2 页') } });
    expect(of(old)?.missing).toEqual([2]);
    expect(of(old)?.outdated).toBeGreaterThan(0);
    expect(loose.map(({ kind }) => kind).sort()).toEqual(['blank', 'foreign', 'foreign', 'list', 'unread', 'unread']);
    expect(JSON.stringify({ applicants, loose })).not.toContain('丁示例');
  });

  it('knows who should be in it by the list that it was printed from', async () => {
    const [here, absent] = [await named('甲示例'), await named('乙示例')];
    const items = await Promise.all(
      [here, absent].map(async ({ applicationId }) => {
        const { number } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
        return { applicationId, number, name: '示例', level: 'PRIMARY', version: 1, formPages: 7, pages: [1], firstCode: 'S1' };
      }),
    );
    const { personId, unitId } = admin;
    const packet = await db.stampPacket.create({
      data: {
        ...{ number: `N${Date.now() % 1e8}`, unitId: unitId ?? '', createdById: personId ?? '', createdByName: '管示例' },
        ...{ createdAt: today, isDuplex: false, onlyNeeded: false, items, status: 'READY' },
      },
    });
    batchId = await aBatch(admin, packet.id);
    await stacked(admin, batchId, await issuedCodes(here.applicationId));
    await allGreen();
    expect(await standingOf(here)).toMatchObject({ stand: 'ready' });
    expect(await standingOf(absent)).toMatchObject({ stand: 'incomplete' });
  });

  it('grows until everything is there', async () => {
    const one = await named('甲示例');
    const codes = await issuedCodes(one.applicationId);
    await stacked(admin, batchId, codes.slice(1));
    expect(await standingOf(one)).toMatchObject({ stand: 'incomplete' });
    await stacked(admin, batchId, codes.slice(0, 1));
    expect(await standingOf(one)).toEqual({ stand: 'examining', pages: codes.length });
    await allGreen();
    expect(await standingOf(one)).toEqual({ stand: 'ready', hints: [], examining: null });
  });

  it('that cannot be read is settled with a sentence after the last try, and read no more', async () => {
    const fileId = await stacked(admin, batchId, [[], []]);
    await db.scannedSheet.deleteMany({ where: { fileId } });
    await db.storedFile.update({ where: { id: fileId }, data: { pageCodes: [], storageKey: 'files/gone.pdf' } });
    await expect(readStack({ fileId, clock: () => today })).rejects.toThrow();
    expect((await pageOf(admin, batchId)).files).toMatchObject([{ isReading: true, isFiled: false, refusal: null }]);
    const later = new Date(today.getTime() + 60_000);
    await expect(readStack({ fileId, clock: () => later, isLastTry: true })).rejects.toThrow();
    expect((await pageOf(admin, batchId)).files).toMatchObject([{ isReading: false, isFiled: false, refusal: expect.stringContaining('请删除后重新扫描上传') }]);
    await db.outboxJob.deleteMany({ where: { kind: 'batches.read' } });
    await readOn(new Date(later.getTime() + 60_000));
    expect(await db.outboxJob.count({ where: { kind: 'batches.read' } })).toBe(0);
    expect(await db.auditEvent.findFirst({ where: { name: 'file_refused', stream: `person:${admin.personId}` } })).not.toBeNull();
  });

  it('is open to whoever administers the unit, and added to by nobody else', async () => {
    const colleague = await unitAdminOf(admin.unitId ?? '');
    const stranger = await unitAdminOf(await unitIdOf(unitNames.kindergarten));
    const wish = { purpose: 'UNIT_SCAN', batchId, bytes: 1000, now: today } as const;
    await expect(admitUpload({ ...wish, actor: colleague })).resolves.toEqual({ ownerId: colleague.personId });
    await expect(admitUpload({ ...wish, actor: stranger })).rejects.toThrow('not found');
    await expect(admitUpload({ ...wish, actor: { ...admin, role: 'APPLICANT' } })).rejects.toThrow('not found');
    await expect(admitUpload({ ...wish, actor: admin, bytes: 151 * 1024 * 1024 })).rejects.toThrow('超过 150 MB');
    expect(await batchPage(stranger, batchId, today)).toBeNull();
    expect(await batchPage(colleague, batchId, today)).not.toBeNull();
    const one = await named('甲示例');
    await expect(
      admitUpload({ actor: admin, purpose: 'STAMPED_FORM', applicationId: one.applicationId, batchId, bytes: 10, now: today }),
    ).rejects.toThrow('not found');
  });

  it('shows a filed page to its applicant, a strange one to who scanned it alone, and the stack to nobody else', async () => {
    const [one, other] = [await named('甲示例'), await named('乙示例')];
    const stack = [...(await issuedCodes(one.applicationId)), ...(await issuedCodes(other.applicationId)), []];
    const fileId = await stacked(admin, batchId, stack);
    const sheets = await db.scannedSheet.findMany({ where: { fileId }, orderBy: { sheet: 'asc' } });
    const [first, last] = [sheets[0]?.id ?? '', sheets.at(-1)?.id ?? ''];
    const colleague = await unitAdminOf(admin.unitId ?? '');
    await expect(findSheet(one.actor, first)).resolves.toBeTruthy();
    await expect(findSheet(colleague, first)).resolves.toBeTruthy();
    await expect(findSheet(other.actor, first)).rejects.toThrow('not found');
    await expect(findSheet(admin, last)).resolves.toBeTruthy();
    await expect(findSheet(colleague, last)).rejects.toThrow('not found');
    await expect(findFile(admin, fileId)).resolves.toBeTruthy();
    for (const actor of [colleague, one.actor]) await expect(findFile(actor, fileId)).rejects.toThrow('not found');
    expect((await pageOf(colleague, batchId)).loose).toEqual([expect.objectContaining({ kind: 'unread', hasPicture: false })]);
  });
});

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
