import type { SheetExamination } from '../examination.ts';
import type { Light } from './even-paper.ts';
import { applied } from './homography.ts';
import type { Located } from './locate-page.ts';
import type { PageLayout } from './page-layout.ts';
import type { Picture, Point, Raster } from './raster.ts';

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

/** Two pixels of a sheet beside each other are seldom quite alike: paper and sensors have grain. Wiped and drawn pages have none. */
const stillShare = 0.95;
const leastPairs = 200;

/** Whether the blank parts of the page have no grain; a seal or a pen on them changes nothing. */
export function isStill({ data, width, height }: Picture, issuedInk: Raster): boolean {
  let alike = 0;
  let count = 0;
  for (let y = 40; y < height - 40; y += 8) {
    for (let x = 40; x < width - 40; x += 8) {
      const at = (y * width + x) * 4;
      if (data[at + 3] === 0 || data[at + 11] === 0 || hasInkNear(issuedInk, x, y)) continue;
      if (data[at + 1] === data[at + 9]) alike++;
      count++;
    }
  }
  return count >= leastPairs && alike > stillShare * count;
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

export function judgeKind(located: Located, light: Light, layout: PageLayout): 'photo' | 'flat_scan' {
  const skew = skewOf(located, layout);
  const shade = 1 - light.darkest / light.brightest;
  const isPhoto = skew > mostScannerSkew || located.errorPoints > mostScannerError || shade > mostScannerShade;
  return isPhoto ? 'photo' : 'flat_scan';
}

/** How far opposite edges differ in length. */
function skewOf(located: Located, layout: PageLayout): number {
  const corners = cornersOf(located, layout);
  const [top = 1, right = 1, bottom = 1, left = 1] = corners.map((corner, at) => {
    const next = corners[(at + 1) % 4] ?? corner;
    return Math.hypot(next.x - corner.x, next.y - corner.y);
  });
  return Math.max(Math.abs(top - bottom) / (top + bottom), Math.abs(left - right) / (left + right)) * 2;
}

/** In pixels: what corner squares of a drawn page are measured wrong. No printer and scanner together meet all corners so well. */
const mostDrawnError = 1;

/** Whether the issued page fills the picture to the pixel, whichever way up. */
export function fillsPicture(located: Located, { width, height }: Picture, layout: PageLayout): boolean {
  const away = (value: number, edge: number): number => Math.min(Math.abs(value), Math.abs(value - edge));
  return cornersOf(located, layout).every(({ x, y }) => Math.max(away(x, width), away(y, height)) < mostDrawnError);
}

const cornersOf = ({ toPicture }: Located, { width, height }: PageLayout): Point[] =>
  [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ].map((corner) => applied(toPicture, corner));
