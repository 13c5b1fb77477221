import { constants, deflateSync } from 'node:zlib';
import { type PDFContext, PDFRawStream, type PDFRef } from 'pdf-lib';

export function addStream(context: PDFContext, bytes: Uint8Array): PDFRef {
  return addPacked(context, deflateSync(bytes, { level: 1, memLevel: 9, chunkSize: bytes.length + 64 }));
}

/** Outlines hardly repeat themselves: looking for repetitions saves a fifth of the bytes for thrice the time. */
export function packOutlines(program: Uint8Array): Uint8Array {
  return deflateSync(program, { strategy: constants.Z_HUFFMAN_ONLY, chunkSize: program.length + 64 });
}

export function addPacked(context: PDFContext, packed: Uint8Array, entries: Record<string, number> = {}): PDFRef {
  const dictionary = context.obj({ ...entries, Filter: 'FlateDecode', Length: packed.length });
  return context.register(PDFRawStream.of(dictionary, packed));
}
