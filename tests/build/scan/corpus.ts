import { seeded } from '@/tests/build/seeded';
import { exportedSheet } from './export-page';
import { forgeries, forgePage } from './forge-page';
import { type IssuedForm, issueForm } from './issue-form';
import { makeSheet, type Sheet } from './make-sheet';
import type { InkMark } from './paper';
import { between, pick } from './pick';
import { type Capture, phoneCapture, scannerCapture, type Tone } from './scan-looks';
import {
  markOnCode,
  penMarks,
  penPlacesOn,
  sealed,
  sealMarks,
  sealSituations,
  type SealSituation,
} from './sign-and-stamp';

type Random = () => number;

/** Whole dossiers by how they were taken, and bags of sheets that try one thing. */
export const caseKinds = ['flat', 'coarse', 'grey', 'black_and_white', 'photo', 'seals', 'forged', 'cleaned', 'exported'] as const;
export type CaseKind = (typeof caseKinds)[number];

/** What is wrong with a dossier as a whole. */
export const faults = ['none', 'missing', 'swapped', 'duplicated', 'foreign', 'older'] as const;
export type Fault = (typeof faults)[number];

export interface CorpusCase {
  seed: number;
  kind: CaseKind;
  fault: Fault;
  /** Scanners make one file, telephones a picture a page. */
  isOneFile: boolean;
  /** The form that is asked for. */
  form: IssuedForm;
  /** Whether its sheets show every page as it was issued last, and nobody else's. */
  isWhole: boolean;
  sheets: Sheet[];
}

export interface CaseWish {
  seed: number;
  kind: CaseKind;
  /** Otherwise left to chance. */
  fault?: Fault;
  /** Pages that the form has; another one is issued until one has. */
  least?: number;
}

const sheetsInBag = 10;

/** One dossier or bag of sheets. The same wish gives the same bytes. */
export async function makeCase({ seed, kind, least = 1, ...wish }: CaseWish): Promise<CorpusCase> {
  const random = seeded(seed);
  const form = await formOf(seed, least, random() < 0.5 ? 1 : 2);
  const facts = { seed, kind, form };
  const bag = bags[kind];
  if (bag) {
    const sheets = await bag(form, random);
    return { ...facts, fault: 'none', isOneFile: false, isWhole: isWhole(form, sheets), sheets };
  }
  const chosen = random() < 0.5 ? 'none' : pick(faults, random);
  const fault = wish.fault ?? chosen;
  const device = deviceOf(kind, random);
  const sheets: Sheet[] = [];
  for (const { form: of, page } of await planned({ form, fault, seed, random })) {
    sheets.push(await signedSheet({ form: of, page, capture: device(), random }));
  }
  const isOneFile = kind !== 'photo' && random() < 0.6;
  return { ...facts, fault, isOneFile, isWhole: isWhole(form, sheets), sheets };
}

const bags: Partial<Record<CaseKind, (form: IssuedForm, random: Random) => Promise<Sheet[]>>> = {
  seals: sealBag,
  forged: forgedBag,
  exported: exportedBag,
};

/** What is printed decides: an unchanged page of another version is as good as new. */
function isWhole({ words, pages }: IssuedForm, sheets: readonly Sheet[]): boolean {
  const shown = sheets.map(({ form, page }) => form.pages[page - 1]?.digest);
  const isOwn = sheets.every(({ form }) => form.words.applicationNumber === words.applicationNumber);
  return isOwn && pages.every(({ digest }) => shown.includes(digest));
}

async function formOf(seed: number, least: number, version: number): Promise<IssuedForm> {
  for (let next = seed; ; next += 1) {
    const form = await issueForm({ seed: next, version });
    if (form.pages.length >= least) return form;
  }
}

type Planned = { form: IssuedForm; page: number }[];

async function planned({
  form,
  fault,
  seed,
  random,
}: {
  form: IssuedForm;
  fault: Fault;
  seed: number;
  random: Random;
}): Promise<Planned> {
  const all = form.pages.map(({ number }) => ({ form, page: number }));
  const at = Math.floor(random() * all.length);
  switch (fault) {
    case 'none':
      return all;
    case 'missing':
      return all.filter((_, index) => index !== at);
    case 'swapped':
      return [...all.slice(at), ...all.slice(0, at).reverse()];
    case 'duplicated':
      return [...all, ...all.slice(at, at + 1)];
    case 'foreign':
      return all.with(at, {
        form: await issueForm({ seed: seed + 500_000, version: form.words.version }),
        page: at + 1,
      });
    case 'older':
      return all.with(at, await otherVersion(form, { seed, page: at + 1 }));
  }
}

/** The same person's page of the version before; where there is none, of the one after. */
async function otherVersion(
  form: IssuedForm,
  { seed, page }: { seed: number; page: number },
): Promise<Planned[number]> {
  const other = await issueForm({ seed, version: form.words.version === 1 ? 2 : 1 });
  return { form: other, page: Math.min(page, other.pages.length) };
}

/** All sheets of a dossier go through the same device. */
function deviceOf(kind: CaseKind, random: Random): () => Capture {
  if (kind === 'photo') {
    const care = random() < 0.5 ? 'good' : 'bad';
    const { width, height } = phoneCapture({ care }, random);
    return () => phoneCapture({ care, pixels: [width, height] }, random);
  }
  if (kind === 'cleaned') {
    const wish = { dpi: pick([150, 200, 200, 300], random), tone: pick(['colour', 'colour', 'grey'] as const, random) };
    return () => scannerCapture({ ...wish, isCleaned: true }, random);
  }
  const tone: Tone = kind === 'grey' || kind === 'black_and_white' ? kind : 'colour';
  const dpi = kind === 'coarse' ? Math.round(between(100, 140, random)) : pick([150, 150, 200, 200, 240, 300], random);
  return () => scannerCapture({ dpi, tone }, random);
}

interface ToSign {
  form: IssuedForm;
  page: number;
  capture: Capture;
  random: Random;
}

/** As units mostly hand it in: stamped and signed, now and then not, and one sheet in seven with a seal on a code. */
async function signedSheet({ form, page, capture, random }: ToSign): Promise<Sheet> {
  const isSealPage = form.regions.seal.page === page;
  const chance = random();
  const usual = chance < 0.7 ? pick(sealed, random) : pick(sealSituations, random);
  const seal = isSealPage ? usual : null;
  const hasSealOnCode = seal === 'also_on_code' || seal === 'only_on_code' || (!isSealPage && random() < 0.15);
  const pens = pensOf({ form, page, random });
  const marks: InkMark[] = [...pens.marks, ...(seal ? await sealMarks(form, seal, random) : [])];
  if (hasSealOnCode && !isSealPage) marks.push(await markOnCode(random));
  return makeSheet({ form, page, capture, seal, pens: pens.truth, hasSealOnCode, marks }, random);
}

function pensOf({ form, page, random }: Omit<ToSign, 'capture'>): { marks: InkMark[]; truth: Sheet['pens'] } {
  const left = penPlacesOn(form, page).filter(() => random() < 0.2);
  const truth = penPlacesOn(form, page).map((place) => ({ place, isWritten: !left.includes(place) }));
  return { marks: penMarks({ form, page, left, random }), truth };
}

/** The sheet with the place for the seal, again and again, in every situation and by every device. */
async function sealBag(form: IssuedForm, random: Random): Promise<Sheet[]> {
  const { page } = form.regions.seal;
  const sheets: Sheet[] = [];
  const first = Math.floor(random() * sealSituations.length);
  for (let index = 0; index < sheetsInBag; index += 1) {
    const seal: SealSituation = sealSituations[(first + index) % sealSituations.length] ?? 'none';
    const pens = pensOf({ form, page, random });
    const marks = [...pens.marks, ...(await sealMarks(form, seal, random))];
    const hasSealOnCode = seal === 'also_on_code' || seal === 'only_on_code';
    sheets.push(
      await makeSheet(
        { form, page, capture: anyCapture(random), seal, pens: pens.truth, hasSealOnCode, marks },
        random,
      ),
    );
  }
  return sheets;
}

function anyCapture(random: Random): Capture {
  const chance = random();
  if (chance < 0.35) return phoneCapture({ care: random() < 0.5 ? 'good' : 'bad' }, random);
  const tone: Tone = chance < 0.42 ? 'grey' : chance < 0.45 ? 'black_and_white' : 'colour';
  return scannerCapture({ dpi: pick([150, 200, 200, 300], random), tone }, random);
}

/** Forged pages, mostly on flat colour scans: elsewhere nobody promises to see them. */
async function forgedBag(form: IssuedForm, random: Random): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  const first = Math.floor(random() * forgeries.length);
  for (let index = 0; index < sheetsInBag; index += 1) {
    const kind = forgeries[(first + index) % forgeries.length] ?? 'digit';
    const forged = await forgePage(form, kind, random);
    const capture =
      random() < 0.8
        ? scannerCapture({ dpi: pick([150, 150, 200, 300], random), tone: 'colour' }, random)
        : anyCapture(random);
    const pens = pensOf({ form, page: forged.page, random });
    const truth = { form, page: forged.page, capture, seal: null, pens: pens.truth, hasSealOnCode: false };
    sheets.push(await makeSheet({ ...truth, marks: pens.marks, forged: { page: forged, kind } }, random));
  }
  return sheets;
}

const exportDpi = [96, 150, 200, 300];

/** Never printed: the sheet with the place for the seal, and others, at every resolution. */
async function exportedBag(form: IssuedForm, random: Random): Promise<Sheet[]> {
  const sheets: Sheet[] = [];
  for (let index = 0; index < sheetsInBag; index += 1) {
    const page = index % 2 === 0 ? form.regions.seal.page : 1 + (index % form.pages.length);
    sheets.push(await exportedSheet({ form, page, dpi: exportDpi[(index >> 1) % exportDpi.length] ?? 150, random }));
  }
  return sheets;
}

/** One round shows all kinds in the shares that a campaign wants. */
const round: CaseKind[] = [
  ...['flat', 'photo', 'seals', 'forged', 'cleaned', 'exported', 'flat', 'grey', 'photo', 'seals', 'flat', 'forged'],
  ...['photo', 'seals', 'flat', 'coarse', 'black_and_white', 'seals', 'forged', 'flat', 'photo', 'grey'],
  ...['cleaned'],
] as CaseKind[];

export const caseWish = (seed: number, index: number): CaseWish => ({
  seed: (seed + index * 7919) % 1_000_000_000,
  kind: round[index % round.length] ?? 'flat',
});
