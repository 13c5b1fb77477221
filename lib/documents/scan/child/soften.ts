import { comparedScale } from './issued-page.ts';
import type { Raster } from './raster.ts';

/** Blurs a little, as often as asked: each time adds half a pixel squared of variance. */
export function soften(raster: Raster, times: number): Raster {
  let from = raster;
  for (let time = 0; time < times; time++) from = softenOnce(from);
  return from;
}

/** How often to soften a drawing until its edges are as wide as a sheet's, of which they are given in points. */
export function softeningOf(edge: number): number {
  // A Gaussian edge of deviation s is 2.5 s wide; the sheet itself is softened once against its grain.
  const deviation = (edge * comparedScale) / 2.5;
  return Math.max(1, Math.min(6, Math.round(2 * deviation ** 2 + 1)));
}

function softenOnce({ data, width, height }: Raster): Raster {
  const across = new Uint16Array(data.length);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    across[start] = 4 * (data[start] ?? 0);
    across[start + width - 1] = 4 * (data[start + width - 1] ?? 0);
    for (let at = start + 1; at < start + width - 1; at++) across[at] = (data[at - 1] ?? 0) + 2 * (data[at] ?? 0) + (data[at + 1] ?? 0);
  }
  const out = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    const [above, below] = [y > 0 ? -width : 0, y < height - 1 ? width : 0];
    for (let at = y * width; at < (y + 1) * width; at++) {
      out[at] = ((across[at + above] ?? 0) + 2 * (across[at] ?? 0) + (across[at + below] ?? 0) + 8) >> 4;
    }
  }
  return { data: out, width, height };
}
