import { applied, type Homography } from './homography.ts';
import type { Picture, Point, Raster, Rect } from './raster.ts';
import { type SampledLine, sampleColour, sampleGrey, unit } from './sample-line.ts';
import { zeroedBytes, zeroedWords } from './sheet-memory.ts';

interface Window {
  /** What part of the issued page, in points. */
  part: Rect;
  pixelsPerPoint: number;
}

/** So many pixels of a row are taken as evenly spaced: what perspective does between them is less than a hundredth of a pixel. */
const span = 16;

/** A part of the page as if the sheet lay straight and flat; what lies outside the picture is white, with a fourth byte of 0. */
export function straighten(picture: Picture, toPicture: Homography, window: Window): Picture {
  const { width, height } = sizeOf(window);
  const out = zeroedWords(width * height).fill(0x00_ff_ff_ff);
  const from = { data: inWords(picture.data), width: picture.width, height: picture.height };
  alongRows(toPicture, window, (line, at, count) => sampleColour(from, line, { data: out, at, count }));
  return { data: new Uint8Array(out.buffer), width, height };
}

/** The same of one channel. */
export function straightenGrey(raster: Raster, toPicture: Homography, window: Window): Raster {
  const { width, height } = sizeOf(window);
  const data = zeroedBytes(width * height).fill(255);
  alongRows(toPicture, window, (line, at, count) => sampleGrey(raster, line, { data, at, count }));
  return { data, width, height };
}

const inWords = ({ buffer, byteOffset, byteLength }: Uint8Array): Uint32Array => new Uint32Array(buffer, byteOffset, byteLength >> 2);

const sizeOf = ({ part, pixelsPerPoint }: Window) => ({
  width: Math.max(1, Math.round(part.width * pixelsPerPoint)),
  height: Math.max(1, Math.round(part.height * pixelsPerPoint)),
});

/** Where in the picture each row of the window lies, piece by piece. */
function alongRows(toPicture: Homography, window: Window, take: (line: SampledLine, at: number, count: number) => void): void {
  const { width, height } = sizeOf(window);
  const { part, pixelsPerPoint } = window;
  const step = 1 / pixelsPerPoint;
  const alongRow = (row: number): void => {
    const y = part.y + (row + 0.5) * step;
    let from = applied(toPicture, { x: part.x + 0.5 * step, y });
    for (let column = 0; column < width; column += span) {
      const to = applied(toPicture, { x: part.x + (column + span + 0.5) * step, y });
      take(lineBetween(from, to), row * width + column, Math.min(span, width - column));
      from = to;
    }
  };
  for (let row = 0; row < height; row++) alongRow(row);
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
