import type { SheetExamination } from '../examination.ts';
import { paperOf } from './even-paper.ts';
import { comparedScale, type IssuedPage } from './issued-page.ts';
import { flattened } from './flatten-inks.ts';
import { type Box, glyphLines } from './glyph-boxes.ts';
import { fillsPicture, isStill, judgeKind, judgeTone } from './judge-quality.ts';
import { edgeWidth } from './judge-sharpness.ts';
import type { Sheet } from './load-sheet.ts';
import type { Located } from './locate-page.ts';
import type { PageLayout } from './page-layout.ts';
import { type Inks, partInks } from './part-inks.ts';
import { emptyRaster, type Picture, type Raster } from './raster.ts';
import { straighten } from './straighten.ts';

/** A sheet, straightened, its inks parted, beside the ink of the page it shows. */
export interface SeenSheet {
  inks: Inks;
  issuedInk: Raster;
  /** Characters of the issued page, line by line. */
  lines: Box[][];
  quality: SheetExamination['quality'];
  /** Points from ink to paper. */
  edge: number;
  errorPoints: number;
  /** No grain of paper or sensor: drawn, or wiped by an app that cleans scans. */
  isStill: boolean;
  /** Lies in its picture just as it was issued. */
  isExact: boolean;
}

const blurredEdge = 1.9;

export function lookAtSheet(sheet: Sheet, located: Located, issued: IssuedPage, layout: PageLayout): SeenSheet {
  const part = { x: 0, y: 0, width: layout.width, height: layout.height };
  const straight = straighten(sheet.picture, located.toPicture, { part, pixelsPerPoint: comparedScale });
  const issuedInk = inkOf(issued.picture, straight);
  const tone = judgeTone(straight);
  const { light, gains } = paperOf(straight);
  const seen = partInks(straight, gains);
  const edge = edgeWidth(seen.black, layout, comparedScale) ?? Number.POSITIVE_INFINITY;
  const dpi = Math.max(1, Math.round(located.pixelsPerPoint * 72 * sheet.shrunk));
  const kind = judgeKind(located, light, layout);
  const origin = { isStill: isStill(straight, issuedInk), isExact: fillsPicture(located, sheet.picture, layout) };
  const lines = glyphLines(issuedInk);
  const inks = kind === 'photo' ? flattened(seen, { issuedInk, lines, located, edge }) : seen;
  const quality = { dpi, tone, kind, isBlurred: edge > blurredEdge, showsPaper: !origin.isStill && !origin.isExact };
  return { inks, issuedInk, lines, quality, edge, errorPoints: located.errorPoints, ...origin };
}

/** Drawing and straightening may round a page's size differently: the last row or column is cut or left blank. */
function inkOf(issued: Raster, { width, height }: Picture): Raster {
  const ink = emptyRaster(width, height);
  const out = ink.data;
  const from = issued.data;
  const columns = Math.min(width, issued.width);
  for (let y = 0; y < Math.min(height, issued.height); y++) {
    invert(from.subarray(y * issued.width, y * issued.width + columns), out.subarray(y * width, y * width + columns));
  }
  return ink;
}

function invert(from: Uint8Array, to: Uint8Array): void {
  for (let at = 0; at < to.length; at++) to[at] = 255 - (from[at] ?? 255);
}
