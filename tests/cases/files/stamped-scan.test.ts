import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { examineScan } from '@/lib/applications/examine-scan';
import { noteUpload } from '@/lib/applications/note-upload';
import { printedForm } from '@/lib/applications/printed-form';
import { regionsOf } from '@/lib/applications/signing-regions';
import { stampedScan } from '@/lib/applications/stamped-scan';
import { db } from '@/lib/db/client';
import type { StoredFile } from '@/lib/db/generated/client';
import { inTransaction } from '@/lib/db/transaction';
import type { SigningRegions } from '@/lib/documents/application-form/signing-sheets';
import type { SheetExamination } from '@/lib/documents/scan/examination';
import type { examineSheets } from '@/lib/documents/scan/examine-sheets';
import { finishUpload } from '@/lib/files/finish-upload';
import { cropPicture } from '@/lib/files/sheet-crops';
import type { Draft } from '@/tests/build/applications/drafts';
import { seededHouse } from '@/tests/build/applications/house';
import { aLockedForm, handIn, statusOf } from '@/tests/build/applications/submitted';
import { makeScan, scanAsPdf } from '@/tests/build/make-scan';
import { arrived } from '@/tests/build/uploads/arrived';

let draft: Draft;
let paper: Uint8Array;
let pages: number[];
let regions: SigningRegions;

beforeAll(async () => {
  await seededHouse();
  draft = await aLockedForm();
  paper = await print(draft);
  const snapshot = await db.formSnapshot.findFirstOrThrow({ where: { applicationId: draft.applicationId } });
  regions = await regionsOf(snapshot);
  pages = (await scanOf(draft)).form.pages.map(({ number }) => number);
}, 60_000);

const print = async ({ actor, applicationId, now }: Draft): Promise<Uint8Array> =>
  (await printedForm(actor, { applicationId, now })).bytes;

const scanOf = ({ applicationId }: Draft) => inTransaction((tx) => stampedScan(tx, { id: applicationId }));

async function upload({ actor, applicationId, now }: Draft, bytes: Buffer, name: string): Promise<StoredFile> {
  const ownerId = actor.personId ?? '';
  const coming = await arrived({ ownerId, applicationId, bytes, name, purpose: 'STAMPED_FORM' });
  return finishUpload({ actor, upload: coming, now, recorded: noteUpload(now) });
}

const examine = (file: StoredFile) => examineScan({ fileId: file.id, isLastTry: true, now: draft.now });

/** As the worker does: examined right after it has come. */
async function scanned(of: Draft, bytes: Buffer, name: string): Promise<StoredFile> {
  const file = await upload(of, bytes, name);
  await examine(file);
  return file;
}

const paperScan = (wish: Partial<Parameters<typeof makeScan>[0]>) => {
  const { applicantSignature, applicantDate, unitSignature, unitDate, seal } = regions;
  return makeScan({ pdf: paper, seals: [seal], signatures: [applicantSignature, applicantDate, unitSignature, unitDate], ...wish });
};

const neverOnPaper: SheetExamination = {
  turn: 0,
  located: { found: true, errorPoints: 0 },
  quality: { dpi: 150, tone: 'black_and_white', kind: 'born_digital', isBlurred: false, showsPaper: false },
  seal: null,
  pens: [],
  print: { verdict: 'unchanged', places: [], covered: [], crop: null },
};

const sheetOf = (fileId: string) => db.scannedSheet.findFirstOrThrow({ where: { fileId } });

describe('the printed, stamped and scanned form', { timeout: 240_000 }, () => {
  it('misses one page, is complete once that page is photographed, and is green where it is signed and sealed', async () => {
    const scans = await paperScan({ pages: pages.filter((page) => page !== 2), look: { degrees: 2, quarterTurns: 2 } });
    const file = await scanned(draft, await scanAsPdf(scans), '盖章扫描件.pdf');
    expect(file).toMatchObject({ status: 'CLEAN', pages: pages.length - 1 });
    expect((await scanOf(draft)).assembly).toMatchObject({ outcome: 'refused', missing: [2], sentence: expect.stringContaining('没有找到第 2 页') });
    const [photo] = await paperScan({ pages: [2], look: { dpi: 200, noise: 10, blur: 0.8, jpegQuality: 60 } });
    await scanned(draft, photo ?? Buffer.alloc(0), 'IMG_0001.jpg');
    const { assembly } = await scanOf(draft);
    expect(assembly).toMatchObject({ outcome: 'complete', missing: [], unread: [] });
    const sealed = assembly.pages.find(({ page }) => page === regions.seal.page)?.sheet;
    expect(sealed).toMatchObject({ lamp: 'GREEN' });
    expect(sealed?.findings.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['seal', 'signature', 'date', 'print']));
    const crop = await cropPicture(sealed?.id ?? '', sealed?.findings.find(({ kind }) => kind === 'seal')?.crop ?? '');
    expect((await sharp(await buffer(crop.content)).metadata()).format).toBe('jpeg');
  });

  it('without its seal is amber, and is handed in only after the hint was seen', async () => {
    const [bare] = await paperScan({ pages: [regions.seal.page], seals: [] });
    const file = await scanned(draft, bare ?? Buffer.alloc(0), '没盖章.jpg');
    const sheet = await sheetOf(file.id);
    expect(sheet).toMatchObject({ lamp: 'AMBER', page: regions.seal.page });
    expect(JSON.stringify(sheet.findings)).toContain('盖章处没有看到公章');
    await expect(handIn(draft)).rejects.toThrow('我已看过提示，仍要提交');
    await handIn(draft, draft.actor, { hintsSeen: 'yes' });
    expect(await statusOf(draft.applicationId)).toBe('SUBMITTED');
    const event = await db.auditEvent.findFirstOrThrow({
      where: { stream: `application:${draft.applicationId}`, name: 'stamped_form_uploaded' },
    });
    const hint = { page: regions.seal.page, sentence: expect.stringContaining('没有看到公章') };
    expect(event.data).toMatchObject({ hintsSeen: expect.arrayContaining([hint]) });
  });

  it('that was never printed is red and takes the place of no page', async () => {
    const other = await aLockedForm();
    const file = await upload(other, await scanAsPdf(await makeScan({ pdf: await print(other) })), '截屏.pdf');
    expect(file.pages).toBeGreaterThan(2);
    const digital: typeof examineSheets = async ({ sheets }) => sheets.map(() => ({ outcome: 'examined', examination: neverOnPaper, crops: {} }));
    await examineScan({ fileId: file.id, isLastTry: true, now: other.now, examine: digital });
    expect(await db.scannedSheet.count({ where: { fileId: file.id, lamp: 'RED' } })).toBe(file.pages);
    expect((await scanOf(other)).assembly).toMatchObject({ outcome: 'refused', missing: expect.arrayContaining([1, 2]) });
    await expect(handIn(other)).rejects.toThrow('请打印、签字、盖章');
  });

  it('of another applicant is refused, and nobody sees it among his pages', async () => {
    const other = await aLockedForm();
    const [foreign] = await makeScan({ pdf: await print(other), pages: [1] });
    const file = await scanned(draft, foreign ?? Buffer.alloc(0), '别人的.jpg');
    expect((await scanOf(draft)).assembly).toMatchObject({ outcome: 'refused', sentence: expect.stringContaining('另一份申报书') });
    expect(await sheetOf(file.id)).toMatchObject({ filing: 'FOREIGN', applicationId: null, lamp: 'RED' });
    expect((await scanOf(other)).hasSheets).toBe(false);
    await db.scannedSheet.updateMany({ where: { fileId: file.id }, data: { removedAt: draft.now } });
  });
});

describe('an examination', { timeout: 120_000 }, () => {
  it('is done once, however often it is asked for', async () => {
    const [scan] = await paperScan({ pages: [1] });
    const file = await scanned(draft, scan ?? Buffer.alloc(0), '第一页.jpg');
    const before = await sheetOf(file.id);
    await examineScan({ fileId: file.id, isLastTry: true, now: new Date(draft.now.getTime() + 60_000) });
    expect(await sheetOf(file.id)).toEqual(before);
  });

  it('that fails is tried again, and after the last try says that people look', async () => {
    const [scan] = await paperScan({ pages: [1] });
    const file = await upload(draft, scan ?? Buffer.alloc(0), '第一页.jpg');
    const failing = { fileId: file.id, now: draft.now, examine: () => Promise.reject(new Error('the machine is gone')) };
    await expect(examineScan({ ...failing, isLastTry: false })).rejects.toThrow('the machine is gone');
    expect(await sheetOf(file.id)).toMatchObject({ lamp: null, examinedAt: null });
    await expect(examineScan({ ...failing, isLastTry: true })).rejects.toThrow('the machine is gone');
    const sheet = await sheetOf(file.id);
    expect(sheet.lamp).toBe('AMBER');
    expect(JSON.stringify(sheet.findings)).toContain('这一页没能自动检查，由工作人员查看。');
  });

  it('of pages that came one by one looks at each once, however many jobs ask for it at the same moment', async () => {
    const { files, of } = await onePageEach([1, 2, 3]);
    const asked: number[] = [];
    const examine: typeof examineSheets = async ({ sheets }) => {
      asked.push(sheets.length);
      return sheets.map(() => ({ outcome: 'examined', examination: neverOnPaper, crops: {} }));
    };
    await Promise.all(files.map(({ id }) => examineScan({ fileId: id, isLastTry: true, now: of.now, examine })));
    expect(asked).toEqual([3]);
    expect(await db.scannedSheet.count({ where: { applicationId: of.applicationId, examinedAt: null } })).toBe(0);
  });

  it('that fails for the pages together is made for each alone', async () => {
    const { files, of } = await onePageEach([1, 2]);
    const examine: typeof examineSheets = async ({ sheets }) => {
      if (sheets.length > 1) throw new Error('one of them cannot be read');
      return sheets.map(() => ({ outcome: 'examined', examination: neverOnPaper, crops: {} }));
    };
    for (const { id } of files) await examineScan({ fileId: id, isLastTry: false, now: of.now, examine });
    expect(await db.scannedSheet.count({ where: { applicationId: of.applicationId, examinedAt: null } })).toBe(0);
  });
});

/** A form of its own, whose pages come as a picture each; nobody has looked at them yet. */
async function onePageEach(numbers: number[]): Promise<{ files: StoredFile[]; of: Draft }> {
  const of = await aLockedForm();
  const scans = await makeScan({ pdf: await print(of), pages: numbers });
  const files: StoredFile[] = [];
  for (const [at, scan] of scans.entries()) files.push(await upload(of, scan, `第 ${at + 1} 张.jpg`));
  return { files, of };
}
