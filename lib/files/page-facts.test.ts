import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { portrait, type PortraitLook } from '@/tests/build/portrait';
import { checkUpload } from './check-upload';
import type { PageFacts } from './page-facts';
import type { FilePurpose } from './purposes';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'facts-'));
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

async function seen(file: Uint8Array, purpose: FilePurpose, name?: string): Promise<(PageFacts | null)[]> {
  const source = path.join(folder, 'source');
  await writeFile(source, file);
  const answer = await checkUpload({ source, output: path.join(folder, 'output'), purpose, name });
  if (answer.outcome === 'refused') throw new Error(answer.code);
  return answer.pageFacts;
}

async function photo(look: PortraitLook): Promise<PageFacts> {
  const [facts] = await seen(await portrait(look), 'PHOTO');
  if (!facts) throw new Error('nobody looked');
  return facts;
}

describe('what is seen of a portrait', () => {
  it('a face before a plain wall, with the size that came from the phone', async () => {
    const facts = await photo({});
    expect(facts).toMatchObject({ width: 1200, height: 1680, isPicture: true, isNamed: null });
    expect(facts.sharpness).toBeGreaterThan(0.3);
    expect(facts.frame.spread).toBeLessThan(10);
    expect(facts.centre).toBeGreaterThan(100);
    expect(facts.centre).toBeLessThan(200);
  });

  it('a plain wall of any colour, but not a curtain', async () => {
    for (const background of ['#3f7fbf', '#c03030', '#ffffff']) expect((await photo({ background })).frame.spread).toBeLessThan(10);
    expect((await photo({ curtain: true })).frame.spread).toBeGreaterThan(40);
  });

  it('darkness, glare and blur', async () => {
    expect((await photo({ light: { times: 0.3, plus: 0 } })).centre).toBeLessThan(60);
    expect((await photo({ light: { times: 1, plus: 120 } })).centre).toBeGreaterThan(215);
    expect((await photo({ blur: 14 })).sharpness).toBeLessThan(0.08);
    expect((await photo({ blur: 2 })).sharpness).toBeGreaterThan(0.1);
  });

  it('that there is nothing to see', async () => {
    const plain = await sharp({ create: { width: 600, height: 900, channels: 3, background: '#dbe7f3' } }).png().toBuffer();
    const [facts] = await seen(plain, 'PHOTO');
    expect(facts?.spread).toBeLessThan(1);
  });
});

async function paper(...pages: string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const words of pages) document.addPage([595, 842]).drawText(words, { x: 60, y: 700, size: 18, font, maxWidth: 480 });
  return document.save();
}

describe('what is seen of a proof', () => {
  const text = 'This is to certify that Lu Shili has taken the first prize of the demonstration contest.';

  it('each page by itself: blank ones have no ink', async () => {
    const [first, second] = await seen(await paper(text, ''), 'EVIDENCE');
    expect(first).toMatchObject({ width: 595, height: 842, isPicture: false });
    expect(first?.ink).toBeGreaterThan(0.001);
    expect(second).toMatchObject({ ink: 0, spread: 0 });
  });

  it('whether its text has the name, whatever the spaces and the case', async () => {
    expect((await seen(await paper(text), 'EVIDENCE', 'LU SHILI'))[0]?.isNamed).toBe(true);
    expect((await seen(await paper(text), 'EVIDENCE', 'Wang Shili'))[0]?.isNamed).toBe(false);
    expect((await seen(await paper('12'), 'EVIDENCE', 'LU SHILI'))[0]?.isNamed).toBeNull();
    expect((await seen(await paper(text), 'EVIDENCE'))[0]?.isNamed).toBeNull();
  });

  it('that a scan was made small and blown up again', async () => {
    const [first] = await seen(await scanned(700), 'EVIDENCE');
    const [coarse] = await seen(await scanned(110), 'EVIDENCE');
    expect(first?.sharpness).toBeGreaterThan(0.5);
    expect(coarse?.sharpness).toBeLessThan(0.16);
  });
});

/** Lines of strokes, scanned to so many pixels of width, on a sheet of 1,400. */
async function scanned(width: number): Promise<Buffer> {
  const strokes = Array.from({ length: 600 }, (_, at) => {
    const [x, y] = [100 + (at % 40) * 30, 200 + Math.floor(at / 40) * 90];
    return `<path d="M${x} ${y}h22M${x + 11} ${y - 14}v34M${x + 2} ${y + 20}l18 -14" stroke="#222" stroke-width="3"/>`;
  });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1400" height="1980"><rect width="1400" height="1980" fill="#fff"/>${strokes.join('')}</svg>`;
  const small = await sharp(Buffer.from(drawing)).resize({ width }).jpeg({ quality: 80 }).toBuffer();
  return sharp(small).resize({ width: 1400, kernel: 'cubic' }).jpeg({ quality: 85 }).toBuffer();
}
