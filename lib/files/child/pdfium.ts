import { PDFiumLibrary } from '@hyzyla/pdfium';

export interface Drawing {
  /** RGBA. */
  data: Uint8Array;
  width: number;
  height: number;
}

export interface DrawOptions {
  dpi: number;
  maxPixels: number;
}

export interface OpenPdf {
  isLocked: boolean;
  pages: number;
  /** Pages count from 1. */
  draw(page: number, options: DrawOptions): Promise<Drawing>;
}

/** Opens a PDF; throws when it is damaged. */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  const library = await PDFiumLibrary.init();
  const document = await loadUnlessLocked(library, bytes);
  if (!document) return { isLocked: true, pages: 0, draw: () => Promise.reject(new Error('locked')) };
  return {
    isLocked: false,
    pages: document.getPageCount(),
    async draw(page, { dpi, maxPixels }) {
      const sheet = document.getPage(page - 1);
      const { originalWidth: width, originalHeight: height } = sheet.getOriginalSize();
      if (width < 1 || height < 1) throw new Error('page without size');
      // The page box is the file's own claim: the picture's size is ours.
      const scale = Math.min(dpi / 72, Math.sqrt(maxPixels / (width * height)));
      if (Math.floor(width) * scale < 1 || Math.floor(height) * scale < 1) throw new Error('page without area');
      return sheet.render({ scale, render: 'bitmap', renderFormFields: true });
    },
  };
}

async function loadUnlessLocked(library: PDFiumLibrary, bytes: Uint8Array) {
  try {
    return await library.loadDocument(bytes);
  } catch (error) {
    if (error instanceof Error && /password|security/i.test(error.message)) return null;
    throw error;
  }
}
