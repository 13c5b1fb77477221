import { type Drawing, openPdf } from '../pdfium.ts';
import type { Place } from './widget-places.ts';

const options = { dpi: 50, maxPixels: 400_000 };
/** Edges are drawn soft. */
const margin = 2;

/**
 * Whether every page looks the same in both revisions but for the places of later signatures: drawn by another reader
 * than the one that compared the objects.
 */
export async function looksTheSame(before: Uint8Array, after: Uint8Array, allowed: readonly Place[]): Promise<boolean> {
  try {
    return await everyPageIsSame(before, after, allowed);
  } catch {
    // What cannot be drawn cannot be vouched for.
    return false;
  }
}

async function everyPageIsSame(before: Uint8Array, after: Uint8Array, allowed: readonly Place[]): Promise<boolean> {
  const [old, now] = [await openPdf(before), await openPdf(after)];
  if (old.isLocked || now.isLocked || old.pages !== now.pages) return false;
  for (let page = 1; page <= old.pages; page++) {
    const places = allowed.filter((place) => place.page === page);
    if (!isSame(await old.draw(page, options), await now.draw(page, options), places)) return false;
  }
  return true;
}

function isSame(one: Drawing, other: Drawing, places: readonly Place[]): boolean {
  const { width, height } = one;
  if (width !== other.width || height !== other.height) return false;
  if (places.length === 0) return Buffer.compare(one.data, other.data) === 0;
  for (let at = 0; at < one.data.length; at += 4) {
    if (one.data[at] === other.data[at] && one.data[at + 1] === other.data[at + 1] && one.data[at + 2] === other.data[at + 2]) continue;
    const pixel = { x: (at / 4) % width, y: Math.floor(at / 4 / width) };
    if (!places.some((place) => isWithin(pixel, place, { width, height }))) return false;
  }
  return true;
}

const isWithin = (
  { x, y }: { x: number; y: number },
  { left, top, right, bottom }: Place,
  { width, height }: { width: number; height: number },
): boolean =>
  x >= left * width - margin && x <= right * width + margin && y >= top * height - margin && y <= bottom * height + margin;
