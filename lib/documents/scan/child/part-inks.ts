import type { Gains } from './even-paper.ts';
import { emptyRaster, type Picture, type Raster } from './raster.ts';

/** What kind of ink lies where; 0 is paper. */
export interface Inks {
  /** Ink that is dark in every colour: print and black pens. */
  black: Raster;
  /** Ink of whatever colour. */
  any: Raster;
  /** Ink that lets only red light back. */
  red: Raster;
}

const rowsAlike = 4;

/** Parts what is on the sheet by colour; `gains` make the paper of a row white. */
export function partInks({ data, width, height }: Picture, gains: (y: number) => Gains): Inks {
  const inks: Inks = { black: emptyRaster(width, height), any: emptyRaster(width, height), red: emptyRaster(width, height) };
  const out: InkData = { black: inks.black.data, any: inks.any.data, red: inks.red.data };
  let gain = gains(0);
  for (let y = 0; y < height; y++) {
    if (y % rowsAlike === 0) gain = gains(y);
    partRow(data, gain, out, y * width, width);
  }
  return inks;
}

type InkData = Record<keyof Inks, Uint8Array>;

function partRow(data: Uint8Array, gain: Gains, { black, any, red }: InkData, start: number, width: number): void {
  for (let x = 0, to = start, from = 4 * start; x < width; x++, to++, from += 4) {
    const quarter = x >> 2;
    const r = evened(data[from] ?? 0, gain.red[quarter] ?? 1);
    const g = evened(data[from + 1] ?? 0, gain.green[quarter] ?? 1);
    const b = evened(data[from + 2] ?? 0, gain.blue[quarter] ?? 1);
    const more = g > b ? g : b;
    const less = g > b ? b : g;
    black[to] = 255 - (r > more ? r : more);
    any[to] = 255 - (r < less ? r : less);
    // Orange, brown and purple are no seal: green and blue must be about equally weak.
    const excess = r - more;
    if (excess > 0 && more - less < 0.6 * (r - less) + 13) red[to] = excess;
  }
}

function evened(value: number, gain: number): number {
  const bright = (value * gain) | 0;
  return bright > 255 ? 255 : bright;
}
