import type { Picture } from './raster.ts';

const block = 32;
/** Most of a block of text is paper: this share of its pixels is at least as bright as the paper's darker grain. */
const paperShare = 0.2;
const least = 30;

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
      let count = 0;
      for (let y = row * block; y < Math.min(height, (row + 1) * block); y += 2) {
        for (let x = column * block; x < Math.min(width, (column + 1) * block); x += 2, count++) {
          const value = data[(y * width + x) * 3 + channel] ?? 0;
          histogram[value] = (histogram[value] ?? 0) + 1;
        }
      }
      cells[row * columns + column] = Math.max(least, brighterThan(histogram, count * paperShare));
    }
  }
  return { cells, columns, rows, width };
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
