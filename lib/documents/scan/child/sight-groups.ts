import type { Sighting } from './flatten.ts';
import type { Box } from './glyph-boxes.ts';
import { inGroups, padded, union } from './glyph-groups.ts';
import { likenessAt, peak, type Shift } from './likeness.ts';
import { halved, type Raster } from './raster.ts';

interface Views {
  /** Both at half the size of the page that the lines were found on. */
  issued: Raster;
  seen: Raster;
}

interface Place extends Shift {
  likeness: number;
}

/** How far print may lie from where it was issued, in pixels of a quarter of the size. */
const coarseReach = 4;
/** So many places of a first look are looked at again. */
const candidates = 3;
const sureLikeness = 0.7;
/** Two places of one group cannot both be as like as this. */
const certainLikeness = 0.92;

/** Where groups of characters are seen, in pixels of the whole page, as far as they can be recognised. */
export function sightGroups(lines: readonly (readonly Box[])[], fine: Views): Sighting[] {
  const coarse = { issued: halved(fine.issued), seen: halved(fine.seen) };
  return lines.flatMap(inGroups).flatMap((group) => {
    const box = union(group);
    const { x, y, likeness } = placeOf(box, fine, coarse);
    if (likeness < sureLikeness) return [];
    const issued = { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 };
    return [{ issued, seen: { x: issued.x + 2 * x, y: issued.y + 2 * y }, weight: likeness * likeness }];
  });
}

function placeOf(group: Box, fine: Views, coarse: Views): Place {
  const likenessOf = ({ x, y }: Shift): number => likenessAt(padded(shrunk(group, 2)), fine, { x, y }, 1) ?? -1;
  let best: Place = { x: 0, y: 0, likeness: -1 };
  for (const first of firstLook(padded(shrunk(group, 4)), coarse)) {
    for (const shift of around({ x: 2 * first.x, y: 2 * first.y }, 1)) {
      const likeness = likenessOf(shift);
      if (likeness > best.likeness) best = { ...shift, likeness };
    }
    if (best.likeness > certainLikeness) break;
  }
  if (best.likeness < sureLikeness) return best;
  const { x, y, likeness } = best;
  return {
    x: x + peak(likenessOf({ x: x - 1, y }), likeness, likenessOf({ x: x + 1, y })),
    y: y + peak(likenessOf({ x, y: y - 1 }), likeness, likenessOf({ x, y: y + 1 })),
    likeness,
  };
}

/** The likeliest places; what lies nearer wins where two are as like. */
function firstLook(box: Box, coarse: Views): Place[] {
  const places = around({ x: 0, y: 0 }, coarseReach).map((shift) => {
    const likeness = (likenessAt(box, coarse, shift, 1) ?? -1) - 0.008 * (Math.abs(shift.x) + Math.abs(shift.y));
    return { ...shift, likeness };
  });
  return places.sort((a, b) => b.likeness - a.likeness).slice(0, candidates);
}

function around({ x, y }: Shift, reach: number): Shift[] {
  const side = 2 * reach + 1;
  return Array.from({ length: side * side }, (_, at) => ({ x: x - reach + (at % side), y: y - reach + Math.floor(at / side) }));
}

const shrunk = ({ x0, y0, x1, y1 }: Box, by: number): Box => ({
  x0: Math.floor(x0 / by),
  y0: Math.floor(y0 / by),
  x1: Math.ceil(x1 / by),
  y1: Math.ceil(y1 / by),
});
