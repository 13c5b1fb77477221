import { findRing, type Ring } from './find-ring.ts';
import { emptyRaster, halved, type Raster } from './raster.ts';

const inkedHalf = 40;
const millimetre = 72 / 25.4;
const radiusMillimetres = { least: 18, most: 24 };

/** Without colour a seal is grey ink like any other: a ring of a seal's size that the issued page does not have. */
export function greySeal(black: Raster, printed: Raster, pixelsPerPoint: number): Ring | null {
  const extra = emptyRaster(black.width, black.height);
  for (let at = 0; at < extra.data.length; at++) if (printed.data[at] === 0) extra.data[at] = black.data[at] ?? 0;
  const half = halved(extra);
  for (let at = 0; at < half.data.length; at++) half.data[at] = (half.data[at] ?? 0) > inkedHalf ? 1 : 0;
  const scale = (millimetre * pixelsPerPoint) / 2;
  const ring = findRing(half, { least: radiusMillimetres.least * scale, most: radiusMillimetres.most * scale });
  return ring && { x: (2 * ring.x) / pixelsPerPoint, y: (2 * ring.y) / pixelsPerPoint, radius: (2 * ring.radius) / pixelsPerPoint };
}
