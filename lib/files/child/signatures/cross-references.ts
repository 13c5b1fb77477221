import { decodePDFRawStream, PDFArray, PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject, PDFObjectParser, PDFRawStream } from 'pdf-lib';

/** Where an object lies: at a place in the file, or by its index within an object stream. */
export type Location = { kind: 'at'; offset: number } | { kind: 'in'; stream: number; index: number };

export interface CrossReferences {
  /** By object number; null for an object that was freed. */
  locations: ReadonlyMap<number, Location | null>;
  root: PDFObject | undefined;
  /** Where the newest table begins. */
  start: number;
}

export class PdfViewError extends Error {}

const mostSections = 500;
const mostEntries = 300_000;
const tailLength = 2048;

/**
 * What a reader of the file's first `end` bytes goes by: the table of its last revision, then those before it. Never
 * guessed from the objects themselves; a file whose tables are broken is not looked at further.
 */
export function readCrossReferences(bytes: Uint8Array, end: number): CrossReferences {
  const locations = new Map<number, Location | null>();
  const seen = new Set<number>();
  const start = lastStart(bytes, end);
  const waiting = [start];
  let root: PDFObject | undefined;
  for (let offset = waiting.shift(); offset !== undefined; offset = waiting.shift()) {
    if (seen.has(offset) || offset >= end || seen.size >= mostSections) throw new PdfViewError('tables in a circle');
    seen.add(offset);
    const section = readSection(bytes.subarray(0, end), offset);
    for (const [number, location] of section.entries) if (!locations.has(number)) locations.set(number, location);
    if (locations.size > mostEntries) throw new PdfViewError('too many objects');
    root ??= section.trailer.get(PDFName.of('Root'));
    // A hybrid file: its hidden part comes before what was written earlier.
    for (const key of ['XRefStm', 'Prev']) {
      const next = section.trailer.get(PDFName.of(key));
      if (next instanceof PDFNumber) waiting.push(next.asNumber());
    }
  }
  return { locations, root, start };
}

function lastStart(bytes: Uint8Array, end: number): number {
  const from = Math.max(0, end - tailLength);
  const tail = Buffer.from(bytes.subarray(from, end)).toString('latin1');
  const at = tail.lastIndexOf('startxref');
  const [, offset] = /^startxref\s+(\d{1,10})\s/.exec(at < 0 ? '' : `${tail.slice(at)}\n`) ?? [];
  if (offset === undefined) throw new PdfViewError('no startxref');
  return Number(offset);
}

interface Section {
  entries: (readonly [number, Location | null])[];
  trailer: PDFDict;
}

function readSection(bytes: Uint8Array, offset: number): Section {
  const head = Buffer.from(bytes.subarray(offset, offset + 12)).toString('latin1');
  // Well-known signing software counts to the end of the line before.
  const [word] = /^\s{0,4}xref(?=\s)/.exec(head) ?? [];
  return word ? readTable(bytes, offset + word.length) : readStream(bytes, offset);
}

function readTable(bytes: Uint8Array, offset: number): Section {
  const text = Buffer.from(bytes.subarray(offset, offset + mostEntries * 20)).toString('latin1');
  const entries: Section['entries'] = [];
  const line = /\s*(\d+) (\d+)(?: ([fn]))?[ \r\n]+/y;
  let [next, left, after] = [0, 0, line.lastIndex];
  for (let match = line.exec(text); match; match = line.exec(text)) {
    const [, first, second, kind] = match;
    after = line.lastIndex;
    if (!kind) {
      [next, left] = [Number(first), Number(second)];
      continue;
    }
    if (left-- <= 0 || entries.length > mostEntries) throw new PdfViewError('more entries than announced');
    entries.push([next++, kind === 'n' ? { kind: 'at', offset: Number(first) } : null]);
  }
  const [head] = /^\s*trailer/.exec(text.slice(after, after + 40)) ?? [];
  const trailer = head && left <= 0 ? parseAt(bytes, offset + after + head.length) : undefined;
  if (!(trailer instanceof PDFDict)) throw new PdfViewError('no trailer');
  return { entries, trailer };
}

function readStream(bytes: Uint8Array, offset: number): Section {
  const object = parseObjectAt(bytes, offset).object;
  if (!(object instanceof PDFRawStream) || nameOf(object.dict, 'Type') !== 'XRef') throw new PdfViewError('no table');
  const { dict } = object;
  const data = decodePDFRawStream(object).decode();
  const widths = numbersOf(dict.get(PDFName.of('W')));
  const size = dict.get(PDFName.of('Size'));
  const index = numbersOf(dict.get(PDFName.of('Index')));
  const parts = index.length > 0 ? index : [0, size instanceof PDFNumber ? size.asNumber() : 0];
  const entries: Section['entries'] = [];
  const row = rowReader(data, widths);
  for (let part = 0; part + 1 < parts.length; part += 2) {
    for (let count = 0; count < (parts[part + 1] ?? 0); count++) {
      const [type, second, third] = row();
      entries.push([(parts[part] ?? 0) + count, locationOf(type, second, third)]);
      if (entries.length > mostEntries) throw new PdfViewError('too many entries');
    }
  }
  return { entries, trailer: dict };
}

function locationOf(type: number, second: number, third: number): Location | null {
  if (type === 1) return { kind: 'at', offset: second };
  return type === 2 ? { kind: 'in', stream: second, index: third } : null;
}

function rowReader(data: Uint8Array, widths: readonly number[]): () => [number, number, number] {
  if (widths.length !== 3 || widths.some((width) => width < 0 || width > 6)) throw new PdfViewError('odd widths');
  let at = 0;
  const field = (width: number, absent: number): number => {
    if (at + width > data.length) throw new PdfViewError('table too short');
    let value = width === 0 ? absent : 0;
    for (const end = at + width; at < end; at++) value = value * 256 + (data[at] ?? 0);
    return value;
  };
  return () => [field(widths[0] ?? 0, 1), field(widths[1] ?? 0, 0), field(widths[2] ?? 0, 0)];
}

/** `12 0 obj` and what follows it. */
export function parseObjectAt(bytes: Uint8Array, offset: number): { number: number; object: PDFObject } {
  const head = Buffer.from(bytes.subarray(offset, offset + 40)).toString('latin1');
  const [whole, number] = /^\s{0,4}(\d{1,10})\s+\d{1,5}\s+obj/.exec(head) ?? [];
  if (!whole) throw new PdfViewError('no object where the table says');
  return { number: Number(number), object: parseAt(bytes, offset + whole.length) };
}

export const parseAt = (bytes: Uint8Array, offset: number): PDFObject =>
  PDFObjectParser.forBytes(bytes.subarray(offset), PDFContext.create()).parseObject();

export const nameOf = (dict: PDFDict, key: string): string | null => {
  const value = dict.get(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : null;
};

export const numbersOf = (value: PDFObject | undefined): number[] =>
  value instanceof PDFArray ? value.asArray().map((one) => (one instanceof PDFNumber ? one.asNumber() : Number.NaN)) : [];
