import type { SheetExamination } from '../examination.ts';
import { comparePrint, type PrintComparison } from './compare-print.ts';
import { type Crops, cropsFor, partAround } from './crops-for.ts';
import { printedZone } from './extra-ink.ts';
import { comparedScale, drawIssuedPage } from './issued-page.ts';
import { judgePen } from './judge-pen.ts';
import { judgeTone } from './judge-quality.ts';
import { judgeSeal, type SealJudgement } from './judge-seal.ts';
import type { Sheet } from './load-sheet.ts';
import { locatePage, turnOf } from './locate-page.ts';
import { lookAtSheet, type SeenSheet } from './look-at-sheet.ts';
import { grown, type PageLayout } from './page-layout.ts';
import { wasNeverPrinted } from './never-printed.ts';
import { halved } from './raster.ts';
import { cropNames, placesOf, type SheetToExamine } from './task.ts';

interface ToExamine {
  sheet: Sheet;
  wanted: SheetToExamine;
  layout: PageLayout;
  folder: string;
  /** Begins the names of the crops. */
  at: number;
}

export interface Examined {
  examination: SheetExamination;
  crops: Record<string, string>;
}

const aroundPlace = 24;

/** Everything that a machine can say about one sheet, with pictures that show people what it saw. */
export async function examineSheet({ sheet, wanted, layout, folder, at }: ToExamine): Promise<Examined> {
  const issued = await drawIssuedPage(wanted.issued.pdf, wanted.issued.page, layout);
  const located = locatePage(sheet.picture, issued, layout);
  const crops = cropsFor({ picture: sheet.picture, toPicture: located?.toPicture ?? null, layout, folder, at });
  if (!located) return { examination: await unlocated(sheet, wanted, crops), crops: crops.files };
  const seen = lookAtSheet(sheet, located, issued, layout);
  const seal = judgedSeal(seen, wanted);
  const print = comparePrint({ ...seen, layout, writing: Object.values(wanted.issued.regions), sealPlace: wanted.issued.regions.seal ?? null });
  const examination: SheetExamination = {
    turn: turnOf(located, layout),
    located: { found: true, errorPoints: Math.round(located.errorPoints * 100) / 100 },
    quality: wasNeverPrinted(seen, print) ? { ...seen.quality, kind: 'born_digital' } : seen.quality,
    seal: await sealOf(seal, wanted, crops),
    pens: await pensOf(seen, seal, wanted, crops),
    print: await printOf(print, crops),
  };
  return { examination, crops: crops.files };
}

const hasColour = ({ quality }: SeenSheet): boolean => quality.tone === 'colour';

function judgedSeal(seen: SeenSheet, { issued }: SheetToExamine): SealJudgement | null {
  const place = issued.regions.seal;
  if (!place) return null;
  // Without colour a round mark may still hide handwriting, but nobody can say that it is a seal.
  const ink = halved(hasColour(seen) ? seen.inks.red : seen.inks.any);
  const judged = judgeSeal(ink, comparedScale / 2, place);
  return hasColour(seen) ? judged : { ...judged, verdict: 'unknown', isElsewhere: false };
}

async function sealOf(judged: SealJudgement | null, { issued }: SheetToExamine, crops: Crops): Promise<SheetExamination['seal']> {
  const place = issued.regions.seal;
  if (!judged || !place) return null;
  const { verdict, isElsewhere, ring } = judged;
  const around = isElsewhere && ring ? { x: ring.x - ring.radius, y: ring.y - ring.radius, width: 2 * ring.radius, height: 2 * ring.radius } : place;
  return { verdict, isElsewhere, crop: await crops.cut(cropNames.seal, grown(around, aroundPlace)) };
}

async function pensOf(seen: SeenSheet, seal: SealJudgement | null, { issued }: SheetToExamine, crops: Crops): Promise<SheetExamination['pens']> {
  const places = placesOf(issued.regions);
  if (places.length === 0) return [];
  const printed = printedZone(seen.issuedInk, shiftOf(seen));
  const pens: SheetExamination['pens'] = [];
  for (const { place, region } of places) {
    const ring = seal?.ring ?? null;
    const verdict = judgePen({ inks: seen.inks, printed, place: region, pixelsPerPoint: comparedScale, ring, hasColour: hasColour(seen) });
    pens.push({ place, verdict, crop: await crops.cut(cropNames[place], grown(region, aroundPlace)) });
  }
  return pens;
}

/** Pixels by which print may lie beside where it was issued. */
const shiftOf = ({ quality, errorPoints }: SeenSheet): number =>
  Math.ceil(((quality.kind === 'photo' ? 2.5 : 1) + Math.min(2, errorPoints)) * comparedScale);

async function printOf({ verdict, places, covered }: PrintComparison, crops: Crops): Promise<SheetExamination['print']> {
  const marks = places.length > 0 ? places : covered;
  const crop = marks.length > 0 ? await crops.cut(cropNames.print, partAround(marks), marks) : null;
  return { verdict, places, covered, crop };
}

/** Without the corner squares nothing can be told, and the answers say so. */
async function unlocated({ picture, shrunk }: Sheet, { issued }: SheetToExamine, crops: Crops): Promise<SheetExamination> {
  const longEdge = Math.max(picture.width, picture.height) * shrunk;
  const whole = { x: 0, y: 0, width: 1, height: 1 };
  const crop = await crops.cut(cropNames.sheet, whole);
  return {
    turn: 0,
    located: { found: false, errorPoints: null },
    quality: { dpi: Math.max(1, Math.round((longEdge / 842) * 72)), tone: judgeTone(picture), kind: 'photo', isBlurred: false, showsPaper: true },
    seal: issued.regions.seal ? { verdict: 'unknown', isElsewhere: false, crop } : null,
    pens: placesOf(issued.regions).map(({ place }) => ({ place, verdict: 'unknown', crop })),
    print: { verdict: 'not_compared', places: [], covered: [], crop: null },
  };
}
