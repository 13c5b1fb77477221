import { falselySealed, sealed, sealedElsewhere } from '@/tests/build/scan/sign-and-stamp';
import type { SeenCase, SeenSheet } from './seen-sheet';

/** Of how many that could be, how many were; and the ones that were not as they should be. */
export interface Share {
  of: number;
  hit: number;
  missed: string[];
}

export type Tally = ReturnType<typeof tallyOf>;

/** Everything that the corpus counts, from the truth about each sheet and what was found on it. */
export function tallyOf(cases: readonly SeenCase[]) {
  const sheets = cases.flatMap((one) => one.sheets);
  const onPaper = sheets.filter(({ isExported }) => !isExported);
  const flat = sheets.filter(isFlat);
  const photos = sheets.filter(({ device }) => device === 'phone');
  return {
    cases: cases.length,
    sheets: sheets.length,
    byKind: countsOf(sheets.map(({ kind }) => kind)),
    ...reading({ sheets, flat, photos }),
    wrongDossiers: missing(
      cases
        .filter((one) => !one.isWhole)
        .map((one) => ({ name: `${one.name} (${one.fault})`, isHit: one.outcome !== 'complete' })),
    ),
    wholeDossiers: missing(
      cases
        .filter((one) => one.isWhole)
        .map((one) => ({ name: `${one.name} (${one.fault}: ${one.outcome})`, isHit: one.outcome === 'complete' })),
    ),
    located: share(
      sheets.filter(({ isExamined }) => isExamined),
      ({ isLocated }) => isLocated,
    ),
    ...printing(onPaper),
    ...sealing(onPaper),
    ...penning(onPaper),
    ...paper(sheets),
  };
}

/** A scan from 150 dpi on, whatever its tone. */
const isFlat = ({ device, dpi }: SeenSheet): boolean => device === 'scanner' && (dpi ?? 0) >= 150;
function reading({ sheets, flat, photos }: Record<'sheets' | 'flat' | 'photos', SeenSheet[]>) {
  const isRead = ({ read }: SeenSheet) => read === 'right';
  const otherReads = ({ readByOther }: SeenSheet) => readByOther === 'right';
  const stamped = ({ hasSealOnCode }: SeenSheet) => hasSealOnCode;
  const toned = (tone: SeenSheet['tone']) =>
    share(
      flat.filter((one) => one.tone === tone),
      isRead,
    );
  return {
    flatRead: share(flat, isRead),
    flatReadByOther: share(flat, otherReads),
    flatStampedRead: share(flat.filter(stamped), isRead),
    flatGreyRead: toned('grey'),
    flatBlackAndWhiteRead: toned('black_and_white'),
    coarseRead: share(
      sheets.filter((one) => one.device === 'scanner' && !isFlat(one)),
      isRead,
    ),
    photoRead: share(photos, isRead),
    photoReadByOther: share(photos, otherReads),
    photoStampedRead: share(photos.filter(stamped), isRead),
    neverReadWrong: share(sheets, ({ read }) => read !== 'wrong'),
    neverReadWrongByOther: share(sheets, ({ readByOther }) => readByOther !== 'wrong'),
  };
}

function printing(sheets: readonly SeenSheet[]) {
  const clear = sheets.filter((one) => isFlat(one) && one.tone === 'colour' && one.print);
  const forged = clear.filter(({ print }) => print?.forgery);
  const isFound = ({ print }: SeenSheet) => print?.verdict === 'changed' && print.isInPlace;
  const isFlagged = ({ print }: SeenSheet) => print?.verdict === 'changed';
  const genuine = sheets.filter(({ print }) => print && !print.forgery);
  const kindly = (kinds: string[]) =>
    share(
      forged.filter(({ print }) => kinds.includes(print?.forgery ?? '')),
      isFound,
    );
  return {
    alteredFound: kindly(['digit', 'character', 'added_words', 'retyped', 'pen_digit', 'pen_words']),
    ...{ penDigitFound: kindly(['pen_digit']), penWordsFound: kindly(['pen_words']) },
    ...{ digitFound: kindly(['digit']), characterFound: kindly(['character']) },
    ...{
      addedWordsFound: kindly(['added_words']),
      retypedFound: kindly(['retyped']),
      lookalikeFound: kindly(['lookalike']),
    },
    alteredFoundByCodes: share(
      forged.filter(({ print }) => print?.forgery !== 'lookalike'),
      ({ read }) => read !== 'right',
    ),
    alteredElsewhereFound: share(
      sheets.filter((one) => one.print?.forgery && !clear.includes(one) && one.print.verdict !== 'not_compared'),
      isFound,
    ),
    neverFlaggedFalsely: share(
      clear.filter(({ print }) => !print?.forgery),
      (one) => !isFlagged(one),
    ),
    neverFlaggedFalselyElsewhere: share(
      genuine.filter((one) => !clear.includes(one)),
      (one) => !isFlagged(one),
    ),
    clearCompared: share(clear, ({ print }) => print?.verdict !== 'not_compared'),
    elsewhereCompared: share(
      sheets.filter((one) => one.print && !clear.includes(one)),
      ({ print }) => print?.verdict !== 'not_compared',
    ),
  };
}

function sealing(sheets: readonly SeenSheet[]) {
  const looked = sheets.filter(({ seal, isLocated }) => seal && isLocated);
  const coloured = looked.filter(({ tone }) => tone === 'colour');
  const within = (situations: readonly string[]) =>
    coloured.filter(({ seal }) => situations.includes(seal?.truth ?? ''));
  const says = (verdict: string) => (one: SeenSheet) => one.seal?.verdict === verdict;
  const plain = within(sealed.filter((one) => one !== 'faded' && one !== 'half'));
  const noSeals = [...within(falselySealed), ...within(['none'])];
  return {
    sealNeverAbsent: share(
      [...within(sealed), ...within(sealedElsewhere)],
      ({ seal }) => seal?.verdict !== 'absent' || seal.isElsewhere,
    ),
    plainSealPresent: share(plain, says('present')),
    faintSealPresent: share(within(['faded', 'half']), says('present')),
    displacedSealSeen: share(within(sealedElsewhere), ({ seal }) => seal?.isElsewhere === true),
    noSealNeverPresent: share(noSeals, ({ seal }) => seal?.verdict !== 'present'),
    emptyPlaceAbsent: share(within(['none']), says('absent')),
    greySealUnknown: share(
      looked.filter(({ tone }) => tone !== 'colour'),
      says('unknown'),
    ),
    redMeansSealRecall: share(within(sealed), ({ seal }) => seal?.isRed === true),
    redMeansSealRight: share(noSeals, ({ seal }) => seal?.isRed === false),
  };
}

/** Whether it was paper at all. */
function paper(sheets: readonly SeenSheet[]) {
  const examined = sheets.filter(({ isExamined }) => isExamined);
  const exported = examined.filter(({ isExported }) => isExported);
  const cleaned = examined.filter(({ isCleaned }) => isCleaned);
  const plain = examined.filter((one) => !one.isExported && !one.isCleaned && one.tone !== 'black_and_white');
  return {
    exportedNeverGood: share(exported, ({ lamp }) => lamp === 'AMBER' || lamp === 'RED'),
    exportedRed: share(exported, ({ lamp }) => lamp === 'RED'),
    cleanedNeverRed: share(cleaned, ({ lamp }) => lamp !== 'RED'),
    cleanedCompared: share(cleaned, ({ print }) => print?.verdict !== 'not_compared'),
    plainNeverRed: share(plain, ({ lamp }) => lamp !== 'RED'),
    plainNeverDoubted: share(plain, ({ isDoubted }) => !isDoubted),
  };
}

function penning(sheets: readonly SeenSheet[]) {
  const pens = sheets
    .filter(({ isLocated }) => isLocated)
    .flatMap(({ name, pens }) => pens.map((pen) => ({ ...pen, name: `${name} ${pen.place}` })));
  const written = pens.filter(({ isWritten }) => isWritten);
  const empty = pens.filter(({ isWritten }) => !isWritten);
  return {
    writtenNeverAbsent: missing(written.map(({ name, verdict }) => ({ name, isHit: verdict !== 'absent' }))),
    writtenPresent: missing(written.map(({ name, verdict }) => ({ name, isHit: verdict === 'present' }))),
    emptyNeverPresent: missing(empty.map(({ name, verdict }) => ({ name, isHit: verdict !== 'present' }))),
    emptyAbsent: missing(empty.map(({ name, verdict }) => ({ name, isHit: verdict === 'absent' }))),
  };
}

function share(sheets: readonly SeenSheet[], isHit: (sheet: SeenSheet) => boolean): Share {
  return missing(sheets.map((sheet) => ({ name: described(sheet), isHit: isHit(sheet) })));
}

function missing(ones: readonly { name: string; isHit: boolean }[]): Share {
  const missed = ones.filter(({ isHit }) => !isHit).map(({ name }) => name);
  return { of: ones.length, hit: ones.length - missed.length, missed };
}

function described({ name, device, tone, dpi, pixels, seal, print }: SeenSheet): string {
  const how = device === 'phone' ? `phone ${(pixels / 1e6).toFixed(1)} MP` : `${dpi} dpi ${tone}`;
  const stamp = seal ? `, seal ${seal.truth} called ${seal.verdict}${seal.isElsewhere ? ' elsewhere' : ''}` : '';
  return `${name} (${how}${stamp}${print ? `, ${print.forgery ?? 'genuine'} called ${print.verdict}` : ''})`;
}

function countsOf(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

export const rateOf = ({ of, hit }: Share): number => (of === 0 ? 0 : hit / of);
