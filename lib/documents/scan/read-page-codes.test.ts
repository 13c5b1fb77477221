import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import QRCode from 'qrcode';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writePageCode } from '@/lib/documents/application-form/page-code';
import { codeBoxes } from '@/lib/documents/application-form/page-geometry';
import { makeScan, scanAsPdf } from '@/tests/build/make-scan';
import { checkUpload } from '@/lib/files/check-upload';

const key = new Uint8Array(32).fill(9);
const codes = [1, 2, 3].map((page) =>
  writePageCode({ applicationNumber: 'JS2024000123', version: 1, page, pages: 3, digest: '0123ABCD' }, key),
);
let folder: string;
let form: Uint8Array;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'codes-'));
  form = await formWithCodes();
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

/** Nothing but the two codes of each page, where the real form has them. */
async function formWithCodes(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (const code of codes) {
    const page = document.addPage([595.28, 841.89]);
    const { modules } = QRCode.create(code, { errorCorrectionLevel: 'Q' });
    for (const { x, y, width } of [codeBoxes.topRight, codeBoxes.bottomLeft]) {
      const side = width / modules.size;
      for (let at = 0; at < modules.size ** 2; at++) {
        const row = Math.floor(at / modules.size);
        if (modules.get(row, at % modules.size) !== 1) continue;
        page.drawRectangle({ x: x + (at % modules.size) * side, y: 841.89 - y - (row + 1) * side, width: side, height: side });
      }
    }
  }
  return document.save();
}

async function read(file: Buffer): Promise<string[][]> {
  const source = path.join(folder, 'scan');
  await writeFile(source, file);
  const checked = await checkUpload({ source, output: path.join(folder, 'kept'), purpose: 'STAMPED_FORM' });
  if (checked.outcome === 'refused') throw new Error(checked.code);
  return checked.pageCodes;
}

it('reads every page of a scanned PDF, crooked and upside down', { timeout: 60_000 }, async () => {
  const scans = await makeScan({ pdf: form, look: { degrees: 3, quarterTurns: 2 } });
  expect(await read(await scanAsPdf(scans))).toEqual(codes.map((code) => [code]));
});

it('reads the pages of a large scan in their order, though two look at it', { timeout: 60_000 }, async () => {
  const scans = await makeScan({ pdf: form, look: { dpi: 300, noise: 12, jpegQuality: 90 } });
  const scan = await scanAsPdf(scans, 300);
  expect(scan.length).toBeGreaterThan(1_000_000);
  expect(await read(scan)).toEqual(codes.map((code) => [code]));
});

it('says of a large file that is no PDF inside what is wrong with it', { timeout: 60_000 }, async () => {
  const file = Buffer.alloc(2_000_000, '%PDF-1.7 ');
  await expect(read(file)).rejects.toThrow('PDF_DAMAGED');
});

it('reads a photo with a red seal pressed on one of the codes', { timeout: 60_000 }, async () => {
  const { x, y, width, height } = codeBoxes.topRight;
  const [scan] = await makeScan({ pdf: form, pages: [2], seals: [{ page: 2, x: x - 20, y: y - 10, width: width + 40, height: height + 40 }] });
  expect(await read(scan ?? Buffer.alloc(0))).toEqual([[codes[1]]]);
});

it('reads the other code where a black pen has struck one out', { timeout: 60_000 }, async () => {
  const { topRight } = codeBoxes;
  const [scan] = await makeScan({ pdf: form, pages: [3], signatures: [1, 2, 3].map(() => ({ page: 3, ...topRight })), look: { colour: false } });
  expect(await read(scan ?? Buffer.alloc(0))).toEqual([[codes[2]]]);
});

it('finds nothing on a page without codes', { timeout: 60_000 }, async () => {
  const blank = await PDFDocument.create();
  blank.addPage();
  expect(await read(Buffer.from(await blank.save()))).toEqual([[]]);
});
