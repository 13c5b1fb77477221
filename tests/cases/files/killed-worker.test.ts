import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { noteUpload } from '@/lib/applications/note-upload';
import { printedForm } from '@/lib/applications/printed-form';
import { regionsOf } from '@/lib/applications/signing-regions';
import { db } from '@/lib/db/client';
import type { StoredFile } from '@/lib/db/generated/client';
import { finishUpload } from '@/lib/files/finish-upload';
import type { Draft } from '@/tests/build/applications/drafts';
import { seededHouse } from '@/tests/build/applications/house';
import { aLockedForm } from '@/tests/build/applications/submitted';
import { makeScan, scanAsPdf } from '@/tests/build/make-scan';
import { arrived } from '@/tests/build/uploads/arrived';
import { type WorkerProcess, workerProcess } from '@/tests/build/worker-process';

let worker: WorkerProcess | null = null;

beforeAll(seededHouse, 60_000);
afterAll(async () => worker?.kill());

async function scannedForm({ actor, applicationId, now }: Draft): Promise<StoredFile> {
  const { bytes: pdf } = await printedForm(actor, { applicationId, now });
  const snapshot = await db.formSnapshot.findFirstOrThrow({ where: { applicationId } });
  const { applicantSignature, applicantDate, unitSignature, unitDate, seal } = await regionsOf(snapshot);
  const signatures = [applicantSignature, applicantDate, unitSignature, unitDate];
  const bytes = await scanAsPdf(await makeScan({ pdf, seals: [seal], signatures }));
  const upload = await arrived({ ownerId: actor.personId ?? '', applicationId, bytes, name: '扫描件.pdf', purpose: 'STAMPED_FORM' });
  return finishUpload({ actor, upload, now, recorded: noteUpload(now) });
}

const activeExaminations = async (): Promise<number> => {
  const [{ count } = { count: 0 }] = await db.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'scans.examine' AND state = 'active'`;
  return count;
};

it('a worker that is killed while it looks at the sheets leaves them to the next one, which gives every sheet its lamp', async () => {
  const form = await aLockedForm();
  const file = await scannedForm(form);
  worker = await workerProcess(form.now);
  await vi.waitUntil(async () => (await activeExaminations()) > 0, { timeout: 60_000, interval: 20 });
  await worker.kill();
  expect(await db.scannedSheet.count({ where: { fileId: file.id, examinedAt: null } })).toBe(file.pages);
  worker = await workerProcess(form.now);
  const isDone = async () => (await db.scannedSheet.count({ where: { fileId: file.id, examinedAt: null } })) === 0;
  await vi.waitUntil(isDone, { timeout: 200_000, interval: 500 });
  const sheets = await db.scannedSheet.findMany({ where: { fileId: file.id } });
  expect(sheets.map(({ lamp }) => lamp)).toEqual(sheets.map(() => 'GREEN'));
  expect(sheets.every(({ examination }) => examination !== null)).toBe(true);
}, 300_000);
