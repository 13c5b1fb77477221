import { applied, type Homography } from './homography.ts';
import type { Picture, Raster, Rect } from './raster.ts';

interface Window {
  /** What part of the issued page, in points. */
  part: Rect;
  pixelsPerPoint: number;
  channels: 1 | 3;
}

/** A part of the page as if the sheet lay straight and flat; what lies outside the picture is white. */
export function straighten(picture: Picture | Raster, toPicture: Homography, { part, pixelsPerPoint, channels }: Window): Picture {
  const width = Math.max(1, Math.round(part.width * pixelsPerPoint));
  const height = Math.max(1, Math.round(part.height * pixelsPerPoint));
  const data = new Uint8Array(width * height * channels).fill(255);
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0, g = 0, h = 0, i = 1] = toPicture;
  const step = 1 / pixelsPerPoint;
  const limits = { right: picture.width - 1, bottom: picture.height - 1 };
  for (let row = 0; row < height; row++) {
    const y = part.y + (row + 0.5) * step;
    const x0 = part.x + 0.5 * step;
    let across = a * x0 + b * y + c;
    let down = d * x0 + e * y + f;
    let depth = g * x0 + h * y + i;
    let to = row * width * channels;
    for (let column = 0; column < width; column++, to += channels) {
      const fromX = across / depth - 0.5;
      const fromY = down / depth - 0.5;
      across += a * step;
      down += d * step;
      depth += g * step;
      if (fromX >= 0 && fromY >= 0 && fromX < limits.right && fromY < limits.bottom) blend(picture, fromX, fromY, data, to, channels);
    }
  }
  return { data, width, height };
}

/** Bilinear, in 256ths. */
function blend(picture: Raster, x: number, y: number, out: Uint8Array, to: number, channels: number): void {
  const data = picture.data;
  const left = x | 0;
  const top = y | 0;
  const right = ((x - left) * 256) | 0;
  const low = ((y - top) * 256) | 0;
  const row = picture.width * channels;
  const a = top * row + left * channels;
  const b = a + channels;
  const c = a + row;
  const d = c + channels;
  const lowerRight = right * low;
  const lowerLeft = (low << 8) - lowerRight;
  const upperRight = (right << 8) - lowerRight;
  const upperLeft = 65536 - lowerLeft - upperRight - lowerRight;
  for (let channel = 0; channel < channels; channel++) {
    const upper = (data[a + channel] ?? 0) * upperLeft + (data[b + channel] ?? 0) * upperRight;
    const lower = (data[c + channel] ?? 0) * lowerLeft + (data[d + channel] ?? 0) * lowerRight;
    out[to + channel] = (upper + lower + 32768) >> 16;
  }
}

/** How many pixels of the picture a point of the page takes, in the middle of the page. */
export function pixelsPerPoint(toPicture: Homography, { x, y }: { x: number; y: number }): number {
  const middle = applied(toPicture, { x, y });
  const right = applied(toPicture, { x: x + 1, y });
  const below = applied(toPicture, { x, y: y + 1 });
  const [ux, uy, vx, vy] = [right.x - middle.x, right.y - middle.y, below.x - middle.x, below.y - middle.y];
  return Math.sqrt(Math.abs(ux * vy - uy * vx));
}
