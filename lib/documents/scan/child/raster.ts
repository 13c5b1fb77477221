import { zeroedBytes, zeroedWords } from './sheet-memory.ts';

/** One byte a pixel. */
export interface Raster {
  data: Uint8Array;
  width: number;
  height: number;
}

/** Four bytes a pixel: red, green, blue, and 255. They begin where a word of memory does. */
export type Picture = Raster;

/** In points from the top left corner of the issued page. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Point {
  x: number;
  y: number;
}

export const emptyRaster = (width: number, height: number): Raster => ({ data: zeroedBytes(width * height), width, height });

/** The red channel: a red seal is as white as paper there. */
export function redChannel({ data, width, height }: Picture): Raster {
  const red = emptyRaster(width, height);
  const out = red.data;
  for (let at = 0, from = 0; at < out.length; at++, from += 4) out[at] = data[from] ?? 0;
  return red;
}

/** Half the size, each pixel the mean of four. */
export function halved({ data, width, height }: Raster): Raster {
  const half = emptyRaster(width >> 1, height >> 1);
  for (let y = 0; y < half.height; y++) halveRow(data, 2 * y * width, width, half.data, y * half.width, half.width);
  return half;
}

function halveRow(data: Uint8Array, start: number, width: number, out: Uint8Array, to: number, count: number): void {
  for (let x = 0, from = start; x < count; x++, from += 2) {
    const upper = (data[from] ?? 0) + (data[from + 1] ?? 0);
    const lower = (data[from + width] ?? 0) + (data[from + width + 1] ?? 0);
    out[to + x] = (upper + lower + 2) >> 2;
  }
}

/** Sums over any upright rectangle in four look-ups; what lies outside the raster counts nothing. */
export function sumTable({ data, width, height }: Raster): (x0: number, y0: number, x1: number, y1: number) => number {
  const stride = width + 1;
  const table = zeroedWords(stride * (height + 1));
  for (let y = 0; y < height; y++) sumRow(data, y * width, width, table, (y + 1) * stride + 1);
  return (x0, y0, x1, y1) => {
    const left = x0 > 0 ? x0 : 0;
    const right = x1 < width ? x1 : width;
    const top = (y0 > 0 ? y0 : 0) * stride;
    const bottom = (y1 < height ? y1 : height) * stride;
    if (right <= left || bottom <= top) return 0;
    return (table[bottom + right] ?? 0) - (table[top + right] ?? 0) - (table[bottom + left] ?? 0) + (table[top + left] ?? 0);
  };
}

function sumRow(data: Uint8Array, start: number, width: number, table: Uint32Array, to: number): void {
  const above = to - width - 1;
  let run = 0;
  for (let x = 0; x < width; x++) {
    run += data[start + x] ?? 0;
    table[to + x] = (table[above + x] ?? 0) + run;
  }
}
