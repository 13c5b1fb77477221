import { openTypefaces } from '@/lib/documents/fonts/font-chain';
import { tableReader } from '@/lib/documents/fonts/font-tables';

const ON_CURVE = 1;
const X_SHORT = 2;
const Y_SHORT = 4;
const REPEATED = 8;
const X_SAME_OR_POSITIVE = 16;
const Y_SAME_OR_POSITIVE = 32;

type Point = { x: number; y: number; isOn: boolean };

/** The outlines of these characters as SVG paths, each in a square of 1 by 1 whose y grows downwards. */
export async function glyphOutlines(text: string): Promise<string[]> {
  const typefaces = await openTypefaces(text);
  return [...text].map((character) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const face = typefaces.faceOf(codePoint, 'bold');
    const { program, places } = face.cut([face.tables.glyphOf(codePoint)]);
    return outlineIn(program, places[0] ?? 1);
  });
}

function outlineIn(program: Uint8Array, glyph: number): string {
  const table = tableReader((offset, length) => new DataView(program.buffer, program.byteOffset + offset, length));
  const [glyf, loca, head] = [table('glyf'), table('loca'), table('head')];
  const start = loca.getUint32(4 * glyph);
  if (start === loca.getUint32(4 * glyph + 4)) return '';
  const scale = 1 / head.getUint16(18);
  return contoursOf(glyf, start)
    .map((points) => contourPath(points, scale))
    .join('');
}

function contoursOf(glyf: DataView, start: number): Point[][] {
  const count = glyf.getInt16(start);
  const ends = Array.from({ length: count }, (_, index) => glyf.getUint16(start + 10 + 2 * index));
  const points = (ends.at(-1) ?? -1) + 1;
  const flagsAt = start + 12 + 2 * count;
  const { flags, after } = readFlags(glyf, flagsAt, points);
  const xs = readCoordinates({ glyf, at: after, flags, short: X_SHORT, same: X_SAME_OR_POSITIVE });
  const ys = readCoordinates({ glyf, at: xs.after, flags, short: Y_SHORT, same: Y_SAME_OR_POSITIVE });
  const all = flags.map((flag, index): Point => {
    return { x: xs.values[index] ?? 0, y: ys.values[index] ?? 0, isOn: (flag & ON_CURVE) !== 0 };
  });
  return ends.map((end, index) => all.slice((ends[index - 1] ?? -1) + 1, end + 1));
}

function readFlags(glyf: DataView, start: number, points: number): { flags: number[]; after: number } {
  const flags: number[] = [];
  let at = start;
  while (flags.length < points) {
    const flag = glyf.getUint8(at++);
    const times = (flag & REPEATED) === 0 ? 1 : glyf.getUint8(at++) + 1;
    for (let time = 0; time < times; time += 1) flags.push(flag);
  }
  return { flags, after: at };
}

type Coordinates = { glyf: DataView; at: number; flags: number[]; short: number; same: number };

function readCoordinates({ glyf, at, flags, short, same }: Coordinates): { values: number[]; after: number } {
  const values: number[] = [];
  let value = 0;
  let after = at;
  for (const flag of flags) {
    if ((flag & short) !== 0) {
      value += (flag & same) !== 0 ? glyf.getUint8(after) : -glyf.getUint8(after);
      after += 1;
    } else if ((flag & same) === 0) {
      value += glyf.getInt16(after);
      after += 2;
    }
    values.push(value);
  }
  return { values, after };
}

/** Between two points off the curve lies one on it that the font does not spell out. */
function contourPath(points: Point[], scale: number): string {
  const spelled = points.flatMap((point, index) => {
    const before = points.at(index - 1) ?? point;
    const between = { x: (before.x + point.x) / 2, y: (before.y + point.y) / 2, isOn: true };
    return point.isOn || before.isOn ? [point] : [between, point];
  });
  const first = spelled.findIndex(({ isOn }) => isOn);
  const turned = [...spelled.slice(first), ...spelled.slice(0, first + 1)];
  const place = ({ x, y }: Point) => `${(x * scale).toFixed(3)} ${(0.88 - y * scale).toFixed(3)}`;
  const parts = turned.map((point, index) => {
    if (index === 0) return `M${place(point)}`;
    const before = turned[index - 1];
    if (!point.isOn) return `Q${place(point)} `;
    return before?.isOn === false ? place(point) : `L${place(point)}`;
  });
  return `${parts.join('')}Z`;
}
