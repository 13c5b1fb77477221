import { createHash } from 'node:crypto';
import { type PDFContext, type PDFRef, PDFString } from 'pdf-lib';
import { type FontTables, readFontBytes } from '@/lib/documents/fonts/font-tables';
import type { Typeface } from '@/lib/documents/fonts/font-chain';
import { addStream } from '@/lib/documents/pdf/add-stream';
import { naturalAdvance } from '@/lib/documents/pdf/text-setting';

export type EmbeddedFont = { ref: PDFRef; codeOf: (codePoint: number) => number };

/**
 * Embeds the used glyphs as a CIDFontType2. Every code point gets a code of its own, even where two share a glyph,
 * so that copied text is exactly the text that was set.
 */
export function embedFont(context: PDFContext, face: Typeface, used: Iterable<number>): EmbeddedFont {
  const codePoints = [...used].sort((one, other) => one - other);
  const codes = new Map(codePoints.map((codePoint, index) => [codePoint, index + 1]));
  const program = face.cut(codePoints);
  const name = `${subsetTag(face, codePoints)}+${face.name}`;
  const ref = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type0',
      BaseFont: name,
      Encoding: 'Identity-H',
      DescendantFonts: [descendant(context, { face, name, codePoints, program })],
      ToUnicode: addStream(context, Buffer.from(toUnicode(codePoints), 'latin1')),
    }),
  );
  return { ref, codeOf: (codePoint) => codes.get(codePoint) ?? 0 };
}

type Subset = { face: Typeface; name: string; codePoints: number[]; program: Uint8Array };

function descendant(context: PDFContext, { face, name, codePoints, program }: Subset): PDFRef {
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'CIDFontType2',
      BaseFont: name,
      CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
      FontDescriptor: descriptor(context, { face, name, codePoints, program }),
      DW: 1000,
      W: [1, codePoints.map((codePoint) => codeWidth(face, codePoint))],
      CIDToGIDMap: addStream(context, glyphMap(codePoints, readFontBytes(program))),
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
      FontFile2: addStream(context, program, { Length1: program.length }),
    }),
  );
}

/** The width a reader advances by, in whole thousandths: layout corrects against exactly this. */
export function codeWidth(face: Typeface, codePoint: number): number {
  return Math.round(naturalAdvance(face, codePoint) * 1000);
}

function glyphMap(codePoints: number[], subset: FontTables): Uint8Array {
  const map = Buffer.alloc(2 * (codePoints.length + 1));
  codePoints.forEach((codePoint, index) => {
    map.writeUInt16BE(subset.glyphOf(codePoint), 2 * (index + 1));
  });
  return map;
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
  const digest = createHash('sha256').update(`${face.name} ${codePoints.join()}`).digest();
  return [...digest.subarray(0, 6)].map((byte) => String.fromCharCode(65 + (byte % 26))).join('');
}

function utf16Hex(codePoint: number): string {
  if (codePoint <= 0xffff) return hex4(codePoint);
  const text = String.fromCodePoint(codePoint);
  return `${hex4(text.charCodeAt(0))}${hex4(text.charCodeAt(1))}`;
}

export function hex4(number: number): string {
  return number.toString(16).padStart(4, '0');
}
