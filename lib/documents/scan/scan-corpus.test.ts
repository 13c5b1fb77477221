import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examineCase } from '@/bench/scan/examine-case';
import { keepUploads, writeUploads } from '@/bench/scan/hand-in';
import type { OtherReader } from '@/bench/scan/other-readers';
import { type SeenCase, seenSheets } from '@/bench/scan/seen-sheet';
import { type Tally, tallyOf } from '@/bench/scan/tally';
import { inThisProcess } from '@/bench/scan/ways';
import { type CaseWish, makeCase } from '@/tests/build/scan/corpus';

// The campaign `corpus` tries thousands of pages; these few are in every test run.
const wishes: CaseWish[] = [
  { seed: 11, kind: 'flat', fault: 'swapped' },
  { seed: 12, kind: 'photo', fault: 'missing' },
  { seed: 13, kind: 'grey', fault: 'older' },
  { seed: 27, kind: 'seals' },
  { seed: 104, kind: 'forged' },
  { seed: 31, kind: 'cleaned', fault: 'none' },
  { seed: 66, kind: 'exported' },
];
const nobody: OtherReader = { name: 'nobody', read: async () => [] };
let folder: string;
let tally: Tally;

beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'corpus-'));
  const cases: SeenCase[] = [];
  for (const [index, wish] of wishes.entries()) cases.push(await seen(wish, path.join(folder, String(index))));
  tally = tallyOf(cases);
}, 600_000);
afterAll(async () => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

async function seen(wish: CaseWish, own: string): Promise<SeenCase> {
  await mkdir(own);
  const one = await makeCase(wish);
  const kept = await keepUploads(one, await writeUploads(one, own));
  const found = await examineCase({ one, kept, way: inThisProcess, folder: own });
  const { kind, fault, isWhole } = one;
  return {
    name: `${kind} ${one.seed}`,
    kind,
    fault,
    isWhole,
    outcome: found.outcome,
    sheets: await seenSheets({ one, found, pictures: [], other: nobody }),
  };
}

it('reads every flat scan from 150 dpi on, in colour and in grey', () => {
  expect(tally.flatRead.of).toBeGreaterThan(25);
  expect(tally.flatRead.missed).toEqual([]);
});

it('takes no page for another, and no dossier with a wrong or missing page for complete', () => {
  expect(tally.sheets).toBeGreaterThan(45);
  expect(tally.neverReadWrong.missed).toEqual([]);
  expect(tally.wrongDossiers.of).toBeGreaterThanOrEqual(3);
  expect(tally.wrongDossiers.missed).toEqual([]);
  expect(tally.wholeDossiers.of).toBeGreaterThan(0);
  expect(tally.wholeDossiers.missed).toEqual([]);
});

it('never calls a real seal absent', () => {
  expect(tally.sealNeverAbsent.of).toBeGreaterThan(4);
  expect(tally.sealNeverAbsent.missed).toEqual([]);
});

it('finds an altered digit on flat colour scans, and flags nothing that is genuine', () => {
  expect(tally.digitFound.of).toBeGreaterThan(0);
  expect(tally.digitFound.missed).toEqual([]);
  expect(tally.neverFlaggedFalsely.of).toBeGreaterThan(8);
  expect(tally.neverFlaggedFalsely.missed).toEqual([]);
});

it('compares what an app has cleaned, and refuses none of it', () => {
  expect(tally.cleanedNeverRed.of).toBeGreaterThan(5);
  expect(tally.cleanedNeverRed.missed).toEqual([]);
  expect(tally.cleanedCompared.missed).toEqual([]);
});

it('never calls good what was never printed, at any resolution and whatever was pasted on it', () => {
  expect(tally.exportedNeverGood.of).toBeGreaterThan(5);
  expect(tally.exportedNeverGood.missed).toEqual([]);
  expect(tally.exportedRed.hit).toBeGreaterThan(0);
  expect(tally.plainNeverRed.missed).toEqual([]);
});

it('finds what a pen wrote over print or beside it, whatever its colour', () => {
  expect([tally.penDigitFound.of, tally.penWordsFound.of].every((of) => of > 0)).toBe(true);
  expect(tally.penDigitFound.missed).toEqual([]);
  expect(tally.penWordsFound.missed).toEqual([]);
});
