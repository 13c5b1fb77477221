import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findSheet } from '@/lib/applications/find-sheet';
import { lockBatch } from '@/lib/applications/batch/lock-batch';
import { nameSheet } from '@/lib/applications/batch/name-sheet';
import { examineScan } from '@/lib/applications/examine-scan';
import { judgeUnitDesk } from '@/lib/applications/packet/policy';
import { judgeFiling } from '@/lib/documents/scan/judge-filing';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { insist } from '../../build/applications/act';
import { aBatch, allGreen, attest, pageOf, stacked } from '../../build/applications/batches';
import type { Draft } from '../../build/applications/drafts';
import { seededHouse, today, unitIdOf, unitNames } from '../../build/applications/house';
import { anApplicant, unitAdminOf } from '../../build/applications/people';
import { aLockedForm, issuedCodes, statusOf } from '../../build/applications/submitted';

let admin: Actor;
let batchId: string;
beforeAll(async () => {
  await seededHouse();
  admin = await unitAdminOf(await unitIdOf(unitNames.school));
});
beforeEach(async () => {
  batchId = await aBatch(admin);
});

interface Named {
  sheetId: string;
  of: Pick<Draft, 'applicationId'>;
  page: number;
  by?: Actor;
}

const name = ({ sheetId, of: { applicationId }, page, by = admin }: Named) =>
  inTransaction(async (tx) => {
    const subject = await lockBatch(tx, { batchId });
    insist(judgeUnitDesk(by, subject));
    return nameSheet({ tx, actor: by, subject, input: { batchId, sheetId, target: { applicationId, page } }, now: today });
  });

/** Everything of a form but the codes of its second page. */
async function withUnread(draft: Draft): Promise<string> {
  const codes = await issuedCodes(draft.applicationId);
  const fileId = await stacked(admin, batchId, codes.map((texts, at) => (at === 1 ? [] : texts)));
  await allGreen();
  return (await db.scannedSheet.findFirstOrThrow({ where: { fileId, filing: 'UNREAD' } })).id;
}

const personOf = async ({ applicationId }: Draft) => (await pageOf(admin, batchId)).applicants.find(({ id }) => id === applicationId);

describe('a sheet of a stack whose code could not be read', { timeout: 60_000 }, () => {
  it('is filed to the page that its scanner names, once, with his name, and is examined', async () => {
    const draft = await aLockedForm({ actor: await anApplicant({ name: '甲示例' }) });
    const sheetId = await withUnread(draft);
    expect(await personOf(draft)).toMatchObject({ missing: [2], standing: { stand: 'incomplete' } });
    await name({ sheetId, of: draft, page: 2 });
    await name({ sheetId, of: draft, page: 2 });
    const { fileId, ...row } = await db.scannedSheet.findUniqueOrThrow({ where: { id: sheetId } });
    expect(row).toMatchObject({ filing: 'FILED', applicationId: draft.applicationId, page: 2, formVersion: 1, namedByName: admin.name, lamp: null });
    const stream = `application:${draft.applicationId}`;
    expect(await db.auditEvent.findMany({ where: { stream, name: 'sheet_named' } })).toMatchObject([{ actorId: admin.personId }]);
    expect(await db.outboxJob.count({ where: { kind: 'scans.examine', payload: { path: ['fileId'], equals: fileId } } })).toBeGreaterThan(1);
    await examineScan({ fileId, isLastTry: true, now: today, examine: async ({ sheets }) => sheets.map(() => ({ outcome: 'not_examined' })) });
    expect(await personOf(draft)).toMatchObject({ missing: [], standing: { stand: 'ready', hints: [{ page: 2, sentence: `编码没有读出，由${admin.name}认定是这一页，请核对。` }, { page: 2 }] } });
    expect((await pageOf(admin, batchId)).loose).toEqual([]);
    await expect(findSheet(draft.actor, sheetId)).resolves.toBeTruthy();
  });

  it('is told to those who decide when it is handed in', async () => {
    const draft = await aLockedForm({ actor: await anApplicant({ name: '乙示例' }) });
    const sheetId = await withUnread(draft);
    await name({ sheetId, of: draft, page: 2 });
    await allGreen();
    const { hand } = await attest({ admin, batchId, hintsSeen: 'yes' });
    await hand();
    expect(await statusOf(draft.applicationId)).toBe('SUBMITTED');
    const { readings } = await db.stampedForm.findFirstOrThrow({ where: { applicationId: draft.applicationId } });
    expect(JSON.stringify(readings)).toContain(`第 2 页没有读出编码，由${admin.name}认定，请核对。`);
    expect(JSON.stringify(readings)).not.toContain('各页编码均已读出');
  });

  it('is named by nobody who cannot see it, nor as a page that is there, or another unit’s, or his own', async () => {
    const draft = await aLockedForm({ actor: await anApplicant({ name: '丙示例' }) });
    const sheetId = await withUnread(draft);
    const colleague = await unitAdminOf(admin.unitId ?? '');
    await expect(name({ sheetId, of: draft, page: 2, by: colleague })).rejects.toThrow('not found');
    await expect(name({ sheetId, of: draft, page: 1 })).rejects.toThrow('已经有扫描件');
    await expect(name({ sheetId, of: draft, page: 99 })).rejects.toThrow('没有第 99 页');
    const elsewhere = await aLockedForm({ actor: await anApplicant({ name: '丁示例' }) });
    await db.application.update({ where: { id: elsewhere.applicationId }, data: { unitId: await unitIdOf(unitNames.kindergarten) } });
    await expect(name({ sheetId, of: elsewhere, page: 1 })).rejects.toThrow('not found');
    const own = await aLockedForm({ actor: { ...admin, role: 'APPLICANT', unitId: null } });
    await expect(name({ sheetId, of: own, page: 1 })).rejects.toThrow('not found');
    const filed = await db.scannedSheet.findFirstOrThrow({ where: { applicationId: draft.applicationId, page: 3 } });
    await expect(name({ sheetId: filed.id, of: draft, page: 2 })).rejects.toThrow('已经归位');
    expect(await db.scannedSheet.findUniqueOrThrow({ where: { id: sheetId } })).toMatchObject({ filing: 'UNREAD', applicationId: null });
  });

  it('is not named where the codes of two pages were read: they may be somebody else’s', async () => {
    const draft = await aLockedForm({ actor: await anApplicant({ name: '己示例' }) });
    const sheetId = await withUnread(draft);
    const found = judgeFiling('UNREAD', { isContradictory: true });
    await db.scannedSheet.update({ where: { id: sheetId }, data: { findings: found ? [{ ...found }] : [] } });
    await expect(name({ sheetId, of: draft, page: 2 })).rejects.toThrow('读出了两页的编码，不能认定为某一页');
  });

  it('does not bring back a page that was sent back after it was scanned', async () => {
    const draft = await aLockedForm({ actor: await anApplicant({ name: '戊示例' }) });
    const sheetId = await withUnread(draft);
    const codes = await issuedCodes(draft.applicationId);
    await stacked(admin, batchId, codes.slice(1, 2));
    await db.scannedSheet.updateMany({
      where: { applicationId: draft.applicationId, page: 2 },
      data: { voidedAt: new Date(today.getTime() + 60_000), voidedBecause: '没有加盖单位公章' },
    });
    await expect(name({ sheetId, of: draft, page: 2 })).rejects.toThrow('在这次扫描之后被退回');
  });
});
