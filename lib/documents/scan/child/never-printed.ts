import type { PrintComparison } from './compare-print.ts';
import { printedZone } from './extra-ink.ts';
import type { SeenSheet } from './look-at-sheet.ts';
import type { Raster } from './raster.ts';
import { soften } from './soften.ts';

const reach = 3;
const anyInk = 60;
/** Pixels: a drawn page has none. */
const mostExtra = 20;
const mostDifference = 0.15;
/** Of the ink that was issued: toner, lens and app change how much there is, a drawing and its JPEG hardly do. */
const drawnInk = { least: 0.995, most: 1.05 };
const faintInk = 8;

/**
 * Proof that a sheet is a picture of the issued page and no paper: it lies as issued, has no grain, just as much ink,
 * every character the same, and neither pen nor seal has touched it. Anything less is left to people: apps wipe and
 * straighten real scans too.
 */
export function wasNeverPrinted({ isStill, isExact, inks, issuedInk }: SeenSheet, { verdict, matches }: PrintComparison): boolean {
  if (!isStill || !isExact || verdict !== 'unchanged') return false;
  if (matches.some(({ worstSpot }) => worstSpot > mostDifference)) return false;
  const printed = printedZone(issuedInk, reach);
  let extra = 0;
  for (let at = 0; at < printed.data.length; at++) if (printed.data[at] === 0 && (inks.any.data[at] ?? 0) >= anyInk) extra++;
  return extra <= mostExtra && isInkOfDrawing(inks.black, issuedInk);
}

function isInkOfDrawing(seen: Raster, issued: Raster): boolean {
  let [found, wanted] = [0, 0];
  const soft = { seen: soften(seen, 1), issued: soften(issued, 1) };
  for (let at = 0; at < soft.issued.data.length; at++) {
    const own = soft.issued.data[at] ?? 0;
    if (own <= faintInk) continue;
    wanted += own;
    found += soft.seen.data[at] ?? 0;
  }
  return found >= drawnInk.least * wanted && found <= drawnInk.most * wanted;
}
