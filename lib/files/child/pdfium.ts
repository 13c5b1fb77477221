import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';

export interface Drawing {
  /** RGBA, or one byte a pixel where grey was asked for. */
  data: Uint8Array;
  width: number;
  height: number;
}

export interface DrawOptions {
  dpi: number;
  maxPixels: number;
  /** Without the coloured fringes that text gets for screens. */
  isGrey?: boolean;
}

export interface OpenPdf {
  isLocked: boolean;
  pages: number;
  /** In points, as the file claims. Pages count from 1. */
  size(page: number): { width: number; height: number };
  draw(page: number, options: DrawOptions): Promise<Drawing>;
  /** What is written on the page as text. */
  text(page: number): string;
}

/** Opens a PDF; throws when it is damaged. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const library = await PDFiumLibrary.init();
  const document = await loadUnlessLocked(library, bytes);
  if (!document) return locked;
  const size = (page: number) => sizeOf(document.getPage(page - 1));
  return {
    isLocked: false,
    pages: document.getPageCount(),
    size,
    async draw(page, { dpi, maxPixels, isGrey = false }) {
      const drawn = document.getPage(page - 1);
      const { width, height } = sizeOf(drawn);
      if (width < 1 || height < 1) throw new Error('page without size');
      // The page box is the file's own claim: the picture's size is ours.
      const scale = Math.min(dpi / 72, Math.sqrt(maxPixels / (width * height)));
      // Named in pixels, or the library would draw a page of 595.28 points into the room of 595.
      const pixels = { scale: 1, width: Math.round(width * scale), height: Math.round(height * scale) };
      if (pixels.width < 1 || pixels.height < 1) throw new Error('page without area');
      return drawn.render({ ...pixels, render: 'bitmap', renderFormFields: true, colorSpace: isGrey ? 'Gray' : 'BGRA' });
    },
    text: (page) => document.getPage(page - 1).getText(),
  };
}

function sizeOf(page: PDFiumPage): { width: number; height: number } {
  const { originalWidth: width, originalHeight: height } = page.getOriginalSize();
  return { width, height };
}

const locked: OpenPdf = {
  isLocked: true,
  pages: 0,
  size: () => ({ width: 0, height: 0 }),
  draw: () => Promise.reject(new Error('locked')),
  text: () => '',
};

async function loadUnlessLocked(library: PDFiumLibrary, bytes: Uint8Array) {
  try {
    return await library.loadDocument(bytes);
  } catch (error) {
    if (error instanceof Error && /password|security/i.test(error.message)) return null;
    throw error;
  }
}
