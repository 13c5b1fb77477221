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
import { aBatch, allGreen, pageOf, stacked } from '../../build/applications/batches';
import { type Draft, save } from '../../build/applications/drafts';
import { seededHouse, today, unitIdOf, unitNames } from '../../build/applications/house';
import { anApplicant, unitAdminOf } from '../../build/applications/people';
import { aLockedForm, issuedCodes, lock } from '../../build/applications/submitted';

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
    for (const left of [{ ...admin, role: 'APPLICANT' as const, unitId: null }, { ...admin, unitId: await unitIdOf(unitNames.kindergarten) }]) {
      await expect(findFile(left, fileId)).rejects.toThrow('not found');
      await expect(findSheet(left, last)).rejects.toThrow('not found');
    }
    for (const actor of [colleague, one.actor]) await expect(findFile(actor, fileId)).rejects.toThrow('not found');
    expect((await pageOf(colleague, batchId)).loose).toEqual([expect.objectContaining({ kind: 'unread', hasPicture: false })]);
  });
});
