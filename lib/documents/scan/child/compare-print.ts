import type { SheetExamination } from '../examination.ts';
import { printedZone } from './extra-ink.ts';
import { findAdditions, union } from './find-additions.ts';
import type { Box } from './glyph-boxes.ts';
import { greySealDiscs } from './grey-seal.ts';
import { comparedScale } from './issued-page.ts';
import { coveredGlyphs, type GlyphMatch, matchGlyphs } from './match-glyphs.ts';
import { grown, isInside, type PageLayout } from './page-layout.ts';
import type { Inks } from './part-inks.ts';
import { colouredPixels, type PartedPrint, partPrint } from './part-print.ts';
import { emptyRaster, type Raster, type Rect } from './raster.ts';
import { fillDisc, sealDiscs } from './seal-discs.ts';
import { soften, softeningOf } from './soften.ts';

export interface PrintToCompare {
  inks: Inks;
  /** The issued page's ink, unblurred, and the characters that it makes up. */
  issuedInk: Raster;
  lines: readonly (readonly Box[])[];
  layout: PageLayout;
  /** Places for hand and seal. */
  writing: Rect[];
  sealPlace: Rect | null;
  quality: SheetExamination['quality'];
  /** How blurred the sheet is: points from ink to paper. */
  edge: number;
  errorPoints: number;
  /** No grain of paper or sensor. */
  isStill: boolean;
}

export interface PrintComparison {
  verdict: SheetExamination['print']['verdict'];
  places: Rect[];
  /** Print that a seal hides. */
  covered: Rect[];
  matches: GlyphMatch[];
}

/** A spot this different, and so much more different than nearly all others on the sheet, is no accident of printing. */
const changedSpot = 0.225;
const overUsual = 2.4;
/** Where very many characters differ, they are no measure of what is usual. */
const mostSpot = 0.5;
const usualShare = 0.98;
const changedLikeness = 0.6;
const leastDpi = 120;
const widestEdge = 1.9;
/** Half of the characters unlike: on a flat scan they were changed, on a photo the sheet may be bent too much to tell. */
const leastTypical = 0.88;
/** Where a scan was wiped white, or down to one bit, so many characters may have lost their shape that none is proof of a change. */
const leastWiped = 0.9;
const wipedShare = 0.05;
/** Without colour it may be one bit: then ragged edges, and seals in the same ink, are taken for changes. */
const mostRagged = 0.18;

/** Character by character what is missing or different, and what stands where nothing should. */
export function comparePrint(wanted: PrintToCompare): PrintComparison {
  const { issuedInk, quality, edge } = wanted;
  if (quality.dpi < leastDpi || edge > widestEdge) return notCompared([]);
  const reach = Math.ceil(2 + (quality.kind === 'photo' ? 2.5 : 0.8) * comparedScale);
  const printed = printedZone(issuedInk, reach);
  const { ink, hidden } = parted(wanted, printed);
  const seen = soften(ink, 1);
  const matching = { issued: soften(issuedInk, softeningOf(edge)), seen, hidden, reach: reachOf(wanted) };
  const squares = wanted.layout.squares.map((square) => grown(square, aroundSquares));
  const excluded = [...wanted.layout.codeZones, ...squares, ...wanted.writing.map((place) => grown(place, 8))];
  const lines = wanted.lines.map((line) => line.filter((box) => !excluded.some((zone) => isInside(middleOf(box), zone))));
  const matches = matchGlyphs(lines, matching);
  const likeness = matches.map((match) => match.likeness);
  if (quality.kind === 'photo' && quantile(likeness, 0.5) < leastTypical) return notCompared(matches);
  const usual = quantile(matches.map(({ worstSpot }) => worstSpot), usualShare);
  const isRagged = quantile(likeness, wipedShare) < leastWiped || (quality.tone !== 'colour' && usual > mostRagged);
  if (wanted.isStill && isRagged) return notCompared(matches);
  const limit = Math.min(mostSpot, Math.max(changedSpot, overUsual * usual));
  const changed = matches.filter(({ likeness, worstSpot }) => likeness < changedLikeness || worstSpot > limit).map(({ box }) => box);
  const added = findAdditions(seen, either(printed, hidden), freeZone(wanted), comparedScale);
  // On one bit a shadow is as black as a word.
  if (wanted.isStill && quality.tone !== 'colour' && changed.length === 0 && added.length > 0) return notCompared(matches);
  const places = joined([...changed, ...added]).map(toRect);
  const covered = joined(coveredGlyphs(lines, hidden)).map(toRect);
  return { verdict: places.length > 0 ? 'changed' : 'unchanged', places, covered, matches };
}

/** On photos light and shadow have colours of their own: there what is coloured hides what is printed, and no more. */
function parted({ inks, quality, sealPlace }: PrintToCompare, printed: Raster): PartedPrint {
  if (quality.tone !== 'colour') return { ink: inks.black, hidden: withinSeals(soften(inks.black, 1), printed) };
  if (quality.kind === 'photo') return { ink: inks.black, hidden: colouredPixels(inks) };
  return partPrint({ inks, discs: sealDiscs(inks.red, comparedScale), sealPlace, pixelsPerPoint: comparedScale });
}

const notCompared = (matches: GlyphMatch[]): PrintComparison => ({ verdict: 'not_compared', places: [], covered: [], matches });

/** What was bent has been flattened as well as could be. */
function reachOf({ quality, errorPoints }: PrintToCompare): number {
  const points = quality.kind === 'photo' ? 2 : 1 + errorPoints;
  return Math.max(3, Math.min(6, Math.ceil(points * comparedScale)));
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))] ?? 0;
}

/** Where a seal was pressed on a grey sheet, its ink and the print below it cannot be told apart. */
function withinSeals(black: Raster, printed: Raster): Raster {
  const within = emptyRaster(black.width, black.height);
  for (const { x, y, radius } of greySealDiscs(black, printed, comparedScale)) {
    fillDisc(within, { x: x * comparedScale, y: y * comparedScale, radius: radius * comparedScale }, 1);
  }
  return within;
}

function either(a: Raster, b: Raster): Raster {
  const out = emptyRaster(a.width, a.height);
  for (let at = 0; at < out.data.length; at++) out.data[at] = (a.data[at] ?? 0) | (b.data[at] ?? 0);
  return out;
}

const outerMargin = 22;
const aroundSquares = 7;
const aroundWriting = 12;

/** Where extra ink says nothing: hand, seal, codes, and the paper's edge with its shadows and staples. */
function freeZone({ inks, layout, writing }: PrintToCompare): Raster {
  const { width, height } = inks.black;
  const free = emptyRaster(width, height);
  const edges: Rect[] = [
    { x: 0, y: 0, width: layout.width, height: outerMargin },
    { x: 0, y: layout.height - outerMargin, width: layout.width, height: outerMargin + 5 },
    { x: 0, y: 0, width: outerMargin, height: layout.height },
    { x: layout.width - outerMargin, y: 0, width: outerMargin + 5, height: layout.height },
  ];
  const zones = [
    ...edges,
    ...layout.codeZones,
    ...layout.squares.map((square) => grown(square, aroundSquares)),
    ...writing.map((place) => grown(place, aroundWriting)),
  ];
  for (const zone of zones) fill(free, zone);
  return free;
}

function fill({ data, width, height }: Raster, zone: Rect): void {
  const x0 = Math.max(0, Math.round(zone.x * comparedScale));
  const x1 = Math.min(width, Math.round((zone.x + zone.width) * comparedScale));
  const y1 = Math.min(height, Math.round((zone.y + zone.height) * comparedScale));
  for (let y = Math.max(0, Math.round(zone.y * comparedScale)); y < y1; y++) data.fill(1, y * width + x0, y * width + x1);
}

const middleOf = ({ x0, y0, x1, y1 }: Box) => ({ x: (x0 + x1) / 2 / comparedScale, y: (y0 + y1) / 2 / comparedScale });

/** Neighbours become one place to look at. */
function joined(boxes: readonly Box[]): Box[] {
  const near = 6;
  const groups: Box[] = [];
  for (const box of boxes) {
    let whole = { ...box };
    for (let at = groups.length - 1; at >= 0; at--) {
      const group = groups[at];
      if (!group || group.x0 - near > whole.x1 || whole.x0 - near > group.x1 || group.y0 > whole.y1 || whole.y0 > group.y1) continue;
      whole = union(whole, group);
      groups.splice(at, 1);
    }
    groups.push(whole);
  }
  return groups;
}

const toRect = ({ x0, y0, x1, y1 }: Box): Rect => ({
  x: x0 / comparedScale,
  y: y0 / comparedScale,
  width: (x1 - x0) / comparedScale,
  height: (y1 - y0) / comparedScale,
});
