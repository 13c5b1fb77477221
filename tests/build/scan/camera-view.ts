import { homography, type Homography, type Point, seenAt } from './homography';
import { between } from './pick';
import type { Capture } from './scan-looks';

export interface View {
  width: number;
  height: number;
  /** From a pixel of the picture to the sheet, whose sides are 1 and 1. */
  toSheet: Homography;
  /** From the sheet to the picture: where its corners and its marks are seen. */
  toPicture: Homography;
}

const unit: Point[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
];
const sheet = { width: 210, height: 297 };

/** How the sheet lies in the picture. */
export function cameraView(capture: Capture, random: () => number): View {
  const upright = capture.device === 'phone' ? phoneCorners(capture, random) : scannerCorners(capture, random);
  const turns = capture.turnsInHeader ? 0 : capture.quarterTurns;
  const isLying = turns % 2 === 1;
  const [width, height] = isLying ? [capture.height, capture.width] : [capture.width, capture.height];
  const corners = upright.map((corner) => turned(corner, { turns, width: capture.width, height: capture.height }));
  return { width, height, toSheet: homography(corners, unit), toPicture: homography(unit, corners) };
}

function turned([x, y]: Point, { turns, width, height }: { turns: number; width: number; height: number }): Point {
  if (turns === 1) return [height - y, x];
  if (turns === 2) return [width - x, height - y];
  return turns === 3 ? [y, width - x] : [x, y];
}

/** On the glass, a little beside its corner. */
function scannerCorners({ width, height, crooked }: Capture, random: () => number): Point[] {
  const pixels = width / sheet.width;
  const [aside, below] = [between(-1.5, 1.5, random) * pixels, between(-1.5, 1.5, random) * pixels];
  return unit.map(([x, y]) => {
    const [turnedX, turnedY] = rotated([(x - 0.5) * sheet.width * pixels, (y - 0.5) * sheet.height * pixels], crooked);
    return [width / 2 + aside + turnedX, height / 2 + below + turnedY];
  });
}

/** Seen from a hand's height above a desk, with the whole sheet in the picture. */
function phoneCorners({ width, height, crooked, tilt }: Capture, random: () => number): Point[] {
  const distance = 380;
  const seen = unit.map(([x, y]): Point => {
    const [flatX, flatY] = rotated([(x - 0.5) * sheet.width, (y - 0.5) * sheet.height], crooked);
    const [sideways, forwards] = tilt.map((degrees) => (degrees * Math.PI) / 180);
    const depthX = flatX * Math.sin(sideways ?? 0);
    const depthY = flatY * Math.sin(forwards ?? 0);
    const scale = distance / (distance + depthX + depthY);
    return [flatX * Math.cos(sideways ?? 0) * scale, flatY * Math.cos(forwards ?? 0) * scale];
  });
  const [xs, ys] = [seen.map(([x]) => x), seen.map(([, y]) => y)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const scale = Math.min(width / (right - left), height / (bottom - top)) * between(0.86, 0.97, random);
  const spareX = (width - (right - left) * scale) * between(0.25, 0.75, random);
  const spareY = (height - (bottom - top) * scale) * between(0.25, 0.75, random);
  return seen.map(([x, y]): Point => [(x - left) * scale + spareX, (y - top) * scale + spareY]);
}

function rotated([x, y]: Point, degrees: number): Point {
  const angle = (degrees * Math.PI) / 180;
  return [x * Math.cos(angle) - y * Math.sin(angle), x * Math.sin(angle) + y * Math.cos(angle)];
}

/** Where a place of the sheet, both of 1, is seen. */
export const seenPlace = (view: View, place: Point): Point => seenAt(view.toPicture, place);
