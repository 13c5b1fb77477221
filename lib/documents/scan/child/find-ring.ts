import { type Raster, type Rect, sumTable } from './raster.ts';
import { zeroedBytes } from './sheet-memory.ts';

export interface Ring {
  x: number;
  y: number;
  radius: number;
}

const angles = 72;
const cosines = Array.from({ length: angles }, (_, at) => Math.cos((at * 2 * Math.PI) / angles));
const sines = Array.from({ length: angles }, (_, at) => Math.sin((at * 2 * Math.PI) / angles));
/** Just inside its ring a seal is bare; a disc is not. */
const bareInside = 3.7;
const bareWeight = 0.35;

export interface WantedRing {
  /** Radii, in pixels. */
  least: number;
  most: number;
  /** Where its middle may lie, in pixels; anywhere without it. */
  within?: Rect;
}

/** The best circle that the marked pixels draw; null where they draw none. */
export function findRing(marked: Raster, { within, ...radii }: WantedRing): Ring | null {
  const wide = widened(marked);
  const sum = sumTable(marked);
  const { width, height } = marked;
  const enough = Math.PI * radii.least;
  const edge = Math.round(radii.least * 0.7);
  const [left, right] = span(edge, width - edge, within && [within.x, within.x + within.width]);
  const [top, bottom] = span(edge, height - edge, within && [within.y, within.y + within.height]);
  let best: (Ring & { score: number }) | null = null;
  for (let y = top; y < bottom; y += 3) {
    for (let x = left; x < right; x += 3) {
      const reach = Math.ceil(radii.most);
      if (sum(x - reach, y - reach, x + reach, y + reach) < enough) continue;
      for (let radius = radii.least; radius <= radii.most; radius += 1.5) {
        const score = scoreOf(wide, marked, { x, y, radius }, 2);
        if (score > (best?.score ?? 0.2)) best = { x, y, radius, score };
      }
    }
  }
  return best && refined(wide, marked, best);
}

const span = (least: number, most: number, [from, to]: [number, number] = [least, most]): [number, number] =>
  [Math.max(least, Math.floor(from)), Math.min(most, Math.ceil(to))];

function refined(wide: Raster, marked: Raster, rough: Ring): Ring {
  let best = { ...rough, score: -1 };
  for (let y = rough.y - 3; y <= rough.y + 3; y++) {
    for (let x = rough.x - 3; x <= rough.x + 3; x++) {
      for (let radius = rough.radius - 2; radius <= rough.radius + 2; radius += 0.75) {
        const score = scoreOf(wide, marked, { x, y, radius }, 1);
        if (score > best.score) best = { x, y, radius, score };
      }
    }
  }
  return { x: best.x, y: best.y, radius: best.radius };
}

function scoreOf(wide: Raster, marked: Raster, ring: Ring, step: number): number {
  const drawn = coverage(wide, ring, step);
  if (drawn < 0.35) return 0;
  return drawn - bareWeight * coverage(marked, { ...ring, radius: ring.radius - bareInside }, step);
}

/** The share of a circle that is marked. */
function coverage({ data, width, height }: Raster, { x, y, radius }: Ring, step: number): number {
  let [hits, count] = [0, 0];
  for (let angle = 0; angle < angles; angle += step, count++) {
    const column = Math.round(x + radius * (cosines[angle] ?? 0));
    const row = Math.round(y + radius * (sines[angle] ?? 0));
    if (column >= 0 && row >= 0 && column < width && row < height && data[row * width + column] === 1) hits++;
  }
  return hits / count;
}

/** Every marked pixel with its neighbours: a ring that is not quite round is still met. */
function widened(marked: Raster): Raster {
  const { data, width, height } = marked;
  const out = zeroedBytes(data.length);
  for (let y = 1; y < height - 1; y++) widenRow(data, out, y * width, width);
  return { data: out, width, height };
}

function widenRow(data: Uint8Array, out: Uint8Array, start: number, width: number): void {
  for (let at = start + 1; at < start + width - 1; at++) {
    if (data[at] !== 1) continue;
    for (let row = at - width; row <= at + width; row += width) {
      out[row - 1] = 1;
      out[row] = 1;
      out[row + 1] = 1;
    }
  }
}

export interface RingFeatures {
  /** Share of the circle, searched a little in and out. */
  ring: number;
  /** Density where the lettering stands, in the middle, beyond the ring, and all in all. */
  lettering: number;
  middle: number;
  outside: number;
  whole: number;
  /** Share of the directions in which lettering stands. */
  sectors: number;
}

export function ringFeatures(marked: Raster, ring: Ring): RingFeatures {
  const density = (from: number, to: number) => annulus(marked, ring, from, to);
  return {
    ring: tolerantCoverage(marked, ring),
    lettering: density(0.62, 0.88),
    middle: density(0, 0.34),
    outside: density(1.08, 1.3),
    whole: density(0, 1.02),
    sectors: sectorsWithInk(marked, ring),
  };
}

function tolerantCoverage(marked: Raster, { x, y, radius }: Ring): number {
  let hits = 0;
  for (let angle = 0; angle < angles; angle++) {
    for (let off = -2.5; off <= 2.5; off += 0.5) {
      if (!isMarked(marked, x + (radius + off) * (cosines[angle] ?? 0), y + (radius + off) * (sines[angle] ?? 0))) continue;
      hits++;
      break;
    }
  }
  return hits / angles;
}

const sectors = 24;

function sectorsWithInk(marked: Raster, { x, y, radius }: Ring): number {
  let inked = 0;
  for (let sector = 0; sector < sectors; sector++) {
    let marks = 0;
    for (let step = 0; step < 10; step++) {
      const angle = ((sector * 10 + step) * 2 * Math.PI) / (sectors * 10);
      for (let share = 0.62; share < 0.9; share += 0.04) {
        if (isMarked(marked, x + share * radius * Math.cos(angle), y + share * radius * Math.sin(angle))) marks++;
      }
    }
    if (marks >= 3) inked++;
  }
  return inked / sectors;
}

function annulus(marked: Raster, { x, y, radius }: Ring, from: number, to: number): number {
  let [hits, count] = [0, 0];
  const reach = Math.ceil(to * radius);
  for (let dy = -reach; dy <= reach; dy++) {
    for (let dx = -reach; dx <= reach; dx++) {
      const share = Math.hypot(dx, dy) / radius;
      if (share < from || share >= to) continue;
      count++;
      if (isMarked(marked, x + dx, y + dy)) hits++;
    }
  }
  return count === 0 ? 0 : hits / count;
}

function isMarked({ data, width, height }: Raster, x: number, y: number): boolean {
  const [column, row] = [Math.round(x), Math.round(y)];
  return column >= 0 && row >= 0 && column < width && row < height && data[row * width + column] === 1;
}
