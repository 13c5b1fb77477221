import { createHash } from 'node:crypto';
import { type PDFContext, type PDFRef, PDFString } from 'pdf-lib';
import type { Typeface } from '@/lib/documents/fonts/font-chain';
import { addProgram, addStream } from '@/lib/documents/pdf/add-stream';
import type { Glyph } from '@/lib/documents/pdf/glyph';

/** `shown` is a character's code as it stands in a PDF string. */
export type EmbeddedFont = { ref: PDFRef; shown: (glyph: Glyph) => string };

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);
const ESCAPED: Record<number, string> = { 10: '\\n', 13: '\\r', 40: '\\(', 41: '\\)', 92: '\\\\' };
const STRING_BYTE = BYTES.map((byte) => ESCAPED[byte] ?? String.fromCharCode(byte));
const HEX = BYTES.map((byte) => byte.toString(16).padStart(2, '0'));

/**
 * Embeds the used glyphs as a CIDFontType2. Every code point gets a code of its own, even where two share a glyph,
 * so that copied text is exactly the text that was set.
 */
export function embedFont(context: PDFContext, face: Typeface, used: Glyph[]): EmbeddedFont {
  const glyphs = used.toSorted((one, other) => one.codePoint - other.codePoint);
  const codePoints = glyphs.map((glyph) => glyph.codePoint);
  const codes = new Map(glyphs.map((glyph, index) => [glyph, stringBytes(index + 1)]));
  const cut = face.cut(codePoints.map(face.tables.glyphOf));
  const name = `${subsetTag(face, codePoints)}+${face.name}`;
  const ref = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant(context, { face, name, glyphs, ...cut })],
      ToUnicode: addStream(context, Buffer.from(toUnicode(codePoints), 'latin1')),
    }),
  );
  return { ref, shown: (glyph) => codes.get(glyph) ?? '' };
}

type Subset = { face: Typeface; name: string; glyphs: Glyph[]; program: Uint8Array; places: number[] };

function descendant(context: PDFContext, subset: Subset): PDFRef {
  const { name, glyphs, places } = subset;
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor(context, subset),
      DW: 1000,
      W: widths(glyphs),
      CIDToGIDMap: glyphMap(context, places),
    }),
  );
}

function descriptor(context: PDFContext, { face, name, program }: Subset): PDFRef {
  const { ascent, descent, box } = face.tables;
  const isBold = face.name.includes('Bold');
  return context.register(
    context.obj({
      Type: 'FontDescriptor',
      FontName: name,
      Flags: 4,
      FontBBox: box.map(Math.round),
      ItalicAngle: 0,
      Ascent: Math.round(ascent),
      Descent: Math.round(descent),
      CapHeight: 733,
      StemV: isBold ? 140 : 80,
      FontFile2: addProgram(context, program),
    }),
  );
}

/** Only the widths that are not a full em, in runs of neighbouring codes. */
function widths(glyphs: Glyph[]): (number | number[])[] {
  const runs: { first: number; widths: number[] }[] = [];
  glyphs.forEach((glyph, index) => {
    if (glyph.width === 1000) return;
    const run = runs.at(-1);
    if (run !== undefined && run.first + run.widths.length === index + 1) run.widths.push(glyph.width);
    else runs.push({ first: index + 1, widths: [glyph.width] });
  });
  return runs.flatMap((run) => [run.first, run.widths]);
}

/** Codes count from one, and so do the glyphs of a program that was cut for them. */
function glyphMap(context: PDFContext, places: number[]): PDFRef | string {
  if (places.every((place, index) => place === index + 1)) return 'Identity';
  const map = Buffer.alloc(2 * (places.length + 1));
  places.forEach((place, index) => {
    map.writeUInt16BE(place, 2 * (index + 1));
  });
  return addStream(context, map);
}

function toUnicode(codePoints: number[]): string {
  const pairs = codePoints.map((codePoint, index) => `<${hex4(index + 1)}><${utf16Hex(codePoint)}>`);
  const groups = Array.from({ length: Math.ceil(pairs.length / 100) }, (_, group) => {
    const part = pairs.slice(group * 100, group * 100 + 100);
    return `${part.length} beginbfchar\n${part.join('\n')}\nendbfchar`;
  });
  return [
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def',
    '1 begincodespacerange\n<0000><ffff>\nendcodespacerange',
    ...groups,
    'endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend',
  ].join('\n');
}

function subsetTag(face: Typeface, codePoints: number[]): string {
  const digest = createHash('sha256').update(face.name).update(Uint32Array.from(codePoints)).digest();
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

function utf16Hex(codePoint: number): string {
  if (codePoint <= 0xffff) return hex4(codePoint);
  const text = String.fromCodePoint(codePoint);
  return `${hex4(text.charCodeAt(0))}${hex4(text.charCodeAt(1))}`;
}

function hex4(number: number): string {
  return `${HEX[number >> 8]}${HEX[number & 0xff]}`;
}

/** Two bytes inside parentheses; those that mean something there are escaped. */
function stringBytes(code: number): string {
  return `${STRING_BYTE[code >> 8]}${STRING_BYTE[code & 0xff]}`;
}
