import { closeSync, openSync, readSync } from 'node:fs';

/** What layout and the PDF need to know of a font, all lengths in 1/1000 of the type size. */
export type FontTables = {
  glyphOf: (codePoint: number) => number;
  advanceOf: (glyph: number) => number;
  ascent: number;
  descent: number;
  box: [number, number, number, number];
};

type Segment = { first: number; last: number; glyph: (codePoint: number) => number };
export type TableReader = (tag: string) => DataView;

/** Reads the few tables it needs, not the 15 MB of outlines beside them. */
export function readFontFile(path: string): FontTables {
  const file = openSync(path, 'r');
  try {
    const slice = (offset: number, length: number) => {
      const bytes = Buffer.alloc(length);
      readSync(file, bytes, 0, length, offset);
      return viewOf(bytes);
    };
    return readTables(tableReader(slice));
  } finally {
    closeSync(file);
  }
}

export function readFontBytes(bytes: Uint8Array): FontTables {
  return readTables(tableReader((offset, length) => viewOf(bytes.subarray(offset, offset + length))));
}

export function tableReader(slice: (offset: number, length: number) => DataView): TableReader {
  const count = slice(0, 12).getUint16(4);
  const directory = slice(12, count * 16);
  return (tag) => {
    for (let entry = 0; entry < count * 16; entry += 16) {
      const name = String.fromCharCode(...[0, 1, 2, 3].map((at) => directory.getUint8(entry + at)));
      if (name === tag) return slice(directory.getUint32(entry + 8), directory.getUint32(entry + 12));
    }
    throw new Error(`font has no table ${tag}`);
  };
}

function readTables(table: TableReader): FontTables {
  const head = table('head');
  const hhea = table('hhea');
  const hmtx = table('hmtx');
  const scale = 1000 / head.getUint16(18);
  const longMetrics = hhea.getUint16(34);
  const segments = readSegments(table('cmap'));
  return {
    glyphOf: (codePoint) => findSegment(segments, codePoint)?.glyph(codePoint) ?? 0,
    advanceOf: (glyph) => hmtx.getUint16(4 * Math.min(glyph, longMetrics - 1)) * scale,
    ascent: hhea.getInt16(4) * scale,
    descent: hhea.getInt16(6) * scale,
    box: [head.getInt16(36) * scale, head.getInt16(38) * scale, head.getInt16(40) * scale, head.getInt16(42) * scale],
  };
}

function findSegment(segments: Segment[], codePoint: number): Segment | undefined {
  let low = 0;
  let high = segments.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const segment = segments[middle];
    if (segment === undefined || codePoint < segment.first) high = middle - 1;
    else if (codePoint > segment.last) low = middle + 1;
    else return segment;
  }
  return undefined;
}

function readSegments(cmap: DataView): Segment[] {
  const offsets = Array.from({ length: cmap.getUint16(2) }, (_, index) => cmap.getUint32(8 + 8 * index));
  const full = offsets.find((offset) => cmap.getUint16(offset) === 12);
  if (full !== undefined) return readFormat12(cmap, full);
  const basic = offsets.find((offset) => cmap.getUint16(offset) === 4);
  if (basic !== undefined) return readFormat4(cmap, basic);
  throw new Error('font has no Unicode character map');
}

function readFormat12(cmap: DataView, start: number): Segment[] {
  return Array.from({ length: cmap.getUint32(start + 12) }, (_, index) => {
    const group = start + 16 + 12 * index;
    const first = cmap.getUint32(group);
    const glyphOfFirst = cmap.getUint32(group + 8);
    return { first, last: cmap.getUint32(group + 4), glyph: (codePoint) => glyphOfFirst + codePoint - first };
  });
}

function readFormat4(cmap: DataView, start: number): Segment[] {
  const doubled = cmap.getUint16(start + 6);
  return Array.from({ length: doubled / 2 }, (_, index) => {
    const end = start + 14 + 2 * index;
    const first = cmap.getUint16(end + 2 + doubled);
    const delta = cmap.getUint16(end + 2 + 2 * doubled);
    const rangeAt = end + 2 + 3 * doubled;
    const range = cmap.getUint16(rangeAt);
    const glyph = (codePoint: number) => {
      if (range === 0) return (codePoint + delta) & 0xffff;
      const listed = cmap.getUint16(rangeAt + range + 2 * (codePoint - first));
      return listed === 0 ? 0 : (listed + delta) & 0xffff;
    };
    return { first, last: cmap.getUint16(end), glyph };
  });
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
