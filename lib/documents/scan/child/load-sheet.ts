import { readFile } from 'node:fs/promises';
import { decode } from '../../../files/child/decoder.ts';
import { type OpenPdf, openPdf } from '../../../files/child/pdfium.ts';
import type { Picture } from './raster.ts';

export interface Sheet {
  picture: Picture;
  /** How many pixels of what was handed in one pixel of this picture stands for. */
  shrunk: number;
}

export type SheetSource = (sheet: number) => Promise<Sheet>;

const longEdge = 2400;
const drawnEdge = 1754;
const mostPixels = 4_000_000;

/** Opens what was handed in; its sheets are then loaded one at a time. */
export async function openSheets(source: string, mediaType: string): Promise<SheetSource> {
  if (mediaType !== 'application/pdf') return async () => loadPicture(source);
  const pdf = await openPdf(await readFile(source));
  return (sheet) => drawSheet(pdf, sheet);
}

async function loadPicture(source: string): Promise<Sheet> {
  const file = decode(source).autoOrient();
  const { width, height } = await file.metadata();
  const { data, info } = await file
    .resize({ width: longEdge, height: longEdge, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture = { data: new Uint8Array(data), width: info.width, height: info.height };
  return { picture, shrunk: Math.max(1, Math.max(width, height) / longEdge) };
}

/** A page box is only a claim: whatever it says, the long edge gets as many pixels as A4 has at 150 dpi. */
async function drawSheet(pdf: OpenPdf, sheet: number): Promise<Sheet> {
  const { width, height } = pdf.size(sheet);
  const dpi = (drawnEdge * 72) / Math.max(width, height);
  const picture = await pdf.draw(sheet, { dpi, maxPixels: mostPixels });
  return { picture, shrunk: 1 };
}
