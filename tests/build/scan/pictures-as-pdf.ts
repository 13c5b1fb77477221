import { PDFDocument, PDFName } from 'pdf-lib';
import sharp from 'sharp';
import type { Picture } from './take-picture';

interface Placed {
  picture: Picture;
  dpi: number;
}

/** What a scanner puts into one file: a picture a page, black and white ones with a bit a pixel. */
export async function picturesAsPdf(pictures: readonly Placed[]): Promise<Buffer> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const { picture, dpi } of pictures) {
    if (picture.mediaType === 'image/jpeg') await addPhotograph(document, picture, dpi);
    else await addBits(document, picture, dpi);
  }
  return Buffer.from(await document.save({ addDefaultPage: false }));
}

async function addPhotograph(document: PDFDocument, { bytes }: Picture, dpi: number): Promise<void> {
  const image = await document.embedJpg(bytes);
  const size = { width: (image.width * 72) / dpi, height: (image.height * 72) / dpi };
  document.addPage([size.width, size.height]).drawImage(image, { x: 0, y: 0, ...size });
}

async function addBits(document: PDFDocument, { bytes }: Picture, dpi: number): Promise<void> {
  const { data, info } = await sharp(bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  const image = document.context.register(
    document.context.flateStream(packed(data, width, height), {
      ...{ Type: 'XObject', Subtype: 'Image', ColorSpace: 'DeviceGray', BitsPerComponent: 1 },
      ...{ Width: width, Height: height },
    }),
  );
  const page = document.addPage([(width * 72) / dpi, (height * 72) / dpi]);
  page.node.setXObject(PDFName.of('Bits'), image);
  const operators = `${page.getWidth()} 0 0 ${page.getHeight()} 0 0 cm /Bits Do`;
  page.node.addContentStream(document.context.register(document.context.flateStream(operators)));
}

function packed(grey: Buffer, width: number, height: number): Uint8Array {
  const stride = Math.ceil(width / 8);
  const bits = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * stride + (x >> 3);
      if ((grey[y * width + x] ?? 0) > 127) bits[at] = (bits[at] ?? 0) | (128 >> (x & 7));
    }
  }
  return bits;
}
