import { PDFDocument } from 'pdf-lib';
import { PAGE_HEIGHT, PAGE_WIDTH } from '@/lib/documents/pdf/page-operators';

export interface PdfPart {
  bytes: Uint8Array;
  /** Page numbers from 1; all when left out. */
  pages?: readonly number[];
}

/** Puts documents of ours behind one another; what stands on their pages is copied as it is. */
export class JoinedPdf {
  readonly #document: PDFDocument;
  readonly #isDuplex: boolean;

  private constructor(document: PDFDocument, isDuplex: boolean) {
    this.#document = document;
    this.#isDuplex = isDuplex;
  }

  static async begin({ isDuplex, title }: { isDuplex: boolean; title: string }): Promise<JoinedPdf> {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.setTitle(title, { showInWindowTitleBar: true });
    document.setLanguage('zh-CN');
    return new JoinedPdf(document, isDuplex);
  }

  get pages(): number {
    return this.#document.getPageCount();
  }

  /** Printed on both sides, every part begins on the front of a sheet. */
  async add({ bytes, pages }: PdfPart): Promise<void> {
    if (this.#isDuplex && this.pages % 2 === 1) this.#document.addPage([PAGE_WIDTH, PAGE_HEIGHT]);
    const source = await PDFDocument.load(bytes, { updateMetadata: false });
    const numbers = pages ?? source.getPageIndices().map((index) => index + 1);
    const copied = await this.#document.copyPages(source, numbers.map((number) => number - 1));
    for (const page of copied) this.#document.addPage(page);
  }

  async finish(): Promise<Uint8Array> {
    return this.#document.save({ addDefaultPage: false });
  }
}
