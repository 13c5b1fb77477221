import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApplicationForm, makeApplicationForm } from '@/lib/documents/application-form/make-application-form';
import { applicationFormWords } from '@/tests/build/application-form-words';
import { swellingPdfs } from '@/tests/build/hostile/hostile-pdfs';
import { makeScan, scanAsPdf } from '@/tests/build/make-scan';
import { examineSheets } from './examine-sheets';

const pageKey = Buffer.from('a key for tests, thirty-two long');
let folder: string;
let issued: string;
let form: ApplicationForm;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'examine-'));
  form = await makeApplicationForm({ words: applicationFormWords(), pageKey });
  issued = path.join(folder, 'issued.pdf');
  await writeFile(issued, form.bytes);
});
afterAll(async () => rm(folder, { recursive: true, force: true }));

function regionsOn(page: number) {
  return Object.fromEntries(Object.entries(form.regions).filter(([, region]) => region.page === page));
}

interface Handed {
  file: Uint8Array;
  mediaType?: string;
  /** Page numbers in the order of the sheets. */
  pages: number[];
  limits?: { timeoutMs: number; maxResidentBytes: number };
}

async function examine({ file, mediaType = 'image/jpeg', pages, limits }: Handed) {
  const source = path.join(folder, 'handed-in');
  await writeFile(source, file);
  const sheets = pages.map((page, index) => ({ source, mediaType, sheet: index + 1, issued: { pdf: issued, page, regions: regionsOn(page) } }));
  return examineSheets({ sheets, folder, limits });
}

async function examineOne(handed: Handed) {
  const [sheet] = await examine(handed);
  if (sheet?.outcome !== 'examined') throw new Error('the sheet was not examined');
  return sheet;
}

describe('a scanned sheet', { timeout: 120_000 }, () => {
  it('that was signed and sealed shows it, and its print is unchanged', async () => {
    const page = form.regions.seal.page;
    const { unitSignature, unitDate, seal } = form.regions;
    const [scan = Buffer.alloc(0)] = await makeScan({ pdf: form.bytes, pages: [page], seals: [seal], signatures: [unitSignature, unitDate] });
    const { examination, crops } = await examineOne({ file: scan, pages: [page] });
    expect(examination).toMatchObject({
      turn: 0,
      located: { found: true },
      quality: { tone: 'colour', kind: 'flat_scan', isBlurred: false },
      seal: { verdict: 'present', isElsewhere: false },
      pens: [
        { place: 'unitSignature', verdict: 'present' },
        { place: 'unitDate', verdict: 'present' },
      ],
      print: { verdict: 'unchanged', places: [], covered: [], crop: null },
    });
    expect(Object.keys(crops).sort()).toEqual(['seal', 'unit-date', 'unit-signature']);
    for (const file of Object.values(crops)) expect((await stat(file)).size).toBeGreaterThan(1000);
  });

  it('without seal and signature shows that too', async () => {
    const page = form.regions.seal.page;
    const [scan = Buffer.alloc(0)] = await makeScan({ pdf: form.bytes, pages: [page], seals: [], signatures: [] });
    const { examination } = await examineOne({ file: scan, pages: [page] });
    expect(examination.seal).toMatchObject({ verdict: 'absent' });
    expect(examination.pens.map(({ verdict }) => verdict)).toEqual(['absent', 'absent']);
  });

  it('in grey leaves the seal to people', async () => {
    const page = form.regions.seal.page;
    const [scan = Buffer.alloc(0)] = await makeScan({ pdf: form.bytes, pages: [page], seals: [form.regions.seal], look: { colour: false } });
    const { examination } = await examineOne({ file: scan, pages: [page] });
    expect(examination).toMatchObject({ quality: { tone: 'grey' }, seal: { verdict: 'unknown', isElsewhere: false } });
  });

  it('fed in sideways or upside down says how to turn it', async () => {
    const turns = [];
    for (const quarterTurns of [1, 2, 3] as const) {
      const [scan = Buffer.alloc(0)] = await makeScan({ pdf: form.bytes, pages: [2], look: { quarterTurns } });
      turns.push((await examineOne({ file: scan, pages: [2] })).examination.turn);
    }
    expect(turns).toEqual([270, 180, 90]);
  });

  it('that shows another page than it claims is changed all over', async () => {
    const [scan = Buffer.alloc(0)] = await makeScan({ pdf: form.bytes, pages: [3] });
    const { examination } = await examineOne({ file: scan, pages: [4] });
    expect(examination.print.verdict).not.toBe('unchanged');
  });
});

describe('a scanned PDF', { timeout: 120_000 }, () => {
  it('is examined sheet by sheet, whichever page each shows', async () => {
    const scans = await makeScan({ pdf: form.bytes, pages: [2, 1] });
    const sheets = await examine({ file: await scanAsPdf(scans), mediaType: 'application/pdf', pages: [2, 1] });
    expect(sheets).toHaveLength(2);
    for (const sheet of sheets) expect(sheet).toMatchObject({ examination: { print: { verdict: 'unchanged' } } });
  });

  it('that swells or is broken is left to people', async () => {
    const bomb = swellingPdfs.find(({ kind }) => kind === 'page drawn from a gigabyte of zeros');
    const file = (await bomb?.make()) ?? Buffer.alloc(0);
    const limits = { timeoutMs: 20_000, maxResidentBytes: 600 * 1024 * 1024 };
    const left = [{ outcome: 'not_examined' }];
    expect(await examine({ file, mediaType: 'application/pdf', pages: [1], limits })).toEqual(left);
    expect(await examine({ file: file.subarray(0, 400), mediaType: 'application/pdf', pages: [1] })).toEqual(left);
  });

  it('is examined though another file stops the process again and again', async () => {
    const bomb = swellingPdfs.find(({ kind }) => kind === 'page drawn from a gigabyte of zeros');
    const [scan = Buffer.alloc(0)] = await makeScan({ pdf: form.bytes, pages: [1] });
    const [bad, good] = [path.join(folder, 'bad'), path.join(folder, 'good')];
    await writeFile(bad, (await bomb?.make()) ?? Buffer.alloc(0));
    await writeFile(good, scan);
    const at = { issued: { pdf: issued, page: 1, regions: regionsOn(1) } };
    const stopping = { source: bad, mediaType: 'application/pdf', sheet: 1, ...at };
    const fine = { source: good, mediaType: 'image/jpeg', sheet: 1, ...at };
    const limits = { timeoutMs: 20_000, maxResidentBytes: 600 * 1024 * 1024 };
    // The first process gets the first half.
    const sheets = [stopping, stopping, stopping, fine, fine, fine, fine, fine];
    const outcomes = (await examineSheets({ sheets, folder, limits })).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(sheets.map((sheet) => (sheet === fine ? 'examined' : 'not_examined')));
  });

  it('that stops the process again and again is given up', async () => {
    const file = await scanAsPdf(await makeScan({ pdf: form.bytes, pages: [1] }));
    const limits = { timeoutMs: 1, maxResidentBytes: 1e9 };
    const sheets = await examine({ file, mediaType: 'application/pdf', pages: [1, 2, 3, 4, 5], limits });
    expect(sheets).toEqual([1, 2, 3, 4, 5].map(() => ({ outcome: 'not_examined' })));
  });
});
