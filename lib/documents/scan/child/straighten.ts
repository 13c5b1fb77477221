import { applied, type Homography } from './homography.ts';
import type { Picture, Point, Raster, Rect } from './raster.ts';
import { type SampledLine, sampleColour, sampleGrey, unit } from './sample-line.ts';

interface Window {
  /** What part of the issued page, in points. */
  part: Rect;
  pixelsPerPoint: number;
  channels: 1 | 3;
}

/** So many pixels of a row are taken as evenly spaced: what perspective does between them is less than a hundredth of a pixel. */
const span = 16;

/** A part of the page as if the sheet lay straight and flat; what lies outside the picture is white. */
export function straighten(picture: Picture | Raster, toPicture: Homography, { part, pixelsPerPoint, channels }: Window): Picture {
  const width = Math.max(1, Math.round(part.width * pixelsPerPoint));
  const height = Math.max(1, Math.round(part.height * pixelsPerPoint));
  const data = new Uint8Array(width * height * channels).fill(255);
  const sample = channels === 1 ? sampleGrey : sampleColour;
  const step = 1 / pixelsPerPoint;
  const placeOf = (column: number, y: number): Point => applied(toPicture, { x: part.x + (column + 0.5) * step, y });
  for (let row = 0; row < height; row++) {
    const y = part.y + (row + 0.5) * step;
    let from = placeOf(0, y);
    for (let column = 0; column < width; column += span) {
      const to = placeOf(column + span, y);
      const count = Math.min(span, width - column);
      sample(picture, lineBetween(from, to), { data, at: (row * width + column) * channels, count });
      from = to;
    }
  }
  return { data, width, height };
}

/** The middle of a pixel is half a pixel from its corner. */
function lineBetween(from: Point, to: Point): SampledLine {
  const share = unit / span;
  return {
    x: Math.round((from.x - 0.5) * unit),
    y: Math.round((from.y - 0.5) * unit),
    stepX: Math.round((to.x - from.x) * share),
    stepY: Math.round((to.y - from.y) * share),
  };
}

/** How many pixels of the picture a point of the page takes, in the middle of the page. */
export function pixelsPerPoint(toPicture: Homography, { x, y }: { x: number; y: number }): number {
  const middle = applied(toPicture, { x, y });
  const right = applied(toPicture, { x: x + 1, y });
  const below = applied(toPicture, { x, y: y + 1 });
  const [ux, uy, vx, vy] = [right.x - middle.x, right.y - middle.y, below.x - middle.x, below.y - middle.y];
  return Math.sqrt(Math.abs(ux * vy - uy * vx));
}
