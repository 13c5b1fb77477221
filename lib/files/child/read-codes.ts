import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import { decode } from './decoder.ts';
import { type Drawing, type OpenPdf, openPdf } from './pdfium.ts';
import { blankPage, type CodesAnswer, earlierPages, type PageCodes, type PagesOfFile, type TaskOf } from './tasks.ts';

const longEdge = 2400;
/** Two of the page itself, and those of others that lie beside it. */
const mostCodes = 8;
/** Pixels of a side below which there is no code, and on some of which the reader fails. */
const fewestPixels = 21;

/** The codes on every page that was asked for. */
export async function readCodes(wanted: TaskOf<'read-codes'>): Promise<CodesAnswer> {
  const pages: PageCodes[] = [];
  for await (const codes of codesByPage(wanted)) pages.push(codes);
  return { pages };
}

type PagesToRead = Omit<TaskOf<'read-codes'>, 'kind'> & { part?: PagesOfFile };

/** A page that cannot be drawn has no codes: people look at it. One of many that is as good as white says so: a back. */
export async function* codesByPage({ source, mediaType, pages, part = 'all' }: PagesToRead): AsyncGenerator<PageCodes> {
  await loadReader();
  if (mediaType !== 'application/pdf') return yield codesOrBlank(await load(source), { isOneOfMany: pages !== undefined });
  const pdf = await openPdf(await readFile(source));
  const isOneOfMany = pages !== undefined || pdf.pages > 1;
  const { from, to } = pages ?? pagesOf(part, pdf.pages);
  for (let page = from; page <= Math.min(to, pdf.pages); page++) {
    const drawing = await drawOrNothing(pdf, page);
    yield drawing ? await codesOrBlank(drawing, { isOneOfMany }) : [];
  }
}

async function codesOrBlank(drawing: Drawing, { isOneOfMany }: { isOneOfMany: boolean }): Promise<PageCodes> {
  const codes = await codesOn(drawing);
  return codes.length === 0 && isOneOfMany && isBlank(drawing) ? [{ text: blankPage, corners: null }] : codes;
}

function pagesOf(part: PagesOfFile, pages: number): { from: number; to: number } {
  const earlier = earlierPages(pages);
  return { from: part === 'later' ? earlier + 1 : 1, to: part === 'earlier' ? earlier : pages };
}

/** The check has drawn as many pages as its time allowed: a later one may turn out not to be one. */
async function drawOrNothing(pdf: OpenPdf, page: number): Promise<Drawing | null> {
  try {
    return await pdf.draw(page, { dpi: 150, maxPixels: 6_000_000 });
  } catch {
    return null;
  }
}

/** The library would fetch its wasm from a public address. */
async function loadReader(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm');
  const bytes = await readFile(file);
  const wasmBinary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
}

async function load(source: string): Promise<Drawing> {
  const { data, info } = await decode(source)
    .resize({ width: longEdge, height: longEdge, fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

/** A red seal pressed on a code is white in the red channel. Half the size kills noise that full size trips over. */
async function codesOn(drawing: Drawing): Promise<PageCodes> {
  const red = redChannel(drawing);
  const found = await decodeCodes(red);
  return found.length > 0 ? found : decodeCodes(halved(red));
}

async function decodeCodes({ data, width, height }: Drawing): Promise<PageCodes> {
  if (Math.min(width, height) < fewestPixels) return [];
  const pixels = new Uint8ClampedArray(data.buffer as ArrayBuffer, data.byteOffset, data.byteLength);
  const results = await readBarcodes(
    { data: pixels, width, height, colorSpace: 'srgb' },
    { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false, maxNumberOfSymbols: mostCodes },
  );
  return results
    .filter(({ isValid, text }) => isValid && text.length <= 300)
    .map(({ text, position: { topLeft, topRight, bottomRight, bottomLeft } }) => ({
      text,
      corners: [topLeft, topRight, bottomRight, bottomLeft].flatMap(({ x, y }) => [rounded(x / width), rounded(y / height)]),
    }));
}

const rounded = (part: number): number => Math.round(part * 10_000) / 10_000;

const ink = 150;
const mostSpecks = 0.0002;
const rim = 0.03;

/** White but for specks, away from the rim where scanners cast shadows. */
function isBlank({ data, width, height }: Drawing): boolean {
  const [left, top] = [Math.round(width * rim), Math.round(height * rim)];
  let dark = 0;
  for (let y = top; y < height - top; y++) {
    for (let at = (y * width + left) * 4; at < (y * width + width - left) * 4; at += 4) {
      if ((data[at + 1] ?? 255) < ink) dark++;
    }
  }
  return dark <= mostSpecks * width * height;
}

function redChannel({ data, width, height }: Drawing): Drawing {
  const gray = new Uint8Array(data.length);
  for (let at = 0; at < data.length; at += 4) {
    const red = data[at] ?? 255;
    gray[at] = red;
    gray[at + 1] = red;
    gray[at + 2] = red;
    gray[at + 3] = 255;
  }
  return { data: gray, width, height };
}

function halved({ data, width, height }: Drawing): Drawing {
  const half = { width: width >> 1, height: height >> 1 };
  const gray = new Uint8Array(half.width * half.height * 4).fill(255);
  for (let y = 0; y < half.height; y++) {
    for (let x = 0; x < half.width; x++) {
      const from = (2 * y * width + 2 * x) * 4;
      const below = from + width * 4;
      const sum = (data[from] ?? 0) + (data[from + 4] ?? 0) + (data[below] ?? 0) + (data[below + 4] ?? 0);
      gray.fill(sum >> 2, (y * half.width + x) * 4, (y * half.width + x) * 4 + 3);
    }
  }
  return { data: gray, ...half };
}
