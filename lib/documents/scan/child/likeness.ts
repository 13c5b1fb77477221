import type { Box } from './glyph-boxes.ts';
import type { Raster } from './raster.ts';

export interface Shift {
  x: number;
  y: number;
}

interface Views {
  issued: Raster;
  seen: Raster;
  /** 1 where coloured ink hides what is printed; without it nothing is hidden. */
  hidden?: Raster;
}

/** Normalised correlation over what coloured ink does not hide; null outside the sheet. */
export function likenessAt({ x0, y0, x1, y1 }: Box, { issued, seen, hidden }: Views, shift: Shift, step: number): number | null {
  const { width, height } = issued;
  if (Math.min(x0, x0 + shift.x) < 0 || Math.max(x1, x1 + shift.x) > width) return null;
  if (Math.min(y0, y0 + shift.y) < 0 || Math.max(y1, y1 + shift.y) > height) return null;
  const a = issued.data;
  const b = seen.data;
  const covered = hidden?.data;
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
      if (covered !== undefined && covered[at + away] === 1) continue;
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

/** Where the parabola through three neighbours is highest. */
export function peak(before: number, top: number, after: number): number {
  const curve = before - 2 * top + after;
  return curve >= -1e-6 ? 0 : Math.max(-0.5, Math.min(0.5, (before - after) / (2 * curve)));
}
