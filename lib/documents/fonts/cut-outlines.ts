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
    return { program: assemble(outlines, [0, ...glyphs]), places: glyphs.map((_, index) => index + 1) };
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

function assemble({ table, glyf, outlineAt }: Outlines, glyphs: number[]): Buffer {
  const outlines = glyphs.map(outlineAt);
  const [head, hhea, hmtx, maxp] = [table('head'), table('hhea'), table('hmtx'), table('maxp')];
  const program = new Program([
    ['glyf', outlines.reduce((size, [start, end]) => size + padded(end - start), 0)],
    ['head', head.byteLength],
    ['hhea', hhea.byteLength],
    ['hmtx', 4 * glyphs.length],
    ['loca', 4 * (glyphs.length + 1)],
    ['maxp', maxp.byteLength],
  ]);
  copyOutlines({ glyf, outlines, target: program.part('glyf'), loca: program.part('loca') });
  copyTable(head, program.part('head')).writeInt16BE(LOCA_LONG, 50);
  copyTable(maxp, program.part('maxp')).writeUInt16BE(glyphs.length, 4);
  copyTable(hhea, program.part('hhea')).writeUInt16BE(glyphs.length, 34);
  copyMetrics({ hmtx, longMetrics: hhea.getUint16(34), glyphs, target: program.part('hmtx') });
  return program.finish();
}

type OutlineCopy = { glyf: Buffer; outlines: [number, number][]; target: Buffer; loca: Buffer };

function copyOutlines({ glyf, outlines, target, loca }: OutlineCopy): void {
  let at = 0;
  outlines.forEach(([start, end], index) => {
    refuseUnknownKinds(glyf, start, end);
    at += padded(glyf.copy(target, at, start, end));
    loca.writeUInt32BE(at, 4 * (index + 1));
  });
}

function refuseUnknownKinds(glyf: Buffer, start: number, end: number): void {
  if (start === end) return;
  const contours = glyf.readInt16BE(start);
  if (contours < 0) throw new Error('the font has composite glyphs, which cannot be cut');
  if (glyf.readUInt16BE(start + 10 + 2 * contours) > 0) throw new Error('the font has hints, which cannot be cut');
}

type MetricsCopy = { hmtx: DataView; longMetrics: number; glyphs: number[]; target: Buffer };

function copyMetrics({ hmtx, longMetrics, glyphs, target }: MetricsCopy): void {
  glyphs.forEach((glyph, index) => {
    const isShort = glyph >= longMetrics;
    target.writeUInt16BE(hmtx.getUint16(4 * Math.min(glyph, longMetrics - 1)), 4 * index);
    const bearingAt = isShort ? 4 * longMetrics + 2 * (glyph - longMetrics) : 4 * glyph + 2;
    target.writeInt16BE(hmtx.getInt16(bearingAt), 4 * index + 2);
  });
}

function copyTable(table: DataView, target: Buffer): Buffer {
  target.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
  return target;
}

type Part = { tag: string; start: number; length: number };

/** A TrueType file to be filled in: the table directory, then the tables, each at a multiple of four. */
class Program {
  readonly #bytes: Buffer;
  readonly #parts: Part[] = [];

  constructor(tables: [tag: string, length: number][]) {
    let end = 12 + 16 * tables.length;
    for (const [tag, length] of tables) {
      this.#parts.push({ tag, start: end, length });
      end += padded(length);
    }
    this.#bytes = Buffer.alloc(end);
  }

  part(tag: string): Buffer {
    const part = this.#parts.find((candidate) => candidate.tag === tag);
    if (part === undefined) throw new Error(`the program has no table ${tag}`);
    return this.#bytes.subarray(part.start, part.start + part.length);
  }

  finish(): Buffer {
    const count = this.#parts.length;
    const power = 2 ** Math.floor(Math.log2(count));
    const head = [0x0001, 0x0000, count, 16 * power, Math.log2(power), 16 * (count - power)];
    head.forEach((value, index) => {
      this.#bytes.writeUInt16BE(value, 2 * index);
    });
    this.#parts.forEach(({ tag, start, length }, index) => {
      const entry = 12 + 16 * index;
      this.#bytes.write(tag, entry, 'latin1');
      this.#bytes.writeUInt32BE(this.#checksum(start, padded(length)), entry + 4);
      this.#bytes.writeUInt32BE(start, entry + 8);
      this.#bytes.writeUInt32BE(length, entry + 12);
    });
    return this.#bytes;
  }

  #checksum(start: number, length: number): number {
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + start, length);
    let sum = 0;
    for (let at = 0; at < length; at += 4) sum = (sum + view.getUint32(at)) | 0;
    return sum >>> 0;
  }
}

const padded = (length: number) => (length + 3) & ~3;
