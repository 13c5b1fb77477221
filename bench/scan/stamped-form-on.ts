import type { MeasuringContext } from '@/bench/measurement';
import { enterAs } from '@/bench/pages/enter-as';
import { issuedBytes } from '@/lib/applications/issued-bytes';
import { regionsOf } from '@/lib/applications/signing-regions';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { addRow, aCompleteDraft } from '@/tests/build/applications/drafts';
import { lock } from '@/tests/build/applications/submitted';
import { makeScan, scanAsPdf } from '@/tests/build/make-scan';

export interface StampedForm {
  /** All pages as one scanner's file, and ten of them as telephone pictures. */
  scan: Blob;
  photos: Blob[];
  /** Uploads files as a page without scripts does, one after the other; seconds from the last one's first byte until every sheet has its lamp. */
  send(files: readonly Blob[]): Promise<number>;
}

const pages = 10;
const furtherRows = 9;

/** A running product whose demo teacher has a locked form of about ten pages, stamped and scanned. */
export async function stampedFormOn(context: MeasuringContext): Promise<StampedForm> {
  const { url, env } = await context.product();
  Object.assign(process.env, env);
  const cookie = await enterAs(url, 'teacher');
  const applicationId = await lockedForm();
  const snapshot = await db.formSnapshot.findFirstOrThrow({ where: { applicationId } });
  const { applicantSignature, applicantDate, unitSignature, unitDate, seal } = await regionsOf(snapshot);
  const signatures = [applicantSignature, applicantDate, unitSignature, unitDate];
  const paper = { pdf: await issuedBytes(snapshot), seals: [seal], signatures, seed: context.seed };
  const scans = await makeScan({ ...paper, look: { dpi: 200 } });
  const pictures = await makeScan({ ...paper, look: { dpi: 260, noise: 8, blur: 1, jpegQuality: 75, degrees: 2 } });
  return {
    scan: new Blob([new Uint8Array(await scanAsPdf(scans.slice(0, pages), 200))], { type: 'application/pdf' }),
    photos: pictures.slice(0, pages).map((picture) => new Blob([new Uint8Array(picture)], { type: 'image/jpeg' })),
    send: (files) => secondsToLamps({ url, cookie, applicationId }, files),
  };
}

async function lockedForm(): Promise<string> {
  const person = await db.person.findUniqueOrThrow({ where: { persona: 'teacher' } });
  const nobody = { role: 'APPLICANT', associationId: null, unitId: null, sessionId: null } as const;
  const actor: Actor = { personId: person.id, name: person.name, ...nobody };
  const draft = await aCompleteDraft({ actor, now: new Date() });
  for (let row = 0; row < furtherRows; row++) {
    await addRow(draft, 'activities', {
      ...{ title: `校园科学观测活动之${row + 1}`, from: '2023-05', to: '', role: '策划与主讲' },
      ...{ audience: '初一至初三全体学生，约 960 人', effect: '学生完成设计、制作与改进，形成观察记录和改进报告。'.repeat(9) },
    });
  }
  await lock(draft);
  return draft.applicationId;
}

interface Sender {
  url: string;
  cookie: string;
  applicationId: string;
}

async function secondsToLamps(sender: Sender, files: readonly Blob[]): Promise<number> {
  const before = await db.scannedSheet.count({ where: { applicationId: sender.applicationId } });
  for (const file of files.slice(0, -1)) await upload(sender, file);
  const begin = performance.now();
  for (const file of files.slice(-1)) await upload(sender, file);
  await lampsLit(sender.applicationId);
  const seconds = (performance.now() - begin) / 1000;
  const sheets = (await db.scannedSheet.count({ where: { applicationId: sender.applicationId } })) - before;
  if (sheets < files.length) throw new Error(`of ${files.length} files only ${sheets} sheets were filed`);
  return seconds;
}

async function upload({ url, cookie, applicationId }: Sender, file: Blob): Promise<void> {
  const body = new FormData();
  body.set('purpose', 'STAMPED_FORM');
  body.set('applicationId', applicationId);
  body.set('returnTo', `/apply/${applicationId}/submit`);
  body.set('file', file, file.type === 'application/pdf' ? '盖章申报书.pdf' : 'IMG_0001.jpg');
  const headers = { cookie, origin: url };
  const answer = await fetch(`${url}/api/uploads/form`, { method: 'POST', body, headers, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`the upload was answered with ${answer.status}`);
}

const lookEveryMs = 100;

async function lampsLit(applicationId: string): Promise<void> {
  while ((await db.scannedSheet.count({ where: { applicationId, examinedAt: null } })) > 0) {
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
}
