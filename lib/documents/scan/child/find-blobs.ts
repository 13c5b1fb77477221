import { type Raster, sumTable } from './raster.ts';
import { zeroedBytes, zeroedWords } from './sheet-memory.ts';

/** A connected dark patch that looks like a solid square of any angle. */
export interface Blob {
  x: number;
  y: number;
  area: number;
  /** Mean value of its pixels. */
  value: number;
}

/** Darker than this share of its surroundings is ink. */
const inkShare = 0.74;
/** Surroundings reach this share of the longer edge, and at least some pixels of a small part. */
const surroundings = 1 / 55;
const leastReach = 20;
const smallestArea = 22;
/** A square's side is at most this share of the longer edge. */
const largestSide = 1 / 30;
const leastLargest = 40;

/** Solid dark squares of a sensible size anywhere in the picture, darkest first. */
export function findBlobs(picture: Raster): Blob[] {
  const dark = darkPixels(picture);
  const stack = zeroedWords(picture.data.length);
  const largest = Math.max(leastLargest, Math.max(picture.width, picture.height) * largestSide) ** 2;
  const blobs: Blob[] = [];
  for (let at = 0; at < dark.length; at++) {
    if (dark[at] !== 1) continue;
    const patch = measure(picture, dark, stack, at);
    if (patch.area >= smallestArea && patch.area <= largest && isSquare(patch)) {
      blobs.push({ x: patch.x, y: patch.y, area: patch.area, value: patch.value });
    }
  }
  return blobs.sort((a, b) => a.value - b.value);
}

/** 1 where a pixel is clearly darker than what is around it, whatever the light. */
function darkPixels(picture: Raster): Uint8Array {
  const { data, width, height } = picture;
  const sum = sumTable(picture);
  const reach = Math.max(leastReach, Math.round(Math.max(width, height) * surroundings));
  const dark = zeroedBytes(data.length);
  // The mean of a square of pixels changes slowly: one for every four pixels is enough.
  for (let y = 0; y < height; y++) markRow(data, dark, y * width, { width, reach, top: Math.max(0, y - reach), bottom: Math.min(height, y + reach + 1), sum });
  return dark;
}

interface Around {
  width: number;
  reach: number;
  top: number;
  bottom: number;
  sum: ReturnType<typeof sumTable>;
}

function markRow(data: Uint8Array, dark: Uint8Array, start: number, { width, reach, top, bottom, sum }: Around): void {
  for (let x = 0; x < width; x += 4) {
    const left = x > reach ? x - reach : 0;
    const right = x + reach < width ? x + reach + 1 : width;
    const limit = (sum(left, top, right, bottom) * inkShare) / ((right - left) * (bottom - top)) - 4;
    const end = start + (x + 4 < width ? x + 4 : width);
    for (let at = start + x; at < end; at++) if ((data[at] ?? 0) < limit) dark[at] = 1;
  }
}

interface Patch extends Blob {
  /** Second moments about the middle. */
  xx: number;
  yy: number;
  xy: number;
}

function measure({ data, width }: Raster, dark: Uint8Array, stack: Uint32Array, start: number): Patch {
  let depth = 1;
  let area = 0;
  let sumX = 0;
  let sumY = 0;
  let sumXX = 0;
  let sumYY = 0;
  let sumXY = 0;
  let sumValue = 0;
  stack[0] = start;
  dark[start] = 2;
  const originX = start % width;
  const originY = Math.floor(start / width);
  while (depth > 0) {
    const at = stack[--depth] ?? 0;
    const y = Math.floor(at / width);
    const dx = at - y * width - originX;
    const dy = y - originY;
    area++;
    sumX += dx;
    sumY += dy;
    sumXX += dx * dx;
    sumYY += dy * dy;
    sumXY += dx * dy;
    sumValue += data[at] ?? 0;
    const column = dx + originX;
    if (column > 0 && dark[at - 1] === 1) depth = push(stack, dark, depth, at - 1);
    if (column < width - 1 && dark[at + 1] === 1) depth = push(stack, dark, depth, at + 1);
    if (dark[at - width] === 1) depth = push(stack, dark, depth, at - width);
    if (dark[at + width] === 1) depth = push(stack, dark, depth, at + width);
  }
  const meanX = sumX / area;
  const meanY = sumY / area;
  return {
    x: originX + meanX + 0.5,
    y: originY + meanY + 0.5,
    area,
    value: sumValue / area,
    xx: sumXX / area - meanX * meanX,
    yy: sumYY / area - meanY * meanY,
    xy: sumXY / area - meanX * meanY,
  };
}

function push(stack: Uint32Array, dark: Uint8Array, depth: number, at: number): number {
  dark[at] = 2;
  stack[depth] = at;
  return depth + 1;
}

/** A solid square of area A has second moments that add up to A/6, however it is turned; text and rings have more. */
function isSquare({ area, xx, yy, xy }: Patch): boolean {
  const spread = ((xx + yy) * 6) / area;
  const stretch = Math.hypot(xx - yy, 2 * xy) / (xx + yy || 1);
  return spread < 1.3 && stretch < 0.42;
}
