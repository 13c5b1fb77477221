import { PDFHexString, PDFName } from 'pdf-lib';
import { sameBytes } from '../asn1/der-values.ts';
import { numbersOf } from './cross-references.ts';
import type { PdfView } from './pdf-view.ts';
import type { SignatureField } from './signature-fields.ts';

/** The bytes that a signature speaks for: everything up to `end` but its own value. */
export interface SignedRange {
  gapStart: number;
  gapEnd: number;
  end: number;
  /** The signature's own value, as it stands in the gap. */
  value: Uint8Array;
}

const beforeGap = /\/Contents[\s\0]*$/;

/**
 * Null where the range is not of the one honest shape: from the first byte to the end of a revision, with a single hole
 * that holds the value of this very signature and not a byte more. Wrapping and forging attacks all need another shape.
 */
export function signedRange(view: PdfView, { signature, signatureNumber }: SignatureField): SignedRange | null {
  const { bytes } = view;
  const range = numbersOf(view.get(signature, 'ByteRange'));
  const [start, gapStart = 0, gapEnd = 0, length = 0] = range;
  const end = gapEnd + length;
  const isSound = range.length === 4 && range.every((number) => Number.isSafeInteger(number) && number >= 0);
  if (!isSound || start !== 0 || gapStart >= gapEnd || end > bytes.length) return null;
  const gap = Buffer.from(bytes.subarray(gapStart, gapEnd)).toString('latin1');
  const contents = signature.get(PDFName.of('Contents'));
  if (!/^<[0-9A-Fa-f]+>$/.test(gap) || gap.length % 2 !== 0 || !(contents instanceof PDFHexString)) return null;
  const value = Buffer.from(gap.slice(1, -1), 'hex');
  if (!sameBytes(contents.asBytes(), value) || !liesInside(view, signatureNumber, gapStart)) return null;
  return endsARevision(bytes, end) ? { gapStart, gapEnd, end, value } : null;
}

/** The hole stands where the dictionary of this signature has its value. */
function liesInside(view: PdfView, number: number | null, gapStart: number): boolean {
  const place = number === null ? null : view.location(number);
  if (place?.kind !== 'at' || place.offset >= gapStart) return false;
  const before = Buffer.from(view.bytes.subarray(place.offset, gapStart)).toString('latin1');
  return beforeGap.test(before) && !/endobj|stream/.test(before);
}

const endsARevision = (bytes: Uint8Array, end: number): boolean =>
  /%%EOF\s{0,2}$/.test(Buffer.from(bytes.subarray(Math.max(0, end - 10), end)).toString('latin1'));

/** What the signature speaks for, in one piece. */
export const signedBytes = (bytes: Uint8Array, { gapStart, gapEnd, end }: SignedRange): Uint8Array =>
  Buffer.concat([bytes.subarray(0, gapStart), bytes.subarray(gapEnd, end)]);
