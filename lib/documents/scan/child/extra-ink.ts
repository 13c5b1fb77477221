import { emptyRaster, type Raster } from './raster.ts';
import { zeroedBytes } from './sheet-memory.ts';

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
    if (y + reach < height) noteInk(rows, (y + reach) * width, last, y + reach);
    if (y >= 0) markNear(last, Math.max(0, y - reach), out, y * width);
  }
  return zone;
}

function noteInk(rows: Uint8Array, start: number, last: Int32Array, row: number): void {
  for (let x = 0; x < last.length; x++) if (rows[start + x] === 1) last[x] = row;
}

function markNear(last: Int32Array, highest: number, out: Uint8Array, start: number): void {
  for (let x = 0; x < last.length; x++) if ((last[x] ?? -1) >= highest) out[start + x] = 1;
}

function widenedRows({ data, width, height }: Raster, reach: number): Uint8Array {
  const rows = zeroedBytes(data.length);
  for (let start = 0; start < width * height; start += width) widenRow(data, rows, start, start + width, reach);
  return rows;
}

/** `left` counts down how far the last ink still reaches. */
function widenRow(data: Uint8Array, rows: Uint8Array, start: number, end: number, reach: number): void {
  let left = 0;
  for (let at = start; at < end; at++) {
    left = (data[at] ?? 0) > printedInk ? reach + 1 : left - 1;
    if (left > 0) rows[at] = 1;
  }
  left = 0;
  for (let at = end - 1; at >= start; at--) {
    left = (data[at] ?? 0) > printedInk ? reach + 1 : left - 1;
    if (left > 0) rows[at] = 1;
  }
}
