import type { SheetExamination } from '../examination.ts';
import type { Light } from './even-paper.ts';
import { applied } from './homography.ts';
import type { Located } from './locate-page.ts';
import type { PageLayout } from './page-layout.ts';
import type { Picture, Raster } from './raster.ts';

type Quality = SheetExamination['quality'];

/** A grey picture has three equal channels; a colour one has grain in each, even where nothing is coloured. */
const colouredDifference = 2;
const colouredShare = 0.004;

/** Whether there is colour at all, grey steps, or nothing but black and white. */
export function judgeTone({ data }: Picture): Quality['tone'] {
  let coloured = 0;
  let between = 0;
  let count = 0;
  for (let at = 0; at + 2 < data.length; at += 28) {
    const r = data[at] ?? 0;
    const g = data[at + 1] ?? 0;
    const b = data[at + 2] ?? 0;
    if (Math.max(r, g, b) - Math.min(r, g, b) > colouredDifference) coloured++;
    if (g > 40 && g < 250) between++;
    count++;
  }
  if (coloured > colouredShare * count) return 'colour';
  return between > 0.08 * count ? 'grey' : 'black_and_white';
}

/** Grain of the paper where nothing is printed, of 255; zero where no scanner or camera was at work. */
export function paperGrain({ data, width, height }: Picture, issuedInk: Raster): number {
  let sum = 0;
  let count = 0;
  for (let y = 40; y < height - 40; y += 8) {
    for (let x = 40; x < width - 40; x += 8) {
      if (hasInkNear(issuedInk, x, y)) continue;
      const at = (y * width + x) * 4 + 1;
      const difference = (data[at] ?? 0) - (data[at + 8] ?? 0);
      sum += difference * difference;
      count++;
    }
  }
  return count === 0 ? 0 : Math.sqrt(sum / count / 2);
}

function hasInkNear({ data, width }: Raster, x: number, y: number): boolean {
  for (let dy = -12; dy <= 12; dy += 4) {
    for (let dx = -12; dx <= 12; dx += 4) if ((data[(y + dy) * width + x + dx] ?? 0) > 20) return true;
  }
  return false;
}

/** Lengths of opposite edges that differ, or the sheet's own curl, show a camera; a scanner only shifts and turns. */
const mostScannerSkew = 0.012;
const mostScannerError = 1.4;
const mostScannerShade = 0.16;

export function judgeKind(located: Located, light: Light, grain: number, layout: PageLayout): Quality['kind'] {
  const { skew, angle } = shapeOf(located, layout);
  const isStill = grain < 0.35;
  if (isStill && skew < 0.002 && angle < 0.0008 && light.darkest > 235) return 'born_digital';
  const shade = 1 - light.darkest / light.brightest;
  const isPhoto = skew > mostScannerSkew || located.errorPoints > mostScannerError || shade > mostScannerShade;
  return isPhoto ? 'photo' : 'flat_scan';
}

/** How far opposite edges differ in length, and how far the sheet is from lying straight (radians). */
function shapeOf({ toPicture }: Located, { width, height }: PageLayout): { skew: number; angle: number } {
  const corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ].map((corner) => applied(toPicture, corner));
  const [top = 1, right = 1, bottom = 1, left = 1] = corners.map((corner, at) => {
    const next = corners[(at + 1) % 4] ?? corner;
    return Math.hypot(next.x - corner.x, next.y - corner.y);
  });
  const [a, b] = corners;
  const angle = a && b ? Math.atan2(b.y - a.y, b.x - a.x) : 0;
  const quarter = Math.PI / 2;
  return {
    skew: Math.max(Math.abs(top - bottom) / (top + bottom), Math.abs(left - right) / (left + right)) * 2,
    angle: Math.abs(angle - Math.round(angle / quarter) * quarter),
  };
}
