import { PDFArray, PDFDict, type PDFObject, PDFRawStream, PDFRef, PDFStream } from 'pdf-lib';
import { sameBytes } from '../asn1/der-values.ts';
import { nameOf } from './cross-references.ts';
import type { PdfView } from './pdf-view.ts';

export interface Pair {
  before: PDFObject | undefined;
  after: PDFObject | undefined;
}

/** Decides a pair of dictionaries itself, handing on what it leaves to compare; null leaves all of it to the ordinary way. */
export type SpecialPair = (before: PDFDict, after: PDFDict) => Pair[] | 'differs' | null;

const mostPairs = 400_000;

/** Whether two objects, with everything that they lead to, say the same in both revisions. */
export function sameObjects(
  { before, after }: { before: PdfView; after: PdfView },
  first: readonly Pair[],
  special: SpecialPair,
): boolean {
  const seen = new Set<string>();
  const waiting: Pair[] = [...first];
  let pairs = 0;
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    if (++pairs > mostPairs) return false;
    const { before: one, after: other } = pair;
    if (one instanceof PDFRef && other instanceof PDFRef) {
      const name = `${one.tag}/${other.tag}`;
      if (seen.has(name)) continue;
      seen.add(name);
    }
    const next = compare(before.resolve(one), after.resolve(other), special);
    if (next === 'differs') return false;
    waiting.push(...next);
  }
  return true;
}

function compare(one: PDFObject | undefined, other: PDFObject | undefined, special: SpecialPair): Pair[] | 'differs' {
  if (one === other) return [];
  if (!one || !other || one.constructor !== other.constructor) return 'differs';
  if (one instanceof PDFStream && other instanceof PDFStream) return compareStreams(one, other);
  if (one instanceof PDFDict && other instanceof PDFDict) return special(one, other) ?? dictPairs(one, other);
  if (one instanceof PDFArray && other instanceof PDFArray) {
    if (one.size() !== other.size()) return 'differs';
    return one.asArray().map((before, index) => ({ before, after: other.get(index) }));
  }
  return one.toString() === other.toString() ? [] : 'differs';
}

function compareStreams(one: PDFStream, other: PDFStream): Pair[] | 'differs' {
  if (!(one instanceof PDFRawStream) || !(other instanceof PDFRawStream)) return 'differs';
  return sameBytes(one.contents, other.contents) ? dictPairs(one.dict, other.dict) : 'differs';
}

/** Every key but those left out; a key that only one of them has leads to nothing in the other. */
export function dictPairs(one: PDFDict, other: PDFDict, leftOut: readonly string[] = []): Pair[] {
  const keys = new Set([...one.keys(), ...other.keys()].filter((key) => !leftOut.includes(key.decodeText())));
  return [...keys].map((key) => ({ before: one.get(key), after: other.get(key) }));
}

export const isOfType = (dict: PDFDict, type: string): boolean => nameOf(dict, 'Type') === type;
