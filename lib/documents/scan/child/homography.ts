import type { Point } from './raster.ts';
import { addEquation, solveLinear } from './solve-linear.ts';

/** Nine numbers, row by row: how a flat sheet lies in a picture. */
export type Homography = readonly number[];

export interface Pair {
  from: Point;
  to: Point;
  weight?: number;
}

export function applied(matrix: Homography, { x, y }: Point): Point {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, i = 1] = matrix;
  const depth = g * x + h * y + i;
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth };
}

export function multiplied(left: Homography, right: Homography): number[] {
  return Array.from({ length: 9 }, (_, at) => {
    const row = 3 * Math.floor(at / 3);
    const column = at % 3;
    return [0, 1, 2].reduce((sum, k) => sum + (left[row + k] ?? 0) * (right[3 * k + column] ?? 0), 0);
  });
}

export function inverted(matrix: Homography): number[] {
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, i = 1] = matrix;
  const adjugate = [e * i - f * h, c * h - b * i, b * f - c * e, f * g - d * i, a * i - c * g, c * d - a * f, d * h - e * g, b * g - a * h, a * e - b * d];
  const determinant = a * (adjugate[0] ?? 0) + b * (adjugate[3] ?? 0) + c * (adjugate[6] ?? 0);
  return adjugate.map((value) => value / determinant);
}

/** The homography that takes the points nearest to their partners (least squares, scaled first); null when they do not determine one. */
export function fitHomography(pairs: readonly Pair[]): Homography | null {
  const fromScale = scaling(pairs.map(({ from }) => from));
  const toScale = scaling(pairs.map(({ to }) => to));
  const rows = Array.from({ length: 8 }, () => new Float64Array(9));
  for (const { from, to, weight = 1 } of pairs) {
    const { x, y } = applied(fromScale, from);
    const { x: u, y: v } = applied(toScale, to);
    addEquation(rows, [x, y, 1, 0, 0, 0, -u * x, -u * y, u], weight);
    addEquation(rows, [0, 0, 0, x, y, 1, -v * x, -v * y, v], weight);
  }
  const solved = solveLinear(rows);
  if (!solved) return null;
  const matrix = multiplied(multiplied(inverted(toScale), [...solved, 1]), fromScale);
  const last = matrix[8] ?? 0;
  return Math.abs(last) < 1e-12 ? null : matrix.map((value) => value / last);
}

function scaling(points: readonly Point[]): Homography {
  const middle = { x: mean(points.map(({ x }) => x)), y: mean(points.map(({ y }) => y)) };
  const spread = mean(points.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y)));
  const scale = Math.SQRT2 / (spread || 1);
  return [scale, 0, -scale * middle.x, 0, scale, -scale * middle.y, 0, 0, 1];
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
