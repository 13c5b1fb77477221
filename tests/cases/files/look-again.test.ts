import { beforeAll, expect, it } from 'vitest';
import { lookAgain } from '@/lib/applications/look-again';
import { db } from '@/lib/db/client';
import { seededHouse } from '@/tests/build/applications/house';
import { storedScan } from '@/tests/build/applications/files';
import { aLockedForm, issuedCodes } from '@/tests/build/applications/submitted';

beforeAll(seededHouse);

it('asks again for a sheet whose worker was lost, and after an hour leaves it to people', { timeout: 60_000 }, async () => {
  const draft = await aLockedForm();
  const file = await storedScan(draft, (await issuedCodes(draft.applicationId)).slice(0, 2));
  await db.scannedSheet.updateMany({ where: { fileId: file.id }, data: { lamp: null, examinedAt: null } });
  const asked = () => db.outboxJob.count({ where: { kind: 'scans.examine', payload: { path: ['fileId'], equals: file.id } } });
  const after = (minutes: number) => lookAgain(new Date(draft.now.getTime() + minutes * 60_000));
  const before = await asked();
  await after(5);
  expect(await asked()).toBe(before);
  await after(15);
  expect(await asked()).toBe(before + 1);
  expect(await db.outboxJob.count({ where: { kind: 'scans.examine', onceKey: `scans.examine:${file.id}` } })).toBe(1);
  await after(61);
  const sheets = await db.scannedSheet.findMany({ where: { fileId: file.id } });
  expect(sheets.map(({ lamp }) => lamp)).toEqual(['AMBER', 'AMBER']);
  expect(JSON.stringify(sheets[0]?.findings)).toContain('由工作人员查看');
});
