import { beforeAll, expect, it } from 'vitest';
import { readOn } from '@/lib/applications/batch/read-on';
import { readStack } from '@/lib/applications/batch/read-stack';
import { db } from '@/lib/db/client';
import { finishUpload } from '@/lib/files/finish-upload';
import type { Actor } from '@/lib/kernel/actor';
import { aBatch, pageOf } from '../../build/applications/batches';
import { seededHouse, today, unitIdOf, unitNames } from '../../build/applications/house';
import { unitAdminOf } from '../../build/applications/people';
import { aScannedStack, faultsOf, type ScannedStack, sortStack } from '../../build/applications/scanned-stack';
import { arrived } from '../../build/uploads/arrived';

let admin: Actor;
let stack: ScannedStack;
beforeAll(async () => {
  await seededHouse();
  admin = await unitAdminOf(await unitIdOf(unitNames.school));
  stack = await aScannedStack({ people: 5, missing: 5, turned: 3, foreign: 2, seed: 11 });
}, 240_000);

it('files every sheet of a shuffled stack to its page, and lists what is missing and what is strange', { timeout: 240_000 }, async () => {
  const batchId = await aBatch(admin);
  const fileIds = await sortStack(stack, { admin, batchId });
  expect(await faultsOf(stack, fileIds)).toEqual([]);
  const { applicants, loose } = await pageOf(admin, batchId);
  expect(loose.map(({ kind }) => kind)).toEqual(['foreign', 'foreign']);
  const listed = applicants.flatMap(({ id, missing }) => missing.map((page) => `${id} ${page}`));
  expect(listed.sort()).toEqual(stack.missing.map(({ applicationId, page }) => `${applicationId} ${page}`).sort());
});

it('goes on where a killed worker stopped, and lets one worker read at a time', { timeout: 240_000 }, async () => {
  const batchId = await aBatch(admin);
  const upload = await arrived({ ownerId: admin.personId ?? '', bytes: stack.files[0] ?? Buffer.alloc(0), purpose: 'UNIT_SCAN', batchId });
  const { id } = await finishUpload({ actor: admin, upload, now: today });
  // As the first worker left it: two pages read, of which one came out otherwise than a second reading would say.
  const until = new Date(today.getTime() + 60_000);
  await db.storedFile.update({ where: { id }, data: { pageCodes: [['read before'], []], readingUntil: until } });
  await readStack({ fileId: id, clock: () => today });
  expect(await db.scannedSheet.count({ where: { fileId: id } })).toBe(0);
  const later = new Date(until.getTime() + 1000);
  await readOn(today);
  expect(await db.outboxJob.count({ where: { kind: 'batches.read' } })).toBe(0);
  await readOn(later);
  expect(await db.outboxJob.findFirstOrThrow({ where: { kind: 'batches.read' } })).toMatchObject({ payload: { fileId: id } });
  await readStack({ fileId: id, clock: () => later });
  const sheets = await db.scannedSheet.findMany({ where: { fileId: id }, orderBy: { sheet: 'asc' } });
  expect(sheets.length).toBe(stack.sheets[0]?.length);
  expect(sheets.slice(0, 2).map(({ filing }) => filing)).toEqual(['UNREAD', 'UNREAD']);
  expect(sheets.slice(2).every(({ filing }) => filing !== 'UNREAD')).toBe(true);
  expect((await db.storedFile.findUniqueOrThrow({ where: { id } })).readingUntil).toBeNull();
});
