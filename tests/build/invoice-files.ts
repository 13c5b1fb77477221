import { PDFDocument } from 'pdf-lib';
import { zip } from '@/lib/files/zip';

/** A page with one line of text, as the PDF of an invoice has its number. */
export async function pdfSaying(text: string, { script }: { script?: string } = {}): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  if (script) pdf.addJavaScript('opened', script);
  pdf.addPage([400, 200]).drawText(text, { x: 20, y: 100, size: 12 });
  return Buffer.from(await pdf.save());
}

export const xmlSaying = (number: string): Buffer =>
  Buffer.from(`<?xml version="1.0" encoding="utf-8"?><EInvoice><TaxSupervisionInfo><InvoiceNumber>${number}</InvoiceNumber></TaxSupervisionInfo></EInvoice>`);

export const ofdSaying = (number: string): Buffer =>
  zipOf([
    ['OFD.xml', Buffer.from('<?xml version="1.0"?><ofd:OFD/>')],
    ['Doc_0/Pages/Page_0/Content.xml', Buffer.from(`<ofd:TextCode X="0">${number}</ofd:TextCode>`)],
  ]);

/** Names in ASCII. */
export const zipOf = (files: readonly (readonly [string, Buffer])[]): Buffer =>
  zip(files.map(([name, bytes]) => ({ name: Buffer.from(name), bytes })));
