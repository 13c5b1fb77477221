import type { Point, Raster } from './raster.ts';
import { type SampledLine, sampleGrey, unit } from './sample-line.ts';
import { zeroedBytes } from './sheet-memory.ts';
import { addEquation, solveLinear } from './solve-linear.ts';

/** Where something was issued, and where it is seen; in pixels of the straightened page. */
export interface Sighting {
  issued: Point;
  seen: Point;
  weight: number;
}

/** How far the sheet's bends shift what stands at a place. */
export type Bend = (at: Point) => Point;

const stiffness = 0.5;
const outlierPixels = 3;
const rounds = 4;

/** The smooth bend (cubic in both directions) that explains the sightings; those that it cannot explain are left out. */
export function fitBend(sightings: readonly Sighting[], width: number, height: number): Bend | null {
  const terms = (at: Point) => termsAt((2 * at.x) / width - 1, (2 * at.y) / height - 1);
  let kept = sightings;
  let bend: Bend | null = null;
  for (let round = 0; round < rounds; round++) {
    const across = fitted(kept, terms, ({ issued, seen }) => seen.x - issued.x);
    const down = fitted(kept, terms, ({ issued, seen }) => seen.y - issued.y);
    if (!across || !down) return null;
    const smooth: Bend = (at) => ({ x: dot(terms(at), across), y: dot(terms(at), down) });
    bend = smooth;
    const limit = outlierPixels * (rounds - round);
    kept = sightings.filter(({ issued, seen }) => {
      const shift = smooth(issued);
      return Math.hypot(seen.x - issued.x - shift.x, seen.y - issued.y - shift.y) < limit;
    });
  }
  return bend;
}

function termsAt(x: number, y: number): number[] {
  return [1, x, y, x * x, x * y, y * y, x * x * x, x * x * y, x * y * y, y * y * y];
}

function fitted(sightings: readonly Sighting[], terms: (at: Point) => number[], wanted: (sighting: Sighting) => number): number[] | null {
  const rows = Array.from({ length: 10 }, () => new Float64Array(11));
  for (const sighting of sightings) addEquation(rows, [...terms(sighting.issued), wanted(sighting)], sighting.weight);
  // Where nothing is printed nothing is known: there the sheet is taken to be stiff.
  rows.forEach((row, at) => {
    if (at > 2) row[at] = (row[at] ?? 0) + stiffness;
  });
  return solveLinear(rows);
}

const dot = (a: readonly number[], b: readonly number[]): number => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

const cell = 16;

/** Pictures of a page as if the sheet were flat. The bend is worked out for a grid and taken as straight between its knots. */
export function flatten(rasters: readonly Raster[], bend: Bend): Raster[] {
  const [{ width, height } = { width: 0, height: 0 }] = rasters;
  const flattened = rasters.map((raster) => ({ raster, data: zeroedBytes(width * height) }));
  const columns = Math.ceil(width / cell) + 1;
  const knots = Array.from({ length: (Math.ceil(height / cell) + 1) * columns }, (_, at) =>
    bend({ x: (at % columns) * cell, y: Math.floor(at / columns) * cell }),
  );
  const still = { x: 0, y: 0 };
  for (let y = 0; y < height; y++) {
    const above = Math.floor(y / cell) * columns;
    const low = (y % cell) / cell;
    let left = between(knots[above] ?? still, knots[above + columns] ?? still, low);
    for (let column = 0; column < columns - 1; column++) {
      const right = between(knots[above + column + 1] ?? still, knots[above + columns + column + 1] ?? still, low);
      const x = column * cell;
      const line = lineFrom({ x: x + left.x, y: y + left.y }, right.x - left.x, right.y - left.y);
      const count = Math.min(cell, width - x);
      for (const { raster, data } of flattened) sampleGrey(raster, line, { data, at: y * width + x, count });
      left = right;
    }
  }
  return flattened.map(({ data }) => ({ data, width, height }));
}

const lineFrom = ({ x, y }: Point, bentX: number, bentY: number): SampledLine => ({
  x: Math.round(x * unit),
  y: Math.round(y * unit),
  stepX: Math.round(unit + (bentX / cell) * unit),
  stepY: Math.round((bentY / cell) * unit),
});

const between = (a: Point, b: Point, share: number): Point => ({ x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share });

/** Bilinear; the place must lie inside. */
export function blended(data: Uint8Array, width: number, x: number, y: number): number {
  const left = x | 0;
  const top = y | 0;
  const right = x - left;
  const low = y - top;
  const at = top * width + left;
  const upper = (data[at] ?? 0) * (1 - right) + (data[at + 1] ?? 0) * right;
  const lower = (data[at + width] ?? 0) * (1 - right) + (data[at + width + 1] ?? 0) * right;
  return upper * (1 - low) + lower * low + 0.5;
}
