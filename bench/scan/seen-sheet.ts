import sharp from 'sharp';
import type { InkVerdict, PenPlace, SheetExamination } from '@/lib/documents/scan/examination';
import type { Rect } from '@/lib/documents/pdf/drawing';
import type { CaseKind, CorpusCase, Fault } from '@/tests/build/scan/corpus';
import type { Forgery } from '@/tests/build/scan/forge-page';
import { corpusKey } from '@/tests/build/scan/issue-form';
import type { Sheet } from '@/tests/build/scan/make-sheet';
import type { SealSituation } from '@/tests/build/scan/sign-and-stamp';
import type { Tone } from '@/tests/build/scan/scan-looks';
import type { Lamp } from '@/lib/documents/scan/finding';
import { judgeSheet, lampOf } from '@/lib/documents/scan/judge-sheet';
import { readPageCode } from '@/lib/documents/application-form/page-code';
import type { FoundCase } from './examine-case';
import type { OtherReader } from './other-readers';

/** The truth about one sheet beside what was found on it. */
export interface SeenSheet {
  /** Enough to make it again: kind, seed and place in its case. */
  name: string;
  kind: CaseKind;
  device: 'scanner' | 'phone';
  tone: Tone;
  dpi: number | null;
  pixels: number;
  hasSealOnCode: boolean;
  isExported: boolean;
  isCleaned: boolean;
  /** Null where the sheet was not examined. */
  lamp: Lamp | null;
  /** Whether people are asked to look at the paper itself. */
  isDoubted: boolean;
  read: 'right' | 'wrong' | 'not';
  readByOther: 'right' | 'wrong' | 'not';
  isExamined: boolean;
  isLocated: boolean;
  seal: { truth: SealSituation; verdict: InkVerdict; isElsewhere: boolean; isRed: boolean } | null;
  pens: { place: PenPlace; isWritten: boolean; verdict: InkVerdict }[];
  print: {
    forgery: Forgery | null;
    verdict: SheetExamination['print']['verdict'];
    isInPlace: boolean;
    places: number;
    covered: number;
  } | null;
}

export interface SeenCase {
  name: string;
  kind: CaseKind;
  fault: Fault;
  isWhole: boolean;
  outcome: FoundCase['outcome'];
  sheets: SeenSheet[];
}

interface ToSee {
  one: CorpusCase;
  found: FoundCase;
  pictures: string[];
  other: OtherReader;
}

export async function seenSheets({ one, found, pictures, other }: ToSee): Promise<SeenSheet[]> {
  const seen: SeenSheet[] = [];
  for (const [index, sheet] of one.sheets.entries()) {
    const { codes, examination } = found.sheets[index] ?? { codes: [], examination: null };
    const texts = await other.read(pictures[index] ?? '');
    const findings = examination && judgeSheet(examination);
    const otherCodes = texts.flatMap((text) => readPageCode(text, corpusKey) ?? []);
    seen.push({
      ...factsOf(sheet, `${one.kind} ${one.seed} sheet ${index + 1}`, one.kind),
      read: judgedReading(sheet, codes),
      readByOther: judgedReading(sheet, otherCodes),
      isExamined: examination !== null,
      lamp: findings && lampOf(findings),
      isDoubted: findings?.some(({ kind }) => kind === 'original') ?? false,
      isLocated: examination?.located.found ?? false,
      seal:
        sheet.seal && examination?.seal ? { truth: sheet.seal, ...examination.seal, isRed: await isRed(sheet) } : null,
      pens: sheet.pens.flatMap(({ place, isWritten }) => {
        const pen = examination?.pens.find((one) => one.place === place);
        return pen ? [{ place, isWritten, verdict: pen.verdict }] : [];
      }),
      print: examination ? printOf(sheet, examination.print) : null,
    });
  }
  return seen;
}

function factsOf({ capture, hasSealOnCode, isExported }: Sheet, name: string, kind: CaseKind) {
  const { device, tone, dpi, width, height, cleaned } = capture;
  return { name, kind, device, tone, dpi, pixels: width * height, hasSealOnCode, isExported, isCleaned: cleaned !== null };
}

function judgedReading(
  { form, page }: Sheet,
  codes: { applicationNumber: string; version: number; page: number }[],
): SeenSheet['read'] {
  const { applicationNumber, version } = form.words;
  const isRight = (code: (typeof codes)[number]) =>
    code.applicationNumber === applicationNumber && code.version === version && code.page === page;
  if (codes.some((code) => !isRight(code))) return 'wrong';
  return codes.length > 0 ? 'right' : 'not';
}

const near = 6;

function printOf({ forgery, forgedPlaces }: Sheet, { verdict, places, covered }: SheetExamination['print']): SeenSheet['print'] {
  const meets = (one: Rect, other: Rect) =>
    one.x < other.x + other.width + near &&
    other.x < one.x + one.width + near &&
    one.y < other.y + other.height + near &&
    other.y < one.y + one.height + near;
  const isInPlace = forgedPlaces.some((truth) => places.some((place) => meets(truth, place)));
  return { forgery, verdict, isInPlace, places: places.length, covered: covered.length };
}

const redEnough = { difference: 40, share: 0.0012 };

/** The simplest judge of a seal: is there red on the sheet? */
async function isRed({ picture }: Sheet): Promise<boolean> {
  const { data } = await sharp(picture.bytes)
    .resize({ width: 900, height: 900, fit: 'inside' })
    .removeAlpha()
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  let red = 0;
  for (let at = 0; at < data.length; at += 3) {
    if ((data[at] ?? 0) - Math.max(data[at + 1] ?? 0, data[at + 2] ?? 0) > redEnough.difference) red += 1;
  }
  return red / (data.length / 3) > redEnough.share;
}
