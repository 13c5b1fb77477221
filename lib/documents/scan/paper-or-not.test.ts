import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PDFDocument, pushGraphicsState, popGraphicsState, StandardFonts, setTextRenderingMode, TextRenderingMode } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeApplicationForm } from '@/lib/documents/application-form/make-application-form';
import { applicationFormWords } from '@/tests/build/application-form-words';
import { makeScan, scanAsPdf } from '@/tests/build/make-scan';
import { sealPicture } from '@/tests/build/scan/ink';
import { seeded } from '@/tests/build/seeded';
import { bySchool } from '@/tests/build/signing/sealed';
import { signPdf } from '@/tests/build/signing/sign-pdf';
import { checkUpload } from '@/lib/files/check-upload';
import { refusalSentence } from '@/lib/files/refusals';

let folder: string;
let issued: Uint8Array;
let scans: Buffer[];
const a4 = { width: 595.28, height: 841.89 };

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'paper-'));
  const photo = await sharp({ create: { width: 295, height: 413, channels: 3, background: '#8899aa' } }).jpeg().toBuffer();
  const pageKey = Buffer.from('a key for tests, thirty-two long');
  issued = (await makeApplicationForm({ words: applicationFormWords(), photo, pageKey })).bytes;
  scans = await makeScan({ pdf: issued, pages: [1, 2], look: { dpi: 100 } });
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function upload(pdf: Uint8Array) {
  const source = path.join(folder, 'form.pdf');
  await writeFile(source, pdf);
  const answer = await checkUpload({ source, output: path.join(folder, 'out'), purpose: 'STAMPED_FORM' });
  return answer.outcome === 'refused' ? refusalSentence(answer) : answer;
}

const accepted = { outcome: 'accepted', isSigned: false };
const isNoScan = '这是电子文件，不是盖章后的扫描件，请打印、签字、盖章后扫描或拍照上传；单位有合法电子印章的，请上传加盖了电子签章的 PDF，贴一张印章图片不算盖章。';

async function withSealPasted(pdf: Uint8Array): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf);
  const seal = await document.embedPng(await sharp(Buffer.from(sealPicture(seeded(1)))).resize(1000).png().toBuffer());
  for (const page of document.getPages()) page.drawImage(seal, { x: 380, y: 200, width: 119, height: 119 });
  return document.save();
}

interface Sheet {
  /** Share of the page's width and height that the picture leaves free at each side. */
  margin?: number;
  strips?: number;
  text?: 'invisible' | 'beneath';
}

/** Two scanned pages as different devices write them. */
async function scanned({ margin = 0, strips = 1, text }: Sheet = {}): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const scan of scans) {
    const page = document.addPage([a4.width, a4.height]);
    const words = () => page.drawText('text recognition '.repeat(60), { x: 20, y: 800, size: 9, font, maxWidth: 500 });
    if (text === 'beneath') words();
    const { width = 0, height = 0 } = await sharp(scan).metadata();
    for (let strip = 0; strip < strips; strip++) {
      const top = Math.floor((height * strip) / strips);
      const part = { left: 0, top, width, height: Math.floor((height * (strip + 1)) / strips) - top };
      const image = await document.embedJpg(await sharp(scan).extract(part).jpeg().toBuffer());
      const tall = a4.height * (1 - 2 * margin);
      page.drawImage(image, {
        x: a4.width * margin,
        y: a4.height * margin + tall * (1 - (strip + 1) / strips),
        width: a4.width * (1 - 2 * margin),
        height: tall / strips,
      });
    }
    if (text !== 'invisible') continue;
    page.pushOperators(pushGraphicsState(), setTextRenderingMode(TextRenderingMode.Invisible));
    words();
    page.pushOperators(popGraphicsState());
  }
  return document.save();
}

describe('a stamped form as PDF', () => {
  it.each<[string, () => Promise<Uint8Array>]>([
    ['a flatbed scanner', () => scanAsPdf(scans, 100)],
    ['a scanner that writes strips', () => scanned({ strips: 12 })],
    ["a phone's app that leaves margins", () => scanned({ margin: 0.12 })],
    ['a scanner that recognises text and writes it unseen', () => scanned({ text: 'invisible' })],
    ['a scanner that writes the recognised text under the picture', () => scanned({ text: 'beneath' })],
  ])('is taken from %s', async (_, make) => {
    expect(await upload(await make())).toMatchObject(accepted);
  });

  it('that is the form as it was issued, never printed, is refused', async () => {
    expect(await upload(issued)).toBe(isNoScan);
  });

  it('with a picture of a seal pasted on is refused', async () => {
    expect(await upload(await withSealPasted(issued))).toBe(isNoScan);
  });

  it('from a word processor is refused', async () => {
    const document = await PDFDocument.create();
    const font = await document.embedFont(StandardFonts.TimesRoman);
    document.addPage().drawText('Application form', { x: 60, y: 700, font });
    expect(await upload(await document.save())).toBe(isNoScan);
  });

  it('with one pixel blown up behind its letters is refused', async () => {
    const document = await PDFDocument.load(issued);
    const white = await document.embedPng(await sharp({ create: { width: 1, height: 1, channels: 3, background: '#ffffff' } }).png().toBuffer());
    for (const page of document.getPages()) page.drawImage(white, { x: 0, y: 0, width: 1, height: 1 });
    for (const page of document.getPages()) page.drawImage(white, { x: 0, y: 0, width: a4.width, height: a4.height, opacity: 0 });
    expect(await upload(await document.save())).toBe(isNoScan);
  });

  it('of which some pages were never printed is refused, and says which', async () => {
    const document = await PDFDocument.load(await scanned());
    const [second, third] = await document.copyPages(await PDFDocument.load(issued), [1, 2]);
    if (second) document.insertPage(1, second);
    if (third) document.addPage(third);
    expect(await upload(await document.save())).toContain('这个 PDF 的第 2、4 页是电子页面，不是盖章后的扫描件');
  });

  it('is taken with an empty page among scans', async () => {
    const document = await PDFDocument.load(await scanned());
    document.addPage();
    expect(await upload(await document.save())).toMatchObject(accepted);
  });

  it('is taken when it is the issued form with an electronic seal, a picture pasted on or not', async () => {
    const rect = [380, 200, 499, 319] as const;
    expect(await upload(signPdf(issued, { ...bySchool, rect }))).toMatchObject({ outcome: 'accepted', isSigned: true });
    expect(await upload(signPdf(await withSealPasted(issued), { ...bySchool, rect }))).toMatchObject({ isSigned: true });
  });

  it('is refused when what calls itself a signature is shown by no field of the form', async () => {
    const document = await PDFDocument.load(issued);
    document.context.register(document.context.obj({ Type: 'Sig', Filter: 'Adobe.PPKLite', ByteRange: [0, 1, 2, 3] }));
    expect(await upload(await document.save())).toBe(isNoScan);
  });
});
