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
  const [lastColumn, lastRow] = [width - 1, height - 1];
  const { stepX, stepY } = line;
  let [x, y] = [line.x, line.y];
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

/** The same of a picture of three channels. */
export function sampleColour({ data, width, height }: Raster, line: SampledLine, { data: out, at: start, count }: Samples): void {
  const [lastColumn, lastRow, row] = [width - 1, height - 1, width * 3];
  const { stepX, stepY } = line;
  let [x, y] = [line.x, line.y];
  for (let to = start; to < start + 3 * count; to += 3, x += stepX, y += stepY) {
    const left = x >> 16;
    const top = y >> 16;
    if (left < 0 || top < 0 || left >= lastColumn || top >= lastRow) continue;
    const right = (x >> 8) & 255;
    const low = (y >> 8) & 255;
    const lowerRight = right * low;
    const lowerLeft = (low << 8) - lowerRight;
    const upperRight = (right << 8) - lowerRight;
    const upperLeft = 65_536 - lowerLeft - upperRight - lowerRight;
    const a = top * row + left * 3;
    const c = a + row;
    const red = (data[a] ?? 0) * upperLeft + (data[a + 3] ?? 0) * upperRight + (data[c] ?? 0) * lowerLeft + (data[c + 3] ?? 0) * lowerRight;
    const green = (data[a + 1] ?? 0) * upperLeft + (data[a + 4] ?? 0) * upperRight + (data[c + 1] ?? 0) * lowerLeft + (data[c + 4] ?? 0) * lowerRight;
    const blue = (data[a + 2] ?? 0) * upperLeft + (data[a + 5] ?? 0) * upperRight + (data[c + 2] ?? 0) * lowerLeft + (data[c + 5] ?? 0) * lowerRight;
    out[to] = (red + 32_768) >> 16;
    out[to + 1] = (green + 32_768) >> 16;
    out[to + 2] = (blue + 32_768) >> 16;
  }
}
