import { comparedScale } from './issued-page.ts';
import { emptyRaster, type Raster } from './raster.ts';
import { zeroedShorts } from './sheet-memory.ts';

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
  const across = zeroedShorts(data.length);
  const isBare = Array.from({ length: height }, (_, y) => !softenAcross(data, across, y * width, (y + 1) * width));
  const out = emptyRaster(width, height);
  for (let y = 0; y < height; y++) {
    const above = y > 0 ? width : 0;
    const below = y < height - 1 ? width : 0;
    if (isBare[y] && (above === 0 || isBare[y - 1]) && (below === 0 || isBare[y + 1])) continue;
    softenDown(across, out.data, { start: y * width, end: (y + 1) * width, above, below });
  }
  return out;
}

/** Whether there was anything in the row. */
function softenAcross(data: Uint8Array, across: Uint16Array, start: number, end: number): boolean {
  const last = end - 1;
  let [before, own, any] = [data[start] ?? 0, data[start] ?? 0, 0];
  for (let at = start; at < end; at++) {
    const next = at < last ? (data[at + 1] ?? 0) : own;
    across[at] = before + 2 * own + next;
    any |= own;
    before = own;
    own = next;
  }
  return any !== 0;
}

interface Row {
  start: number;
  end: number;
  /** How far away the rows above and below it begin. */
  above: number;
  below: number;
}

function softenDown(across: Uint16Array, out: Uint8Array, { start, end, above, below }: Row): void {
  for (let at = start; at < end; at++) {
    out[at] = ((across[at - above] ?? 0) + 2 * (across[at] ?? 0) + (across[at + below] ?? 0) + 8) >> 4;
  }
}
