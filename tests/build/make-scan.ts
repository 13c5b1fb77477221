import { PDFDocument } from 'pdf-lib';
import sharp from 'sharp';
import { openPdf } from '@/lib/files/child/pdfium';
import { type Place, sealPicture, signaturePicture } from './scan/ink';
import { type ScanLook, throughScanner } from './scan/scanner';
import { seeded } from './seeded';

interface ScanWish {
  /** The issued form. */
  pdf: Uint8Array;
  /** Where ink goes, in points from the top left corner; without them the last page gets both. */
  seals?: readonly Place[];
  signatures?: readonly Place[];
  /** Page numbers that are handed in, in this order; all of them when left out. */
  pages?: readonly number[];
  look?: Partial<ScanLook>;
  seed?: number;
}

const pointsAnInch = 72;

/** Prints, signs, stamps and scans an issued form: one JPEG a page. Simulated, repeatable by its seed. */
export async function makeScan({ pdf, pages, look = {}, seed = 1, ...ink }: ScanWish): Promise<Buffer[]> {
  const { dpi = 150 } = look;
  const document = await openPdf(Uint8Array.from(pdf));
  const numbers = pages ?? Array.from({ length: document.pages }, (_, index) => index + 1);
  const seals = ink.seals ?? [{ page: document.pages, x: 400, y: 480, width: 119, height: 119 }];
  const signatures = ink.signatures ?? [{ page: document.pages, x: 190, y: 500, width: 130, height: 38 }];
  const scans: Buffer[] = [];
  for (const number of numbers) {
    const random = seeded(seed * 1000 + number);
    const { data, width, height } = await document.draw(number, { dpi, maxPixels: 40_000_000 });
    const marks = [
      ...seals.filter(({ page }) => page === number).map((place) => ({ place, svg: sealPicture(random) })),
      ...signatures.filter(({ page }) => page === number).map((place) => ({ place, svg: signaturePicture(random) })),
    ];
    const layers = await Promise.all(marks.map(({ place, svg }) => inked(place, svg, dpi)));
    const paper = sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha().composite(layers);
    const printed = await paper.removeAlpha().raw().toBuffer();
    scans.push(await throughScanner({ rgb: printed, width, height, look, random }));
  }
  return scans;
}

/** The pages as a scanner's PDF. */
export async function scanAsPdf(scans: readonly Buffer[], dpi = 150): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (const scan of scans) {
    const image = await document.embedJpg(scan);
    const width = (image.width / dpi) * pointsAnInch;
    const height = (image.height / dpi) * pointsAnInch;
    document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
  }
  return Buffer.from(await document.save());
}

/** Ink darkens what is printed below it. */
async function inked({ x, y, width, height }: Place, svg: string, dpi: number) {
  const scale = dpi / pointsAnInch;
  const size = { width: Math.round(width * scale), height: Math.round(height * scale), fit: 'fill' as const };
  const input = await sharp(Buffer.from(svg)).resize(size).png().toBuffer();
  return { input, left: Math.round(x * scale), top: Math.round(y * scale), blend: 'multiply' as const };
}
