import { decodePDFRawStream, PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFObjectParser, PDFRawStream, PDFRef } from 'pdf-lib';
import { type CrossReferences, type Location, nameOf, parseObjectAt, PdfViewError, readCrossReferences } from './cross-references.ts';

/** A PDF as it stood after one of its revisions: the first `end` of its bytes, read as a viewer reads them. */
export class PdfView {
  readonly bytes: Uint8Array;
  readonly end: number;
  readonly #references: CrossReferences;
  readonly #objects = new Map<number, PDFObject | undefined>();
  readonly #streams = new Map<number, Map<number, PDFObject>>();

  constructor(bytes: Uint8Array, end: number = bytes.length) {
    this.bytes = bytes;
    this.end = end;
    this.#references = readCrossReferences(bytes, end);
  }

  get catalog(): PDFDict {
    const catalog = this.resolve(this.#references.root);
    if (!(catalog instanceof PDFDict)) throw new PdfViewError('no catalogue');
    return catalog;
  }

  /** Where its newest table begins. */
  get tableStart(): number {
    return this.#references.start;
  }

  location(number: number): Location | null {
    return this.#references.locations.get(number) ?? null;
  }

  /** What a reference leads to, however far; undefined where it leads nowhere. */
  resolve(object: PDFObject | undefined): PDFObject | undefined {
    let found = object;
    for (let steps = 0; found instanceof PDFRef; steps++) {
      if (steps > 10) throw new PdfViewError('references in a circle');
      found = this.#object(found.objectNumber);
    }
    return found;
  }

  get(dict: PDFDict, key: string): PDFObject | undefined {
    return this.resolve(dict.get(PDFName.of(key)));
  }

  dict(dict: PDFDict, key: string): PDFDict | undefined {
    const found = this.get(dict, key);
    return found instanceof PDFDict ? found : undefined;
  }

  #object(number: number): PDFObject | undefined {
    if (!this.#objects.has(number)) this.#objects.set(number, this.#read(number));
    return this.#objects.get(number);
  }

  #read(number: number): PDFObject | undefined {
    const location = this.location(number);
    if (!location) return undefined;
    if (location.kind === 'in') return this.#inside(location.stream).get(number);
    const found = parseObjectAt(this.bytes.subarray(0, this.end), location.offset);
    if (found.number !== number) throw new PdfViewError('another object than the table says');
    return found.object;
  }

  #inside(number: number): Map<number, PDFObject> {
    const known = this.#streams.get(number);
    if (known) return known;
    const location = this.location(number);
    if (location?.kind !== 'at') throw new PdfViewError('no object stream');
    const { object } = parseObjectAt(this.bytes.subarray(0, this.end), location.offset);
    if (!(object instanceof PDFRawStream) || nameOf(object.dict, 'Type') !== 'ObjStm') throw new PdfViewError('no object stream');
    const objects = readObjectStream(object);
    this.#streams.set(number, objects);
    return objects;
  }
}

function readObjectStream(stream: PDFRawStream): Map<number, PDFObject> {
  const data = decodePDFRawStream(stream).decode();
  const first = stream.dict.get(PDFName.of('First'));
  if (!(first instanceof PDFNumber)) throw new PdfViewError('no object stream');
  const head = Buffer.from(data.subarray(0, first.asNumber())).toString('latin1').trim().split(/\s+/).map(Number);
  const objects = new Map<number, PDFObject>();
  for (let at = 0; at + 1 < head.length; at += 2) {
    const start = first.asNumber() + (head[at + 1] ?? 0);
    objects.set(head[at] ?? 0, PDFObjectParser.forBytes(data.subarray(start), PDFContext.create()).parseObject());
  }
  return objects;
}
