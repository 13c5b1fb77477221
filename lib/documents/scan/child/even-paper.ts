import type { Picture } from './raster.ts';

const block = 32;
/** Most of a block of text is paper: this share of its pixels is at least as bright as the paper's darker grain. */
const paperShare = 0.2;
const least = 30;
/** Of the 256 pixels of a block that are looked at. */
const leastSeen = 40;

export interface Light {
  /** Brightness of the paper in the darkest and in the brightest part of the page, of 255. */
  darkest: number;
  brightest: number;
}

/** How bright the paper is all over the page: shadows, yellow lamps and grey paper are no ink. */
export function paperOf(picture: Picture) {
  const [red, green, blue] = [0, 1, 2].map((channel) => smoothed(blocksOf(picture, channel)));
  if (!red || !green || !blue) throw new Error('a picture has three channels');
  const light: Light = { darkest: green.quantile(0.05), brightest: green.quantile(0.95) };
  return { light, gains: (y: number): Gains => ({ red: red.row(y), green: green.row(y), blue: blue.row(y) }) };
}

/** What every fourth pixel of a row has to be multiplied by for its paper to be white. */
export interface Gains {
  red: Float32Array;
  green: Float32Array;
  blue: Float32Array;
}

interface Grid {
  cells: Float32Array;
  columns: number;
  rows: number;
  width: number;
}

/** The paper's brightness in every block. */
function blocksOf({ data, width, height }: Picture, channel: number): Grid {
  const [columns, rows] = [Math.ceil(width / block), Math.ceil(height / block)];
  const cells = new Float32Array(columns * rows);
  const histogram = new Uint32Array(256);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      histogram.fill(0);
      const end = Math.min(width, (column + 1) * block);
      let count = 0;
      for (let y = row * block; y < Math.min(height, (row + 1) * block); y += 2) {
        count += countRow(data, (y * width + column * block) * 4, (y * width + end) * 4, channel, histogram);
      }
      cells[row * columns + column] = count < leastSeen ? Number.NaN : Math.max(least, brighterThan(histogram, count * paperShare));
    }
  }
  return { cells: completed(cells, columns, rows), columns, rows, width };
}

/** Blocks that lie outside the picture are as bright as those beside them. */
function completed(cells: Float32Array, columns: number, rows: number): Float32Array {
  let known = cells;
  for (let round = 0; round < columns + rows && known.some(Number.isNaN); round++) {
    const before = known;
    known = before.map((own, index) => (Number.isNaN(own) ? besides(before, index % columns, Math.floor(index / columns), { columns, rows }) : own));
  }
  return known.map((own) => (Number.isNaN(own) ? 255 : own));
}

function besides(cells: Float32Array, column: number, row: number, { columns, rows }: { columns: number; rows: number }): number {
  let brightest = Number.NaN;
  for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
      const value = cells[y * columns + x] ?? Number.NaN;
      if (!(value <= brightest)) brightest = Number.isNaN(value) ? brightest : value;
    }
  }
  return brightest;
}

/** Every other pixel that lies in the picture; answers how many. `channel` is counted from 0. */
function countRow(data: Uint8Array, start: number, end: number, channel: number, histogram: Uint32Array): number {
  let count = 0;
  for (let at = start; at < end; at += 8) {
    if (data[at + 3] === 0) continue;
    const value = data[at + channel] ?? 0;
    histogram[value] = (histogram[value] ?? 0) + 1;
    count++;
  }
  return count;
}

function brighterThan(histogram: Uint32Array, share: number): number {
  let [seen, value] = [0, 255];
  for (; value > 0; value--) {
    seen += histogram[value] ?? 0;
    if (seen > share) break;
  }
  return value;
}

/** Blocks that ink or a picture fills take over the paper beside them. */
function smoothed(grid: Grid) {
  const { cells, columns, rows, width } = grid;
  const at = (column: number, row: number): number =>
    cells[Math.max(0, Math.min(rows - 1, row)) * columns + Math.max(0, Math.min(columns - 1, column))] ?? 255;
  const calm = Float32Array.from(cells, (own, index) => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    let brightest = own;
    for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) brightest = Math.max(brightest, at(column + dx, row + dy));
    return (own + brightest) / 2;
  });
  const calmAt = (column: number, row: number): number => calm[row * columns + column] ?? 255;
  return {
    row(y: number): Float32Array {
      const along = Math.max(0, Math.min(rows - 1, (y + 0.5) / block - 0.5));
      const upper = Math.floor(along);
      const lower = Math.min(rows - 1, upper + 1);
      const share = along - upper;
      const gains = new Float32Array((width >> 2) + 1);
      for (let quarter = 0; quarter < gains.length; quarter++) {
        const across = Math.max(0, Math.min(columns - 1, (4 * quarter + 2) / block - 0.5));
        const left = Math.floor(across);
        const right = Math.min(columns - 1, left + 1);
        const part = across - left;
        const above = calmAt(left, upper) * (1 - part) + calmAt(right, upper) * part;
        const below = calmAt(left, lower) * (1 - part) + calmAt(right, lower) * part;
        gains[quarter] = 255 / (above * (1 - share) + below * share);
      }
      return gains;
    },
    quantile(share: number): number {
      return [...calm].sort((a, b) => a - b)[Math.floor(share * (calm.length - 1))] ?? 255;
    },
  };
}
