import { beforeAll, describe, expect, it } from 'vitest';
import { noteUpload } from '@/lib/applications/note-upload';
import { printedForm } from '@/lib/applications/printed-form';
import { reopenForm } from '@/lib/applications/reopen-form';
import { stampedScan } from '@/lib/applications/stamped-scan';
import { db } from '@/lib/db/client';
import type { StoredFile } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import { finishUpload } from '@/lib/files/finish-upload';
import { act } from '@/tests/build/applications/act';
import type { Draft } from '@/tests/build/applications/drafts';
import { seededHouse } from '@/tests/build/applications/house';
import { aLockedForm, handIn, lock, statusOf } from '@/tests/build/applications/submitted';
import { makeScan, scanAsPdf } from '@/tests/build/make-scan';
import { arrived } from '@/tests/build/uploads/arrived';

let draft: Draft;
let paper: Uint8Array;
let pages: number;

beforeAll(async () => {
  await seededHouse();
  draft = await aLockedForm();
  paper = await print(draft);
  pages = (await issuedScan(draft)).form.pages;
}, 60_000);

const print = async ({ actor, applicationId, now }: Draft): Promise<Uint8Array> =>
  (await printedForm(actor, { applicationId, now })).bytes;

const issuedScan = ({ applicationId }: Draft) =>
  inTransaction(async (tx) => stampedScan(tx, await tx.application.findUniqueOrThrow({ where: { id: applicationId } })));

const verdictOf = async (of: Draft) => (await issuedScan(of)).verdict;

async function upload({ actor, applicationId, now }: Draft, bytes: Buffer, name: string): Promise<StoredFile> {
  const ownerId = actor.personId ?? '';
  const coming = await arrived({ ownerId, applicationId, bytes, name, purpose: 'STAMPED_FORM' });
  return finishUpload({ actor, upload: coming, now, recorded: noteUpload(now) });
}

const forget = ({ applicationId }: Draft) =>
  db.storedFile.updateMany({
    where: { applicationId, purpose: 'STAMPED_FORM', sheets: { none: { stampedForms: { some: {} } } } },
    data: { deletedAt: draft.now },
  });

describe('the printed, stamped and scanned form', { timeout: 120_000 }, () => {
  it('is refused with the missing page named, and complete once that page is photographed', async () => {
    const all = Array.from({ length: pages }, (_, index) => index + 1);
    const look = { degrees: 2, quarterTurns: 2 as const };
    const scans = await makeScan({ pdf: paper, pages: all.filter((page) => page !== 2), look });
    const file = await upload(draft, await scanAsPdf(scans), '盖章扫描件.pdf');
    expect(file).toMatchObject({ status: 'CLEAN', pages: pages - 1 });
    expect(await verdictOf(draft)).toMatchObject({ outcome: 'refused', missing: [2], sentence: expect.stringContaining('没有找到第 2 页') });
    const [photo] = await makeScan({ pdf: paper, pages: [2], look: { dpi: 200, noise: 10, blur: 0.8, jpegQuality: 60 } });
    await upload(draft, photo ?? Buffer.alloc(0), 'IMG_0001.jpg');
    expect(await verdictOf(draft)).toMatchObject({ outcome: 'complete', missing: [], unread: [] });
    await handIn(draft);
    expect(await statusOf(draft.applicationId)).toBe('SUBMITTED');
  });

  it('of the version before is refused, and says which one to print', async () => {
    await act(reopenForm, { ...draft, ability: 'reopen_form', input: {} });
    await lock(draft, 1);
    const [first] = await makeScan({ pdf: paper, pages: [1] });
    await upload(draft, first ?? Buffer.alloc(0), '旧版.jpg');
    expect(await verdictOf(draft)).toMatchObject({
      outcome: 'refused',
      sentence: '这份扫描件是第 1 版申报书，当前的申报书是第 2 版，请打印第 2 版，签字盖章后重新上传。',
    });
    await forget(draft);
  });

  it('of another applicant is refused', async () => {
    const other = await aLockedForm();
    const [foreign] = await makeScan({ pdf: await print(other), pages: [1] });
    await upload(draft, foreign ?? Buffer.alloc(0), '别人的.jpg');
    expect(await verdictOf(draft)).toMatchObject({ outcome: 'refused', sentence: expect.stringContaining('另一份申报书') });
    await forget(draft);
  });
});
