import { blended } from './flatten.ts';
import type { Box } from './glyph-boxes.ts';
import { inGroups, padded, union } from './glyph-groups.ts';
import { likenessAt, peak, type Shift } from './likeness.ts';
import type { Raster } from './raster.ts';

export interface GlyphMatch {
  box: Box;
  /** 1: just as issued. */
  likeness: number;
  /** The largest difference of a spot about as large as a stroke is wide, as a share of full ink. */
  worstSpot: number;
}

export interface Matching {
  issued: Raster;
  seen: Raster;
  /** 1 where coloured ink hides what is printed. */
  hidden: Raster;
  /** How far, in pixels, print may lie from where it should. */
  reach: number;
}

const mostHidden = 0.35;

/** Finds each character of the issued page on the sheet: a few together for the place, then each by itself. */
export function matchGlyphs(lines: readonly (readonly Box[])[], matching: Matching): GlyphMatch[] {
  return lines.flatMap(inGroups).flatMap((group) => {
    const place = placeOf(union(group), matching);
    return group.flatMap((box) => matchGlyph(box, matching, place));
  });
}

const inPlace: Shift = { x: 0, y: 0 };

/** Characters of which too much is hidden to be matched. */
export const coveredGlyphs = (lines: readonly (readonly Box[])[], hidden: Raster): Box[] =>
  lines.flat().filter((box) => hiddenShare(padded(box), hidden, inPlace) > mostHidden);

/** To a pixel: each character is then looked for around it. */
function placeOf(boxes: Box, matching: Matching): Shift & { likeness: number } {
  const box = padded(boxes);
  const { reach } = matching;
  let best = { x: 0, y: 0, likeness: -1 };
  for (let y = -reach; y <= reach; y += 2) {
    for (let x = -reach; x <= reach; x += 2) {
      // What lies nearer wins where both are as like.
      const likeness = (likenessAt(box, matching, { x, y }, 2) ?? -1) - 0.002 * (Math.abs(x) + Math.abs(y));
      if (likeness > best.likeness) best = { x, y, likeness };
    }
  }
  return best;
}

function matchGlyph(glyph: Box, matching: Matching, place: Shift): GlyphMatch[] {
  const box = padded(glyph);
  if (hiddenShare(box, matching.hidden, place) > mostHidden) return [];
  const at = (x: number, y: number) => likenessAt(box, matching, { x, y }, 1) ?? -1;
  let best = { x: place.x, y: place.y, likeness: -2 };
  for (let y = place.y - 1; y <= place.y + 1; y++) {
    for (let x = place.x - 1; x <= place.x + 1; x++) {
      const likeness = at(x, y);
      if (likeness > best.likeness) best = { x, y, likeness };
    }
  }
  if (best.likeness < -0.99) return [];
  const shift = {
    x: best.x + peak(at(best.x - 1, best.y), best.likeness, at(best.x + 1, best.y)),
    y: best.y + peak(at(best.x, best.y - 1), best.likeness, at(best.x, best.y + 1)),
  };
  const fine = fitAt(box, matching, shift);
  return [{ box: glyph, likeness: Math.max(best.likeness, fine.likeness), worstSpot: fine.worstSpot }];
}

function hiddenShare({ x0, y0, x1, y1 }: Box, { data, width, height }: Raster, shift: Shift): number {
  let hits = 0;
  let count = 0;
  for (let y = Math.max(0, y0 + shift.y); y < Math.min(height, y1 + shift.y); y++) {
    for (let x = Math.max(0, x0 + shift.x); x < Math.min(width, x1 + shift.x); x++, count++) hits += data[y * width + x] ?? 0;
  }
  return count === 0 ? 1 : hits / count;
}

/** At a shift of parts of pixels: the sheet's ink against the issued ink, as strong as it was printed. */
function fitAt(box: Box, { issued, seen, hidden }: Matching, shift: Shift): { likeness: number; worstSpot: number } {
  const { width, height } = issued;
  const { x0, y0 } = box;
  const columns = box.x1 - x0;
  const rows = box.y1 - y0;
  const wanted = new Float32Array(columns * rows);
  const found = new Float32Array(columns * rows).fill(-1);
  for (let y = 0, to = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++, to++) {
      const fromX = x0 + x + shift.x;
      const fromY = y0 + y + shift.y;
      if (fromX < 0 || fromY < 0 || fromX >= width - 1 || fromY >= height - 1) continue;
      if (hidden.data[Math.round(fromY) * width + Math.round(fromX)] === 1) continue;
      wanted[to] = issued.data[(y0 + y) * width + x0 + x] ?? 0;
      found[to] = blended(seen.data, width, fromX, fromY);
    }
  }
  return regress(wanted, found, columns, rows);
}

function regress(wanted: Float32Array, found: Float32Array, columns: number, rows: number): { likeness: number; worstSpot: number } {
  let count = 0;
  let sumA = 0;
  let sumB = 0;
  let sumAA = 0;
  let sumBB = 0;
  let sumAB = 0;
  for (let at = 0; at < found.length; at++) {
    const b = found[at] ?? -1;
    if (b < 0) continue;
    const a = wanted[at] ?? 0;
    count++;
    sumA += a;
    sumB += b;
    sumAA += a * a;
    sumBB += b * b;
    sumAB += a * b;
  }
  const spreadA = sumAA - (sumA * sumA) / count;
  const spreadB = sumBB - (sumB * sumB) / count;
  if (count === 0 || spreadA < 4 * count || spreadB < 2 * count) return { likeness: 0, worstSpot: 1 };
  const both = sumAB - (sumA * sumB) / count;
  const gain = Math.max(0.3, Math.min(1.3, both / spreadA));
  const ground = (sumB - gain * sumA) / count;
  for (let at = 0; at < found.length; at++) found[at] = (found[at] ?? -1) < 0 ? 0 : (found[at] ?? 0) - ground - gain * (wanted[at] ?? 0);
  return { likeness: both / Math.sqrt(spreadA * spreadB), worstSpot: worstSpot(found, columns, rows) / (255 * gain) };
}

/** Three by three pixels: about as wide as a stroke. */
function worstSpot(differences: Float32Array, columns: number, rows: number): number {
  let worst = 0;
  for (let y = 1; y < rows - 1; y++) {
    for (let x = 1; x < columns - 1; x++) {
      let sum = 0;
      for (let row = (y - 1) * columns; row <= (y + 1) * columns; row += columns) {
        for (let at = row + x - 1; at <= row + x + 1; at++) sum += differences[at] ?? 0;
      }
      worst = Math.max(worst, Math.abs(sum));
    }
  }
  return worst / 9;
}
