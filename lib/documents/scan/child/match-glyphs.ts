import type { Box } from './glyph-boxes.ts';
import type { Raster } from './raster.ts';

export interface GlyphMatch {
  box: Box;
  /** 1: just as issued. */
  likeness: number;
  /** The largest difference of a spot about as large as a stroke is wide, as a share of full ink. */
  worstSpot: number;
  shiftX: number;
  shiftY: number;
}

export interface Matching {
  issued: Raster;
  seen: Raster;
  /** 1 where coloured ink hides what is printed. */
  hidden: Raster;
  /** How far, in pixels, a line may lie from where it should. */
  reach: number;
}

const charactersAtOnce = 5;
const margin = 2;
const mostHidden = 0.35;

/** Finds each character of the issued page on the sheet: a few together for the place, then each by itself. */
export function matchGlyphs(lines: readonly (readonly Box[])[], matching: Matching): GlyphMatch[] {
  return lines.flatMap((line) => {
    const groups = Array.from({ length: Math.ceil(line.length / charactersAtOnce) }, (_, at) =>
      line.slice(at * charactersAtOnce, (at + 1) * charactersAtOnce),
    );
    return groups.flatMap((group) => {
      const place = placeOf(group, matching);
      return group.flatMap((box) => matchGlyph(box, matching, place));
    });
  });
}

interface Shift {
  x: number;
  y: number;
}

function placeOf(group: readonly Box[], matching: Matching): Shift {
  const box = padded({
    x0: Math.min(...group.map(({ x0 }) => x0)),
    x1: Math.max(...group.map(({ x1 }) => x1)),
    y0: Math.min(...group.map(({ y0 }) => y0)),
    y1: Math.max(...group.map(({ y1 }) => y1)),
  });
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
  let best: { shift: Shift; likeness: number } | null = null;
  const around = matching.reach > 5 ? 2 : 1;
  for (let y = place.y - around; y <= place.y + around; y++) {
    for (let x = place.x - around; x <= place.x + around; x++) {
      const likeness = likenessAt(box, matching, { x, y }, 1);
      if (likeness !== null && likeness > (best?.likeness ?? -2)) best = { shift: { x, y }, likeness };
    }
  }
  if (!best) return [];
  const { shift, likeness } = best;
  return [{ box: glyph, likeness, worstSpot: worstSpot(box, matching, shift), shiftX: shift.x, shiftY: shift.y }];
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
  const [spreadA, spreadB] = [sumAA - (sumA * sumA) / count, sumBB - (sumB * sumB) / count];
  if (count === 0 || spreadA < 4 * count) return null;
  return spreadB < 2 * count ? 0 : (sumAB - (sumA * sumB) / count) / Math.sqrt(spreadA * spreadB);
}

function hiddenShare({ x0, y0, x1, y1 }: Box, { data, width, height }: Raster, shift: Shift): number {
  let [hits, count] = [0, 0];
  for (let y = Math.max(0, y0 + shift.y); y < Math.min(height, y1 + shift.y); y++) {
    for (let x = Math.max(0, x0 + shift.x); x < Math.min(width, x1 + shift.x); x++, count++) hits += data[y * width + x] ?? 0;
  }
  return count === 0 ? 1 : hits / count;
}

/** Three by three pixels: about as wide as a stroke. */
function worstSpot({ x0, y0, x1, y1 }: Box, { issued, seen, hidden }: Matching, shift: Shift): number {
  const { width } = issued;
  const away = shift.y * width + shift.x;
  const [columns, rows] = [x1 - x0, y1 - y0];
  const differences = new Float32Array(columns * rows);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < columns; x++) {
      const at = (y0 + y) * width + x0 + x;
      if (hidden.data[at + away] !== 1) differences[y * columns + x] = (seen.data[at + away] ?? 0) - (issued.data[at] ?? 0);
    }
  }
  let worst = 0;
  for (let y = 1; y < rows - 1; y++) {
    for (let x = 1; x < columns - 1; x++) {
      let sum = 0;
      for (let row = y - 1; row <= y + 1; row++) for (let column = x - 1; column <= x + 1; column++) sum += differences[row * columns + column] ?? 0;
      worst = Math.max(worst, Math.abs(sum));
    }
  }
  return worst / 9 / 255;
}
