import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import QRCode from 'qrcode';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writePageCode } from '@/lib/documents/application-form/page-code';
import { codeBoxes } from '@/lib/documents/application-form/page-geometry';
import { makeScan, scanAsPdf } from '@/tests/build/make-scan';
import { checkUpload } from '@/lib/files/check-upload';
import { blankPage, type PageCodes } from '@/lib/files/child/tasks';
import { readPages } from './read-pages';

const key = new Uint8Array(32).fill(9);
const codes = [1, 2, 3].map((page) =>
  writePageCode({ applicationNumber: 'JS2024000123', version: 1, page, pages: 3, digest: '0123ABCD' }, key),
);
let folder: string;
let form: Uint8Array;
let kept: PageCodes[] = [];

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
  kept = checked.pageCodes;
  return kept.map((seen) => [...new Set(seen.map(({ text }) => text))]);
}

/** The pages that each sheet is taken for. */
const pagesOf = (pageCodes: unknown, pages: number) =>
  readPages([{ id: 'scan', name: 'scan.pdf', pages, pageCodes }], key).map((sheet) => ({
    pages: sheet.codes.map(({ page }) => page),
    isContradictory: sheet.isContradictory,
  }));

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

it('says of one of many pages that it is blank, and of a single one nothing', { timeout: 60_000 }, async () => {
  const empty = await PDFDocument.create();
  empty.addPage([595.28, 841.89]);
  const look = { seals: [], signatures: [] };
  const [front] = await makeScan({ pdf: form, pages: [1], ...look });
  const [back] = await makeScan({ pdf: await empty.save(), ...look });
  const sheets = [front ?? Buffer.alloc(0), back ?? Buffer.alloc(0)];
  expect(await read(await scanAsPdf(sheets))).toEqual([[codes[0]], [blankPage]]);
  expect(await read(await scanAsPdf(sheets.slice(1)))).toEqual([[]]);
});

describe('a picture on which codes of two pages stand', { timeout: 60_000 }, () => {
  let page: Buffer;
  let neighbour: Buffer;
  let width: number;
  let height: number;
  beforeAll(async () => {
    const [one, two] = await makeScan({ pdf: form, look: { dpi: 150 } });
    [page, neighbour] = [one ?? Buffer.alloc(0), two ?? Buffer.alloc(0)];
    ({ width = 0, height = 0 } = await sharp(page).metadata());
  });

  /** Both pages on a desk, seen from `x`, `y` on for a width and height. */
  async function photo(places: { page: Buffer; left: number; top: number }[], seen: { left: number; top: number; width: number; height: number }) {
    const desk = sharp({ create: { width: 3 * width, height: 3 * height, channels: 3, background: '#888' } });
    const laid = await desk.composite(places.map(({ page: input, ...at }) => ({ input, ...at }))).png().toBuffer();
    return sharp(laid).extract(seen).jpeg({ quality: 90 }).toBuffer();
  }

  it('is the page that lies on it, and not the neighbour that peeks in', async () => {
    const middle = { left: width, top: height };
    const around = { left: width - 20, top: height - 20, width: Math.round(1.25 * width), height: height + 40 };
    const beside = await photo([{ page, ...middle }, { page: neighbour, left: 2 * width + 10, top: height }], around);
    const [texts] = await read(beside);
    expect(texts?.toSorted()).toEqual([codes[0], codes[1]]);
    expect(pagesOf(kept, 1)).toEqual([{ pages: [1], isContradictory: false }]);
  });

  it('is no page where only a neighbour’s code was read', async () => {
    const strip = await photo([{ page: neighbour, left: width, top: height }], { left: Math.round(1.6 * width), top: height - 40, width, height: Math.round(0.3 * height) });
    expect(await read(strip)).toEqual([[codes[1]]]);
    expect(pagesOf(kept, 1)).toEqual([{ pages: [], isContradictory: false }]);
  });

  it('is both pages where both lie on it in whole', async () => {
    const places = [{ page, left: width, top: height }, { page: neighbour, left: 2 * width, top: height }];
    await read(await photo(places, { left: width, top: height, width: 2 * width, height }));
    expect(pagesOf(kept, 1)).toEqual([{ pages: [1, 2], isContradictory: false }]);
  });

  it('is for people where one page bears a code of another', async () => {
    const { x, y, width: side } = codeBoxes.bottomLeft;
    const scale = width / 595.28;
    const patch = { left: Math.round((x - 6) * scale), top: Math.round((y - 6) * scale), width: Math.round((side + 12) * scale), height: Math.round((side + 12) * scale) };
    const pasted = await sharp(neighbour).extract(patch).toBuffer();
    const forged = await sharp(page).composite([{ input: pasted, left: patch.left, top: patch.top }]).jpeg({ quality: 90 }).toBuffer();
    expect((await read(forged))[0]?.toSorted()).toEqual([codes[0], codes[1]]);
    expect(pagesOf(kept, 1)).toEqual([{ pages: [1, 2], isContradictory: true }]);
  });
});
