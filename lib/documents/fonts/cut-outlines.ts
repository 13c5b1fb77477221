import { type TableReader, tableReader } from '@/lib/documents/fonts/font-tables';

/** A font program with only these glyphs, and where in it each of them stands. */
export type CutOutlines = (glyphs: number[]) => { program: Uint8Array; places: number[] };

const LOCA_LONG = 1;

/**
 * Copies the outlines of the glyphs asked for into a TrueType font of its own, one after the other. The fonts here
 * have neither composite glyphs nor hints, so that copying is all there is to it; others are refused.
 */
export function outlineCutter(load: () => Uint8Array): CutOutlines {
  let outlines: Outlines | undefined;
  return (glyphs) => {
    outlines ??= readOutlines(load());
    return { program: assemble(cutTables(outlines, [0, ...glyphs])), places: glyphs.map((_, index) => index + 1) };
  };
}

type Outlines = { table: TableReader; glyf: Buffer; outlineAt: (glyph: number) => [number, number] };

function readOutlines(font: Uint8Array): Outlines {
  const table = tableReader((offset, length) => new DataView(font.buffer, font.byteOffset + offset, length));
  const [head, loca, glyf] = [table('head'), table('loca'), table('glyf')];
  const isLong = head.getInt16(50) === LOCA_LONG;
  const startOf = (glyph: number) => (isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph));
  const bytes = Buffer.from(glyf.buffer, glyf.byteOffset, glyf.byteLength);
  return { table, glyf: bytes, outlineAt: (glyph) => [startOf(glyph), startOf(glyph + 1)] };
}

function cutTables({ table, glyf, outlineAt }: Outlines, glyphs: number[]): Map<string, Buffer> {
  const places = glyphs.map(outlineAt);
  const loca = Buffer.alloc(4 * (glyphs.length + 1));
  const outlines = Buffer.alloc(places.reduce((size, [start, end]) => size + paddedLength(end - start), 0));
  let at = 0;
  places.forEach(([start, end], index) => {
    refuseUnknownKinds(glyf, start, end);
    at += paddedLength(glyf.copy(outlines, at, start, end));
    loca.writeUInt32BE(at, 4 * (index + 1));
  });
  const head = copyOf(table('head'));
  head.writeInt16BE(LOCA_LONG, 50);
  const maxp = copyOf(table('maxp'));
  maxp.writeUInt16BE(glyphs.length, 4);
  const hhea = copyOf(table('hhea'));
  const longMetrics = hhea.readUInt16BE(34);
  hhea.writeUInt16BE(glyphs.length, 34);
  const hmtx = cutMetrics(table('hmtx'), longMetrics, glyphs);
  return new Map(Object.entries({ glyf: outlines, head, hhea, hmtx, loca, maxp }));
}

function refuseUnknownKinds(glyf: Buffer, start: number, end: number): void {
  if (start === end) return;
  const contours = glyf.readInt16BE(start);
  if (contours < 0) throw new Error('the font has composite glyphs, which cannot be cut');
  if (glyf.readUInt16BE(start + 10 + 2 * contours) > 0) throw new Error('the font has hints, which cannot be cut');
}

function cutMetrics(hmtx: DataView, longMetrics: number, glyphs: number[]): Buffer {
  const metrics = Buffer.alloc(4 * glyphs.length);
  glyphs.forEach((glyph, index) => {
    const isShort = glyph >= longMetrics;
    metrics.writeUInt16BE(hmtx.getUint16(4 * Math.min(glyph, longMetrics - 1)), 4 * index);
    const bearingAt = isShort ? 4 * longMetrics + 2 * (glyph - longMetrics) : 4 * glyph + 2;
    metrics.writeInt16BE(hmtx.getInt16(bearingAt), 4 * index + 2);
  });
  return metrics;
}

/** The table directory, then the tables, each at a multiple of four. */
function assemble(tables: Map<string, Buffer>): Buffer {
  const parts = [...tables].map(([tag, bytes]) => ({ tag, bytes, room: paddedLength(bytes.length) }));
  const headLength = 12 + 16 * parts.length;
  const program = Buffer.alloc(parts.reduce((size, part) => size + part.room, headLength));
  const power = 2 ** Math.floor(Math.log2(parts.length));
  program.writeUInt32BE(0x00010000, 0);
  program.writeUInt16BE(parts.length, 4);
  program.writeUInt16BE(16 * power, 6);
  program.writeUInt16BE(Math.log2(power), 8);
  program.writeUInt16BE(16 * (parts.length - power), 10);
  let at = headLength;
  parts.forEach(({ tag, bytes, room }, index) => {
    bytes.copy(program, at);
    const entry = 12 + 16 * index;
    program.write(tag, entry, 'latin1');
    program.writeUInt32BE(checksum(program.subarray(at, at + room)), entry + 4);
    program.writeUInt32BE(at, entry + 8);
    program.writeUInt32BE(bytes.length, entry + 12);
    at += room;
  });
  return program;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}

/** A table that may be written to without touching the font. */
function copyOf(table: DataView): Buffer {
  return Buffer.from(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
}

function paddedLength(length: number): number {
  return (length + 3) & ~3;
}
