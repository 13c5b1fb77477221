import type { Ring } from './find-ring.ts';
import { grown } from './page-layout.ts';
import type { Inks } from './part-inks.ts';
import { emptyRaster, type Raster, type Rect } from './raster.ts';
import { fillDisc } from './seal-discs.ts';

interface ToPart {
  inks: Inks;
  discs: readonly Ring[];
  /** What is pressed there, round or not, is the seal check's business. */
  sealPlace: Rect | null;
  pixelsPerPoint: number;
}

export interface PartedPrint {
  /** Print, and what a pen of whatever colour wrote over it or beside it. */
  ink: Raster;
  /** 1 where a seal's ink, or the coloured rim of something, hides what is printed. */
  hidden: Raster;
}

/** Ink so much stronger in one colour than in all is coloured. */
const colouredInk = 60;
const redInk = 30;
const aroundSealPlace = 45;
/** Of nine pixels: a pen's stroke is this solid; the coloured rims that scanners and JPEG leave on black are not. */
const solid = 6;

/** Tells what a coloured pen wrote from what a seal covers. */
export function partPrint({ inks, discs, sealPlace, pixelsPerPoint }: ToPart): PartedPrint {
  const { any, black, red } = inks;
  const { width, height } = any;
  const coloured = colouredPixels(inks);
  const sealed = sealedZone(width, height, { discs, sealPlace, pixelsPerPoint });
  const ink = { data: black.data.slice(), width, height };
  for (let y = 1; y < height - 1; y++) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at++) {
      if (coloured.data[at] !== 1 || (sealed.data[at] === 1 && (red.data[at] ?? 0) >= redInk)) continue;
      if (isSolid(coloured.data, at, width)) reveal(at);
    }
  }
  const hidden = emptyRaster(width, height);
  for (let at = 0; at < hidden.data.length; at++) if (coloured.data[at] === 1 && ink.data[at] === black.data[at]) hidden.data[at] = 1;
  return { ink, hidden };

  /** A solid place shows itself and what touches it. */
  function reveal(middle: number): void {
    for (let row = middle - width; row <= middle + width; row += width) {
      for (let at = row - 1; at <= row + 1; at++) ink.data[at] = any.data[at] ?? 0;
    }
  }
}

export function colouredPixels({ any, black }: Inks): Raster {
  const coloured = emptyRaster(any.width, any.height);
  for (let at = 0; at < any.data.length; at++) {
    if ((any.data[at] ?? 0) - (black.data[at] ?? 0) > colouredInk) coloured.data[at] = 1;
  }
  return coloured;
}

function isSolid(coloured: Uint8Array, middle: number, width: number): boolean {
  let count = 0;
  for (let row = middle - width; row <= middle + width; row += width) {
    for (let at = row - 1; at <= row + 1; at++) count += coloured[at] ?? 0;
  }
  return count >= solid;
}

function sealedZone(width: number, height: number, { discs, sealPlace, pixelsPerPoint }: Omit<ToPart, 'inks'>): Raster {
  const zone = emptyRaster(width, height);
  const scaled = ({ x, y, radius }: Ring): Ring => ({ x: x * pixelsPerPoint, y: y * pixelsPerPoint, radius: radius * pixelsPerPoint });
  for (const disc of discs) fillDisc(zone, scaled(disc), 1);
  if (!sealPlace) return zone;
  const place = grown(sealPlace, aroundSealPlace);
  const [left, right] = [place.x, place.x + place.width].map((x) => Math.max(0, Math.min(width, Math.round(x * pixelsPerPoint))));
  const [top, bottom] = [place.y, place.y + place.height].map((y) => Math.max(0, Math.min(height, Math.round(y * pixelsPerPoint))));
  for (let y = top ?? 0; y < (bottom ?? 0); y++) zone.data.fill(1, y * width + (left ?? 0), y * width + (right ?? 0));
  return zone;
}
