import { correlate } from './correlate.ts';
import { type Blob, findBlobs } from './find-blobs.ts';
import { type FoundPage, findCorners, matchHearts } from './find-corners.ts';
import { applied, fitHomography, type Homography, inverted, multiplied } from './homography.ts';
import type { IssuedPage } from './issued-page.ts';
import type { PageLayout } from './page-layout.ts';
import { emptyRaster, halved, type Picture, type Point, type Raster, redChannel, sumTable } from './raster.ts';
import { pixelsPerPoint, straightenGrey } from './straighten.ts';

export interface Located {
  toPicture: Homography;
  /** Largest distance of a corner square from where the page as a whole says it should be. */
  errorPoints: number;
  pixelsPerPoint: number;
  /** Squares and finder patterns: where they were issued, and where they seem to lie on the straightened page. */
  anchors: { issued: Point; seen: Point }[];
}

const largestEdge = 1900;
/** Less alike than this is another page or none. */
const leastLikeness = 0.3;

/** Where the issued page lies in the picture; null where that cannot be told. */
export function locatePage(picture: Picture, issued: IssuedPage, layout: PageLayout): Located | null {
  let [red, shrunk] = [redChannel(picture), 1];
  while (Math.max(red.width, red.height) > largestEdge) [red, shrunk] = [halved(red), shrunk * 2];
  const blobs = findBlobs(red);
  const found = findCorners(blobs, issued.hearts, layout);
  if (!found) return null;
  const views = { sheet: withoutShade(halved(halved(red))), page: withoutShade(issued.small) };
  const looks = [found, ...upsideDown(found, { blobs, issued, layout })].map((page) => ({ page, likeness: likenessOf(page, views, layout) }));
  const [best] = looks.sort((a, b) => b.likeness - a.likeness);
  if (!best || best.likeness < leastLikeness) return null;
  const middle = { x: layout.width / 2, y: layout.height / 2 };
  const scale = pixelsPerPoint(best.page.toPicture, middle);
  const toPicture = multiplied([shrunk, 0, 0, 0, shrunk, 0, 0, 0, 1], best.page.toPicture);
  const toPage = inverted(best.page.toPicture);
  const anchors = best.page.pairs.map(({ from, to }) => ({ issued: from, seen: applied(toPage, to) }));
  return { toPicture, errorPoints: largestError(best.page) / scale, pixelsPerPoint: scale * shrunk, anchors };
}

/** Codes in opposite corners look alike when the sheet is turned by half; the print does not. */
function upsideDown(found: FoundPage, { blobs, issued, layout }: { blobs: Blob[]; issued: IssuedPage; layout: PageLayout }): FoundPage[] {
  const { width, height } = layout;
  const rough = multiplied(found.toPicture, [-1, 0, width, 0, -1, height, 0, 0, 1]);
  const corners = found.pairs.slice(0, found.corners).map(({ from, to }) => ({ from: { x: width - from.x, y: height - from.y }, to }));
  const reach = 8 * pixelsPerPoint(rough, { x: width / 2, y: height / 2 });
  const hits = matchHearts({ blobs, hearts: issued.hearts, rough, reach });
  const pairs = [...corners, ...hits.map(({ pair }) => pair)];
  const toPicture = fitHomography(pairs);
  return toPicture ? [{ toPicture, pairs, corners: found.corners, score: hits.length }] : [];
}

/** How alike the print is, small, if the page lies so. */
function likenessOf({ toPicture }: FoundPage, { sheet, page }: { sheet: Raster; page: Raster }, layout: PageLayout): number {
  const toQuarter = multiplied([0.25, 0, 0, 0, 0.25, 0, 0, 0, 1], toPicture);
  const part = { x: 0, y: 0, width: layout.width, height: layout.height };
  const straight = straightenGrey(sheet, toQuarter, { part, pixelsPerPoint: page.width / layout.width });
  if (straight.width !== page.width) return 0;
  const rows = Math.min(straight.height, page.height);
  const cut = (raster: Raster): Raster => ({ data: raster.data.subarray(0, rows * page.width), width: page.width, height: rows });
  return correlate(cut(straight), cut(page)) ?? 0;
}

const shadeReach = 8;

/** Only what is darker than its surroundings, as dark on white: shadows are wider than print. */
function withoutShade(raster: Raster): Raster {
  const { data, width, height } = raster;
  const sum = sumTable(raster);
  const out = emptyRaster(width, height);
  const row = (top: number, bottom: number, start: number): void => {
    for (let x = 0; x < width; x++) {
      const left = x > shadeReach ? x - shadeReach : 0;
      const right = x + shadeReach < width ? x + shadeReach + 1 : width;
      const mean = sum(left, top, right, bottom) / ((right - left) * (bottom - top));
      out.data[start + x] = 255 - Math.max(0, mean - (data[start + x] ?? 0));
    }
  };
  for (let y = 0; y < height; y++) row(Math.max(0, y - shadeReach), Math.min(height, y + shadeReach + 1), y * width);
  return out;
}

function largestError({ pairs, corners, toPicture }: FoundPage): number {
  const errors = pairs.slice(0, corners).map(({ from, to }) => {
    const expected = applied(toPicture, from);
    return Math.hypot(expected.x - to.x, expected.y - to.y);
  });
  return Math.max(...errors);
}

/** Clockwise degrees that bring the page upright. */
export function turnOf({ toPicture }: Located, layout: PageLayout): 0 | 90 | 180 | 270 {
  const left = applied(toPicture, { x: 0, y: layout.height / 2 });
  const right = applied(toPicture, { x: layout.width, y: layout.height / 2 });
  const quarters = Math.round(Math.atan2(right.y - left.y, right.x - left.x) / (Math.PI / 2));
  const turns = [0, 270, 180, 90] as const;
  return turns[((quarters % 4) + 4) % 4] ?? 0;
}
