import { blended, type Sighting } from './flatten.ts';
import type { Box } from './glyph-boxes.ts';
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

interface Shift {
  x: number;
  y: number;
}

const charactersAtOnce = 5;
const margin = 2;
const mostHidden = 0.35;
const sureLikeness = 0.7;

/** Finds each character of the issued page on the sheet: a few together for the place, then each by itself. */
export function matchGlyphs(lines: readonly (readonly Box[])[], matching: Matching): GlyphMatch[] {
  return lines.flatMap(inGroups).flatMap((group) => {
    const place = placeOf(union(group), matching);
    return group.flatMap((box) => matchGlyph(box, matching, place));
  });
}

/** Where groups of characters are seen, as far as they can be recognised. */
export function sightGroups(lines: readonly (readonly Box[])[], matching: Matching): Sighting[] {
  return lines.flatMap(inGroups).flatMap((group) => {
    const box = union(group);
    const { x, y, likeness } = placeOf(box, matching);
    if (likeness < sureLikeness) return [];
    const issued = { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 };
    return [{ issued, seen: { x: issued.x + x, y: issued.y + y }, weight: likeness * likeness }];
  });
}

const inGroups = (line: readonly Box[]): Box[][] =>
  Array.from({ length: Math.ceil(line.length / charactersAtOnce) }, (_, at) => line.slice(at * charactersAtOnce, (at + 1) * charactersAtOnce));

const union = (boxes: readonly Box[]): Box => ({
  x0: Math.min(...boxes.map(({ x0 }) => x0)),
  x1: Math.max(...boxes.map(({ x1 }) => x1)),
  y0: Math.min(...boxes.map(({ y0 }) => y0)),
  y1: Math.max(...boxes.map(({ y1 }) => y1)),
});

function placeOf(boxes: Box, matching: Matching): Shift & { likeness: number } {
  const box = padded(boxes);
  const { reach } = matching;
  const coarse = reach > 5 ? 2 : 1;
  let best = { x: 0, y: 0, likeness: -1 };
  for (let y = -reach; y <= reach; y += coarse) {
    for (let x = -reach; x <= reach; x += coarse) {
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

/** Where the parabola through three neighbours is highest. */
function peak(before: number, top: number, after: number): number {
  const curve = before - 2 * top + after;
  return curve >= -1e-6 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curve)));
}

const padded = ({ x0, y0, x1, y1 }: Box): Box => ({ x0: x0 - margin, y0: y0 - margin, x1: x1 + margin, y1: y1 + margin });

/** Normalised correlation over what coloured ink does not hide; null outside the sheet. */
function likenessAt({ x0, y0, x1, y1 }: Box, { issued, seen, hidden }: Matching, shift: Shift, step: number): number | null {
  const { width, height } = issued;
  if (Math.min(x0, x0 + shift.x) < 0 || Math.max(x1, x1 + shift.x) > width) return null;
  if (Math.min(y0, y0 + shift.y) < 0 || Math.max(y1, y1 + shift.y) > height) return null;
  const a = issued.data;
  const b = seen.data;
  const covered = hidden.data;
  const away = shift.y * width + shift.x;
  let count = 0;
  let sumA = 0;
  let sumB = 0;
  let sumAA = 0;
  let sumBB = 0;
  let sumAB = 0;
  for (let y = y0; y < y1; y += step) {
    const end = y * width + x1;
    for (let at = y * width + x0; at < end; at += step) {
      if (covered[at + away] === 1) continue;
      const va = a[at] ?? 0;
      const vb = b[at + away] ?? 0;
      count++;
      sumA += va;
      sumB += vb;
      sumAA += va * va;
      sumBB += vb * vb;
      sumAB += va * vb;
    }
  }
  const spreadA = sumAA - (sumA * sumA) / count;
  const spreadB = sumBB - (sumB * sumB) / count;
  if (count === 0 || spreadA < 4 * count) return null;
  return spreadB < 2 * count ? 0 : (sumAB - (sumA * sumB) / count) / Math.sqrt(spreadA * spreadB);
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
