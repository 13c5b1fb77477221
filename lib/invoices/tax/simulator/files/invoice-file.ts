import type { Blue, BlueInput, Red } from '../books';
import { wordsOf } from './invoice-words';
import { ofdFile } from './ofd-file';
import { pdfFile } from './pdf-file';
import { xmlFile } from './xml-file';

export async function invoiceFile(invoice: { entry: Blue | Red; blue: BlueInput }, format: string): Promise<{ mediaType: string; bytes: Buffer }> {
  const words = wordsOf(invoice);
  if (format === 'pdf') return { mediaType: 'application/pdf', bytes: await pdfFile(words) };
  if (format === 'ofd') return { mediaType: 'application/ofd', bytes: ofdFile(words) };
  return { mediaType: 'application/xml', bytes: xmlFile(words) };
}
