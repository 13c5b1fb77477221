import { emptyRaster, type Raster } from './raster.ts';

const printedInk = 24;

/** 1 where the issued page has ink or nearly has it: what a printer and a crooked sheet may shift. */
export function printedZone(issuedInk: Raster, reach: number): Raster {
  const { width, height } = issuedInk;
  const rows = widenedRows(issuedInk, reach);
  const zone = emptyRaster(width, height);
  const out = zone.data;
  /** The lowest widened row that has ink in a column, of those looked at so far. */
  const last = new Int32Array(width).fill(-1 - reach);
  for (let y = -reach; y < height; y++) {
    const leading = (y + reach) * width;
    if (y + reach < height) for (let x = 0; x < width; x++) if (rows[leading + x] === 1) last[x] = y + reach;
    if (y < 0) continue;
    const to = y * width;
    const highest = Math.max(0, y - reach);
    for (let x = 0; x < width; x++) if ((last[x] ?? -1) >= highest) out[to + x] = 1;
  }
  return zone;
}

function widenedRows({ data, width, height }: Raster, reach: number): Uint8Array {
  const rows = new Uint8Array(data.length);
  for (let y = 0; y < height; y++) {
    let until = -1;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if ((data[at] ?? 0) <= printedInk) continue;
      const from = Math.max(until + 1, x - reach, 0);
      until = Math.min(width - 1, x + reach);
      rows.fill(1, y * width + from, y * width + until + 1);
    }
  }
  return rows;
}
