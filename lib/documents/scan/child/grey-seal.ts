import type { Ring } from './find-ring.ts';
import { emptyRaster, halved, type Raster } from './raster.ts';
import { discsOn } from './seal-discs.ts';

const inkedHalf = 40;

/** Without colour a seal is grey ink like any other: rings of a seal's size that the issued page does not have. */
export function greySealDiscs(black: Raster, printed: Raster, pixelsPerPoint: number): Ring[] {
  const extra = emptyRaster(black.width, black.height);
  for (let at = 0; at < extra.data.length; at++) if (printed.data[at] === 0) extra.data[at] = black.data[at] ?? 0;
  const half = halved(extra);
  for (let at = 0; at < half.data.length; at++) half.data[at] = (half.data[at] ?? 0) > inkedHalf ? 1 : 0;
  return discsOn(half, pixelsPerPoint);
}
