import type { PrintComparison } from './compare-print.ts';
import { printedZone } from './extra-ink.ts';
import type { SeenSheet } from './look-at-sheet.ts';

const reach = 3;
const anyInk = 60;
/** Pixels: a drawn page has none. */
const mostExtra = 20;
const mostDifference = 0.15;

/**
 * Proof that a sheet is a picture of the issued page and no paper: it lies as issued, has no grain, every character is
 * the same, and neither pen nor seal has touched it. Anything less is left to people: apps wipe real scans too.
 */
export function wasNeverPrinted({ isStill, isExact, inks, issuedInk }: SeenSheet, { verdict, matches }: PrintComparison): boolean {
  if (!isStill || !isExact || verdict !== 'unchanged') return false;
  if (matches.some(({ worstSpot }) => worstSpot > mostDifference)) return false;
  const printed = printedZone(issuedInk, reach);
  let extra = 0;
  for (let at = 0; at < printed.data.length; at++) if (printed.data[at] === 0 && (inks.any.data[at] ?? 0) >= anyInk) extra++;
  return extra <= mostExtra;
}
