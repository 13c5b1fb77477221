import type { Typeface } from '@/lib/documents/fonts/font-chain';
import type { Drawing, TextDrawing } from '@/lib/documents/pdf/drawing';
import { codeWidth, type EmbeddedFont } from '@/lib/documents/pdf/embedded-font';
import type { SetGlyph } from '@/lib/documents/pdf/text-setting';

export const PAGE_WIDTH = 595.28;
export const PAGE_HEIGHT = 841.89;

export type NamedFont = EmbeddedFont & { name: string };
export type PlacedDrawing = Exclude<Drawing, TextDrawing> | (TextDrawing & { glyphs: SetGlyph[] });

/** Writes one page's marks in the PDF's own language, whose y grows upwards. */
export function pageOperators(drawings: PlacedDrawing[], fontOf: (face: Typeface) => NamedFont): string {
  return drawings.map((drawing) => operatorsOf(drawing, fontOf)).join('\n');
}

function operatorsOf(drawing: PlacedDrawing, fontOf: (face: Typeface) => NamedFont): string {
  switch (drawing.kind) {
    case 'text':
      return textOperators(drawing, fontOf);
    case 'rule':
      return `${stroke(drawing.width, drawing.grey)} ${at(drawing.x1, drawing.y1)} m ${at(drawing.x2, drawing.y2)} l S`;
    case 'frame':
      return `${stroke(drawing.lineWidth)} ${box(drawing)} re S`;
    case 'block':
      return `${box(drawing)} re f`;
    case 'circle':
      return `q ${stroke(drawing.lineWidth, drawing.grey)} [4 3] 0 d ${circlePath(drawing)} s Q`;
    case 'picture':
      return `q ${n(drawing.width)} 0 0 ${n(drawing.height)} ${at(drawing.x, drawing.y + drawing.height)} cm /Photo Do Q`;
    case 'modules':
      return modulesPath(drawing);
  }
}

function textOperators(drawing: TextDrawing & { glyphs: SetGlyph[] }, fontOf: (face: Typeface) => NamedFont): string {
  const runs = runsByFace(drawing.glyphs).map(
    (run) => `/${fontOf(run.face).name} ${n(drawing.size)} Tf [${shownGlyphs(run, fontOf(run.face))}] TJ`,
  );
  const text = `BT ${at(drawing.x, drawing.y)} Td ${runs.join(' ')} ET`;
  return drawing.grey === undefined ? text : `${n(drawing.grey)} g ${text} 0 g`;
}

type Run = { face: Typeface; glyphs: SetGlyph[] };

function runsByFace(glyphs: SetGlyph[]): Run[] {
  const runs: Run[] = [];
  for (const set of glyphs) {
    const run = runs.at(-1);
    if (run?.face === set.glyph.face) run.glyphs.push(set);
    else runs.push({ face: set.glyph.face, glyphs: [set] });
  }
  return runs;
}

function shownGlyphs({ glyphs }: Run, font: NamedFont): string {
  let shown = '(';
  for (const { glyph, advance } of glyphs) {
    shown += font.shown(glyph.codePoint);
    const correction = codeWidth(glyph) - advance * 1000;
    if (Math.abs(correction) >= 0.5) shown += `)${n(correction)}(`;
  }
  return `${shown})`;
}

/** Four Bézier arcs; 0.5523 is the usual handle length for a quarter circle. */
function circlePath({ x, y, radius }: { x: number; y: number; radius: number }): string {
  const k = radius * 0.5523;
  return [
    `${at(x + radius, y)} m`,
    `${at(x + radius, y - k)} ${at(x + k, y - radius)} ${at(x, y - radius)} c`,
    `${at(x - k, y - radius)} ${at(x - radius, y - k)} ${at(x - radius, y)} c`,
    `${at(x - radius, y + k)} ${at(x - k, y + radius)} ${at(x, y + radius)} c`,
    `${at(x + k, y + radius)} ${at(x + radius, y + k)} ${at(x + radius, y)} c`,
  ].join(' ');
}

/** Counted in modules, under a matrix that makes them points. Dark ones that touch in a row are one bar, without seams. */
function modulesPath({ x, y, size, rows }: Extract<Drawing, { kind: 'modules' }>): string {
  const side = fine(size / rows.length);
  const bars = rows.flatMap((row, top) =>
    darkStretches(row).map(([first, end]) => `${first} ${top} ${end - first} 1 re`),
  );
  return `q ${side} 0 0 -${side} ${at(x, y)} cm ${bars.join(' ')} f Q`;
}

function darkStretches(row: boolean[]): [number, number][] {
  const stretches: [number, number][] = [];
  let column = 0;
  while (column < row.length) {
    let end = column;
    while (row[end]) end += 1;
    if (end > column) stretches.push([column, end]);
    column = Math.max(end, column + 1);
  }
  return stretches;
}

const stroke = (width: number, grey = 0) => `${n(width)} w ${n(grey)} G`;
const at = (x: number, y: number) => `${n(x)} ${n(PAGE_HEIGHT - y)}`;
const box = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
  `${n(x)} ${n(PAGE_HEIGHT - y - height)} ${n(width)} ${n(height)}`;
const n = (value: number) => String(Math.round(value * 100) / 100);
const fine = (value: number) => String(Math.round(value * 10_000) / 10_000);
