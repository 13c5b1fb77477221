import { findRing, type Ring } from './find-ring.ts';
import { redMarks } from './judge-seal.ts';
import { halved, type Raster } from './raster.ts';

const millimetre = 72 / 25.4;
const radiusMillimetres = { least: 18, most: 24 };
/** A seal in its place and one on each code. */
const mostSeals = 3;
/** Ink runs a little beyond the ring. */
const around = 1.12;

/** Where round red marks of a seal's size were pressed, whole or not, in points: what lies under them cannot be judged. */
export function sealDiscs(red: Raster, pixelsPerPoint: number): Ring[] {
  return discsOn(redMarks(halved(red)), pixelsPerPoint);
}

/** Of marks at half the size; they are wiped out one after the other. */
export function discsOn(marked: Raster, pixelsPerPoint: number): Ring[] {
  const scale = (millimetre * pixelsPerPoint) / 2;
  const discs: Ring[] = [];
  while (discs.length < mostSeals) {
    const ring = findRing(marked, { least: radiusMillimetres.least * scale, most: radiusMillimetres.most * scale });
    if (!ring) break;
    const disc = { ...ring, radius: ring.radius * around };
    fillDisc(marked, disc, 0);
    discs.push({ x: (2 * disc.x) / pixelsPerPoint, y: (2 * disc.y) / pixelsPerPoint, radius: (2 * disc.radius) / pixelsPerPoint });
  }
  return discs;
}

/** In pixels of the raster. */
export function fillDisc({ data, width, height }: Raster, { x, y, radius }: Ring, value: number): void {
  for (let row = Math.max(0, Math.ceil(y - radius)); row < Math.min(height, y + radius); row++) {
    const half = Math.sqrt(radius ** 2 - (row - y) ** 2);
    data.fill(value, row * width + Math.max(0, Math.round(x - half)), row * width + Math.min(width, Math.round(x + half)));
  }
}
