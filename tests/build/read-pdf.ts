import { readFileSync } from 'node:fs';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';

/** One grey byte a pixel, 0 black. */
export type Picture = { width: number; height: number; grey: Uint8Array };

export type FoundCode = { text: string; x: number; y: number };

const library = PDFiumLibrary.init();
let isCodeReaderReady = false;

export async function pdfTexts(bytes: Uint8Array): Promise<string[]> {
  return withDocument(bytes, (document) => [...document.pages()].map((page) => page.getText()));
}

export async function pdfPictures(bytes: Uint8Array, dotsPerInch: number): Promise<Picture[]> {
  return withDocument(bytes, async (document) => {
    const pictures: Picture[] = [];
    for (const page of document.pages()) {
      const { width, height, data } = await page.render({
        scale: dotsPerInch / 72,
        colorSpace: 'Gray',
        render: 'bitmap',
      });
      pictures.push({ width, height, grey: data.slice() });
    }
    return pictures;
  });
}

/** The two-dimensional codes of a picture with their centres, in points from the top left corner. */
export async function codesIn(picture: Picture, dotsPerInch: number): Promise<FoundCode[]> {
  await prepareCodeReader();
  const data = new Uint8ClampedArray(picture.width * picture.height * 4);
  picture.grey.forEach((value, index) => {
    data.fill(value, 4 * index, 4 * index + 3);
    data[4 * index + 3] = 255;
  });
  const image = { data, width: picture.width, height: picture.height, colorSpace: 'srgb' as const };
  const found = await readBarcodes(image as ImageData, { formats: ['QRCode'], maxNumberOfSymbols: 4 });
  return found.map(({ text, position }) => {
    const corners = [position.topLeft, position.topRight, position.bottomRight, position.bottomLeft];
    const middle = (axis: 'x' | 'y') => corners.reduce((sum, corner) => sum + corner[axis], 0) / 4;
    return { text, x: (middle('x') * 72) / dotsPerInch, y: (middle('y') * 72) / dotsPerInch };
  });
}

async function withDocument<Result>(bytes: Uint8Array, use: (document: PDFiumDocument) => Result | Promise<Result>) {
  const document = await (await library).loadDocument(bytes);
  try {
    return await use(document);
  } finally {
    document.destroy();
  }
}

async function prepareCodeReader(): Promise<void> {
  if (isCodeReaderReady) return;
  const wasm = readFileSync('node_modules/zxing-wasm/dist/reader/zxing_reader.wasm');
  const wasmBinary = wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength);
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
  isCodeReaderReady = true;
}
