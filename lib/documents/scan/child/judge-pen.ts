import type { InkVerdict } from '../examination.ts';
import type { Ring } from './find-ring.ts';
import type { Inks } from './part-inks.ts';
import { grown } from './page-layout.ts';
import type { Raster, Rect } from './raster.ts';

interface PenPlace {
  inks: Inks;
  /** Where the issued page itself has ink. */
  printed: Raster;
  place: Rect;
  pixelsPerPoint: number;
  /** A ring that may be a seal's; its ink is no handwriting. */
  ring: Ring | null;
  hasColour: boolean;
}

const penInk = 60;
/** Square points of ink: a dot and a smudge have less than the one, a single short character has more than the other. */
const smudge = 1;
const stroke = 5;
/** Hands do not keep to the line. */
const around = 5;

/** Whether somebody wrote in a place: ink of any colour that the issued page does not have there. */
export function judgePen({ inks, printed, place, pixelsPerPoint, ring, hasColour }: PenPlace): InkVerdict {
  const { width, height } = inks.any;
  const area = grown(place, around);
  const [left, right] = [area.x, area.x + area.width].map((x) => Math.max(1, Math.min(width - 2, Math.round(x * pixelsPerPoint))));
  const [top, bottom] = [area.y, area.y + area.height].map((y) => Math.max(1, Math.min(height - 2, Math.round(y * pixelsPerPoint))));
  let [ink, hidden] = [0, 0];
  for (let y = top ?? 0; y < (bottom ?? 0); y++) {
    for (let x = left ?? 0; x < (right ?? 0); x++) {
      const at = y * width + x;
      if (printed.data[at] === 1 || !isStroke(inks.any, at)) continue;
      const isUnderSeal = ring !== null && Math.hypot(x / pixelsPerPoint - ring.x, y / pixelsPerPoint - ring.y) < ring.radius * 1.08;
      if (isUnderSeal && (!hasColour || isRed(inks, at))) hidden++;
      else ink++;
    }
  }
  const perPoint = pixelsPerPoint ** 2;
  if (ink >= stroke * perPoint) return 'present';
  if (ink <= smudge * perPoint && hidden <= stroke * perPoint) return 'absent';
  return ink <= smudge * perPoint && hasColour ? 'absent' : 'unsure';
}

/** Ink with ink around it: grain stands alone. */
function isStroke({ data, width }: Raster, at: number): boolean {
  if ((data[at] ?? 0) < penInk) return false;
  let neighbours = 0;
  for (let row = at - width; row <= at + width; row += width) {
    for (let column = row - 1; column <= row + 1; column++) if ((data[column] ?? 0) >= penInk) neighbours++;
  }
  return neighbours >= 4;
}

/** A pen of another colour has no red left over, even where it crosses the seal. */
const isRed = ({ red, any }: Inks, at: number): boolean => (red.data[at] ?? 0) > 0.15 * (any.data[at] ?? 0);
