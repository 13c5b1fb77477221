import { deflateSync } from 'node:zlib';
import { type PDFContext, PDFRawStream, type PDFRef } from 'pdf-lib';

export function addStream(context: PDFContext, bytes: Uint8Array, entries: Record<string, number> = {}): PDFRef {
  const packed = deflateSync(bytes, { level: 4 });
  const dictionary = context.obj({ ...entries, Filter: 'FlateDecode', Length: packed.length });
  return context.register(PDFRawStream.of(dictionary, packed));
}
