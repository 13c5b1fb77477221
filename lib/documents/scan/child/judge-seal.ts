import type { InkVerdict } from '../examination.ts';
import { findRing, type Ring, type RingFeatures, ringFeatures } from './find-ring.ts';
import { grown } from './page-layout.ts';
import { emptyRaster, type Point, type Raster, type Rect, sumTable } from './raster.ts';

export interface SealJudgement {
  verdict: InkVerdict;
  isElsewhere: boolean;
  /** In points: where red ink of a seal may lie over a signature. */
  ring: Ring | null;
  features: RingFeatures | null;
}

const millimetre = 72 / 25.4;
/** 公章 of units have 38 to 45 mm; printers and phones stretch a little. */
const radiusMillimetres = { least: 18, most: 24 };
/** A seal-sized window with less red than this share has no mark in it but the grain of a picture. */
const bareShare = 0.0008;
const windowMillimetres = 45;

/** Round, of a seal's size, red, with a ring, lettering around and a bare band between: four answers, and only people refuse. */
export function judgeSeal(red: Raster, pixelsPerPoint: number, place: Rect): SealJudgement {
  const marked = redMarks(red);
  const scale = millimetre * pixelsPerPoint;
  const { ring, features, isSeal } = ringOn(marked, { place: scaled(place, pixelsPerPoint), least: radiusMillimetres.least * scale, most: radiusMillimetres.most * scale });
  const points = ring && { x: ring.x / pixelsPerPoint, y: ring.y / pixelsPerPoint, radius: ring.radius / pixelsPerPoint };
  const isElsewhere = isSeal && points !== null && !isNear(points, place, points.radius);
  if (isSeal) return { verdict: 'present', isElsewhere, ring: points, features };
  const verdict = isBare(marked, windowMillimetres * scale) ? 'absent' : 'unsure';
  return { verdict, isElsewhere: false, ring: points, features };
}

interface SoughtRing {
  place: Rect;
  least: number;
  most: number;
}

/** One in its place counts, however clear another one on the page is: some units press theirs on every code. */
function ringOn(marked: Raster, { place, least, most }: SoughtRing) {
  const inPlace = judged(marked, findRing(marked, { least, most, within: grown(place, least) }));
  return inPlace.isSeal ? inPlace : judged(marked, findRing(marked, { least, most }));
}

function judged(marked: Raster, ring: Ring | null) {
  const features = ring && ringFeatures(marked, ring);
  return { ring, features, isSeal: features !== null && looksLikeSeal(features) };
}

const scaled = ({ x, y, width, height }: Rect, by: number): Rect => ({ x: x * by, y: y * by, width: width * by, height: height * by });

function looksLikeSeal({ ring, lettering, middle, outside, whole, sectors }: RingFeatures): boolean {
  return ring >= 0.92 && sectors >= 0.34 && lettering > 0.04 && lettering < 0.62 && middle > 0.02 && middle < 0.75 && whole < 0.6 && outside < 0.18;
}

/** 1 where red ink stands out from the paper. */
export const redMarks = (red: Raster): Raster => markedPixels(red, redThreshold(red));

/** Paper has its own redness from light and grain; ink has to stand out from it. */
function redThreshold({ data }: Raster): number {
  const histogram = new Uint32Array(256);
  for (const value of data) histogram[value] = (histogram[value] ?? 0) + 1;
  let [seen, value] = [0, 0];
  for (; value < 255; value++) {
    seen += histogram[value] ?? 0;
    if (seen > data.length * 0.965) break;
  }
  return Math.max(18, Math.min(41, value * 1.4));
}

/** Single pixels are grain. */
function markedPixels({ data, width, height }: Raster, threshold: number): Raster {
  const strong = emptyRaster(width, height);
  for (let at = 0; at < data.length; at++) strong.data[at] = (data[at] ?? 0) > threshold ? 1 : 0;
  const marked = emptyRaster(width, height);
  const sum = sumTable(strong);
  const row = (y: number): void => {
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (strong.data[at] === 1 && sum(x - 1, y - 1, x + 2, y + 2) >= 3) marked.data[at] = 1;
    }
  };
  for (let y = 0; y < height; y++) row(y);
  return marked;
}

/** Wherever on the page: a seal that was pressed on a wrong place is a seal all the same. */
function isBare(marked: Raster, side: number): boolean {
  const sum = sumTable(marked);
  const size = Math.round(side);
  const step = Math.max(1, size >> 2);
  const most = bareShare * size * size;
  for (let y = 0; y < marked.height; y += step) {
    for (let x = 0; x < marked.width; x += step) if (sum(x, y, x + size, y + size) > most) return false;
  }
  return true;
}

/** Half in its place is in its place. */
function isNear({ x, y }: Point, place: Rect, reach: number): boolean {
  const dx = Math.max(place.x - x, 0, x - place.x - place.width);
  const dy = Math.max(place.y - y, 0, y - place.y - place.height);
  return Math.hypot(dx, dy) < reach;
}
