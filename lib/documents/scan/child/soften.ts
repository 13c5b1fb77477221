import type { Raster } from './raster.ts';

/** Blurs a little, as often as asked: each time adds half a pixel squared of variance. */
export function soften(raster: Raster, times: number): Raster {
  let from = raster;
  for (let time = 0; time < times; time++) from = softenOnce(from);
  return from;
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
