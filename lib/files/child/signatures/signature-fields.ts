import { PDFArray, PDFDict, PDFHexString, PDFName, type PDFObject, PDFRef, PDFString } from 'pdf-lib';
import { nameOf } from './cross-references.ts';
import type { PdfView } from './pdf-view.ts';

export interface SignatureField {
  /** Object number of the field itself. */
  number: number;
  /** Of its widgets; the field may be its own. */
  widgets: number[];
  /** The signature dictionary, and the object it is. */
  signature: PDFDict;
  signatureNumber: number | null;
}

const deepest = 20;
const most = 2_000;

/** The signed signature fields of the form: what a viewer shows as signatures, and nothing else that calls itself one. */
export function signatureFields(view: PdfView): SignatureField[] {
  const form = view.dict(view.catalog, 'AcroForm');
  const fields = form ? view.get(form, 'Fields') : undefined;
  if (!(fields instanceof PDFArray)) return [];
  const found: SignatureField[] = [];
  const seen = new Set<number>();
  const visit = (list: PDFArray, type: string | null, depth: number): void => {
    for (const item of list.asArray()) {
      if (!(item instanceof PDFRef) || seen.has(item.objectNumber) || seen.size > most || depth > deepest) continue;
      seen.add(item.objectNumber);
      const field = view.resolve(item);
      if (!(field instanceof PDFDict)) continue;
      const own = typeOf(view, field) ?? type;
      const signature = own === 'Sig' ? view.dict(field, 'V') : undefined;
      const kids = view.get(field, 'Kids');
      if (signature) found.push(fieldOf(item, field, { signature, kids }));
      else if (kids instanceof PDFArray) visit(kids, own, depth + 1);
    }
  };
  visit(fields, null, 0);
  return found;
}

function typeOf(view: PdfView, field: PDFDict): string | null {
  const type = view.get(field, 'FT');
  return type instanceof PDFName ? type.decodeText() : null;
}

function fieldOf(ref: PDFRef, field: PDFDict, { signature, kids }: { signature: PDFDict; kids: PDFObject | undefined }): SignatureField {
  const value = field.get(PDFName.of('V'));
  const others = kids instanceof PDFArray ? kids.asArray().filter((kid) => kid instanceof PDFRef) : [];
  return {
    number: ref.objectNumber,
    widgets: [ref.objectNumber, ...others.map(({ objectNumber }) => objectNumber)],
    signature,
    signatureNumber: value instanceof PDFRef ? value.objectNumber : null,
  };
}

export const subFilterOf = (signature: PDFDict): string => nameOf(signature, 'SubFilter') ?? '';

/** The bytes of a string as it is written, in either spelling. */
export const stringBytes = (value: PDFObject | undefined): Uint8Array | null =>
  value instanceof PDFHexString || value instanceof PDFString ? value.asBytes() : null;

export const stringText = (value: PDFObject | undefined): string | null =>
  value instanceof PDFHexString || value instanceof PDFString ? value.decodeText() : null;
