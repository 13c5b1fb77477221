import type { Raster } from './raster.ts';

/** Where a straight row of samples begins and how it goes on, in 65536ths of a pixel. */
export interface SampledLine {
  x: number;
  y: number;
  stepX: number;
  stepY: number;
}

export interface Samples {
  data: Uint8Array;
  /** Index of the first. */
  at: number;
  count: number;
}

export const unit = 65_536;

/** Bilinear samples of a raster of one channel; what lies outside stays as it was. */
export function sampleGrey({ data, width, height }: Raster, line: SampledLine, { data: out, at: start, count }: Samples): void {
  const lastColumn = width - 1;
  const lastRow = height - 1;
  // Whole numbers, whatever was rounded to them.
  const stepX = line.stepX | 0;
  const stepY = line.stepY | 0;
  let x = line.x | 0;
  let y = line.y | 0;
  for (let to = start; to < start + count; to++, x += stepX, y += stepY) {
    const left = x >> 16;
    const top = y >> 16;
    if (left < 0 || top < 0 || left >= lastColumn || top >= lastRow) continue;
    const right = (x >> 8) & 255;
    const low = (y >> 8) & 255;
    const at = top * width + left;
    const upper = ((data[at] ?? 0) << 8) + ((data[at + 1] ?? 0) - (data[at] ?? 0)) * right;
    const lower = ((data[at + width] ?? 0) << 8) + ((data[at + width + 1] ?? 0) - (data[at + width] ?? 0)) * right;
    out[to] = ((upper << 8) + (lower - upper) * low + 32_768) >> 16;
  }
}

export interface Pixels {
  data: Uint32Array;
  width: number;
  height: number;
}

const redAndBlue = 0x00_ff_00_ff;
const green = 0x00_00_ff_00;
const opaque = 0xff_00_00_00;

/** The same of a picture, whose pixels are words: red and blue are blended in one go, green by itself. */
export function sampleColour({ data, width, height }: Pixels, line: SampledLine, { data: out, at: start, count }: { data: Uint32Array; at: number; count: number }): void {
  const lastColumn = width - 1;
  const lastRow = height - 1;
  const stepX = line.stepX | 0;
  const stepY = line.stepY | 0;
  let x = line.x | 0;
  let y = line.y | 0;
  for (let to = start; to < start + count; to++, x += stepX, y += stepY) {
    const left = x >> 16;
    const top = y >> 16;
    if (left < 0 || top < 0 || left >= lastColumn || top >= lastRow) continue;
    const right = (x >> 8) & 255;
    const low = (y >> 8) & 255;
    // Four weights that add up to 256.
    const lowerRight = (right * low + 128) >> 8;
    const lowerLeft = low - lowerRight;
    const upperRight = right - lowerRight;
    const upperLeft = 256 - right - lowerLeft;
    const at = top * width + left;
    const a = data[at] ?? 0;
    const b = data[at + 1] ?? 0;
    const c = data[at + width] ?? 0;
    const d = data[at + width + 1] ?? 0;
    const outer =
      Math.imul(a & redAndBlue, upperLeft) + Math.imul(b & redAndBlue, upperRight) + Math.imul(c & redAndBlue, lowerLeft) + Math.imul(d & redAndBlue, lowerRight);
    const inner =
      Math.imul((a & green) >> 8, upperLeft) + Math.imul((b & green) >> 8, upperRight) + Math.imul((c & green) >> 8, lowerLeft) + Math.imul((d & green) >> 8, lowerRight);
    out[to] = opaque | (((outer + 0x80_00_80) >>> 8) & redAndBlue) | ((inner + 0x80) & green);
  }
}
