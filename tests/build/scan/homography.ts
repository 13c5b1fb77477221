export type Point = [x: number, y: number];

/** Nine numbers; a place goes to ((ax + by + c) / (gx + hy + i), (dx + ey + f) / (gx + hy + i)). */
export type Homography = [number, number, number, number, number, number, number, number, number];

/** The view that takes these four corners to those four. */
export function homography(from: Point[], to: Point[]): Homography {
  const rows = from.flatMap(([x, y], index) => {
    const [u, v] = to[index] ?? [0, 0];
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ];
  });
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solved(rows);
  return [a, b, c, d, e, f, g, h, 1];
}

/** Gauss and Jordan: each row holds the factors and, last, what they come to. */
function solved(rows: number[][]): number[] {
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const below = rows.slice(column);
    const pivot = below.reduce((best, row) => (Math.abs(row[column] ?? 0) > Math.abs(best[column] ?? 0) ? row : best));
    rows.splice(rows.indexOf(pivot), 1);
    const scale = pivot[column] ?? 1;
    const unit = pivot.map((value) => value / scale);
    rows.splice(column, 0, unit);
    rows.forEach((row, index) => {
      const factor = row[column] ?? 0;
      if (index !== column) rows[index] = row.map((value, at) => value - factor * (unit[at] ?? 0));
    });
  }
  return rows.map((row) => row[size] ?? 0);
}

export function seenAt([a, b, c, d, e, f, g, h, i]: Homography, [x, y]: Point): Point {
  const depth = g * x + h * y + i;
  return [(a * x + b * y + c) / depth, (d * x + e * y + f) / depth];
}
