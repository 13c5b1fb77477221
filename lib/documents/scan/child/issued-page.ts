import { readFile } from 'node:fs/promises';
import { type OpenPdf, openPdf } from '../../../files/child/pdfium.ts';
import { type Blob, findBlobs } from './find-blobs.ts';
import { isInside, middleOf, type PageLayout } from './page-layout.ts';
import { halved, type Picture, type Point, type Raster } from './raster.ts';

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

export async function drawIssuedPage(file: string, page: number, layout: PageLayout): Promise<IssuedPage> {
  const pdf = opened.get(file) ?? readFile(file).then(openPdf);
  opened.set(file, pdf);
  const picture = await (await pdf).draw(page, { dpi: 72 * comparedScale, maxPixels: 3_000_000, isGrey: true });
  return { picture, small: halved(halved(picture)), hearts: heartsOf(findBlobs(picture), layout) };
}

export function withoutAlpha({ data, width, height }: Raster): Picture {
  const rgb = new Uint8Array(width * height * 3);
  for (let from = 0, to = 0; to < rgb.length; from += 4, to += 3) {
    rgb[to] = data[from] ?? 255;
    rgb[to + 1] = data[from + 1] ?? 255;
    rgb[to + 2] = data[from + 2] ?? 255;
  }
  return { data: rgb, width, height };
}

const modulesOfHeart = 3;
const modulesToHeart = 3.5;
const modulesLeast = 21;
const modulesMost = 45;

/** Three corners of a code hold a solid square of three by three modules. */
function heartsOf(blobs: readonly Blob[], { codes }: PageLayout): Point[] {
  return codes.flatMap((code) => {
    const middle = middleOf(code);
    return blobs.flatMap((blob) => {
      const point = { x: blob.x / comparedScale, y: blob.y / comparedScale };
      if (!isInside(point, code)) return [];
      const module = Math.sqrt(blob.area) / comparedScale / modulesOfHeart;
      const modules = code.width / module;
      const inset = code.width / 2 - modulesToHeart * module;
      const [dx, dy] = [Math.abs(point.x - middle.x), Math.abs(point.y - middle.y)];
      const isHeart = modules > modulesLeast && modules < modulesMost && Math.abs(dx - inset) < 1.2 && Math.abs(dy - inset) < 1.2;
      return isHeart ? [point] : [];
    });
  });
}
