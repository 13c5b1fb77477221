import { readFile } from 'node:fs/promises';
import { type OpenPdf, openPdf } from '../../../files/child/pdfium.ts';
import { findBlobs } from './find-blobs.ts';
import { grown, middleOf, type PageLayout } from './page-layout.ts';
import { emptyRaster, halved, type Point, type Raster, type Rect } from './raster.ts';

/** Pixels a point, about 150 dpi: A4 is then a whole number of pixels wide, and nothing is stretched to fill the last one. */
export const comparedScale = 1240 / 595.28;

/** What left the house: the page as a printer would ideally put it on paper. */
export interface IssuedPage {
  picture: Raster;
  /** A quarter of the size, for a first look. */
  small: Raster;
  /** Middles of the finder patterns of both codes, in points. */
  hearts: Point[];
}

const opened = new Map<string, Promise<OpenPdf>>();

export const forgetIssuedPages = (): void => opened.clear();

export async function drawIssuedPage(file: string, page: number, layout: PageLayout): Promise<IssuedPage> {
  const pdf = opened.get(file) ?? readFile(file).then(openPdf);
  opened.set(file, pdf);
  // Characters are drawn on whole pixels: at twice the size each stands half as far from where a printer puts it.
  const picture = halved(await (await pdf).draw(page, { dpi: 144 * comparedScale, maxPixels: 12_000_000, isGrey: true }));
  return { picture, small: halved(halved(picture)), hearts: layout.codes.flatMap((code) => heartsOf(picture, code)) };
}

const modulesOfHeart = 3;
const modulesToHeart = 3.5;
const modulesLeast = 21;
const modulesMost = 45;
const aroundCode = 8;

/** Three corners of a code hold a solid square of three by three modules. */
function heartsOf(page: Raster, code: Rect): Point[] {
  const part = grown(code, aroundCode);
  const [left, top] = [Math.round(part.x * comparedScale), Math.round(part.y * comparedScale)];
  const blobs = findBlobs(cutOut(page, left, top, Math.round(part.width * comparedScale)));
  const middle = middleOf(code);
  return blobs.flatMap((blob) => {
    const point = { x: (blob.x + left) / comparedScale, y: (blob.y + top) / comparedScale };
    const module = Math.sqrt(blob.area) / comparedScale / modulesOfHeart;
    const modules = code.width / module;
    const inset = code.width / 2 - modulesToHeart * module;
    const [dx, dy] = [Math.abs(point.x - middle.x), Math.abs(point.y - middle.y)];
    const isHeart = modules > modulesLeast && modules < modulesMost && Math.abs(dx - inset) < 1.2 && Math.abs(dy - inset) < 1.2;
    return isHeart ? [point] : [];
  });
}

function cutOut({ data, width }: Raster, left: number, top: number, side: number): Raster {
  const out = emptyRaster(side, side);
  for (let row = 0; row < side; row++) {
    const from = (top + row) * width + left;
    out.data.set(data.subarray(from, from + side), row * side);
  }
  return out;
}
