import { emptyRaster, type Raster } from './raster.ts';

const printedInk = 24;

/** 1 where the issued page has ink or nearly has it: what a printer and a crooked sheet may shift. */
export function printedZone({ data, width, height }: Raster, reach: number): Raster {
  const rows = emptyRaster(width, height);
  for (let y = 0; y < height; y++) {
    let until = -1;
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if ((data[at] ?? 0) <= printedInk) continue;
      const from = Math.max(until + 1, x - reach, 0);
      until = Math.min(width - 1, x + reach);
      rows.data.fill(1, y * width + from, y * width + until + 1);
    }
  }
  const zone = emptyRaster(width, height);
  const below = new Int16Array(width).fill(-1);
  for (let y = -reach; y < height; y++) {
    const leading = y + reach;
    for (let x = 0; x < width; x++) {
      if (leading < height && rows.data[leading * width + x] === 1) below[x] = leading;
      if (y >= 0 && (below[x] ?? -1) >= 0 && (below[x] ?? 0) >= y - reach) zone.data[y * width + x] = 1;
    }
  }
  return zone;
}
