import type { Typeface } from '@/lib/documents/fonts/font-chain';
import type { Drawing, Modules, TextDrawing } from '@/lib/documents/pdf/drawing';
import type { EmbeddedFont } from '@/lib/documents/pdf/embedded-font';
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
    shown += font.shown(glyph);
    const correction = glyph.width - advance * 1000;
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

/** Counted in modules, under a matrix that makes them points. */
function modulesPath({ x, y, size, modules }: Extract<Drawing, { kind: 'modules' }>): string {
  const side = fine(size / modules.side);
  const bars = barsOf.get(modules) ?? drawBars(modules);
  barsOf.set(modules, bars);
  return `q ${side} 0 0 -${side} ${at(x, y)} cm ${bars}f Q`;
}

const barsOf = new WeakMap<Modules, string>();

/** Dark modules of one row that touch are one bar, so that no seam shows between them. */
function drawBars({ side, dark }: Modules): string {
  let bars = '';
  for (let start = 0; start < dark.length; start += 1) {
    if (dark[start] !== 1) continue;
    const rowEnd = start - (start % side) + side;
    let end = start + 1;
    while (end < rowEnd && dark[end] === 1) end += 1;
    bars += `${start % side} ${Math.floor(start / side)} ${end - start} 1 re\n`;
    start = end;
  }
  return bars;
}

const stroke = (width: number, grey = 0) => `${n(width)} w ${n(grey)} G`;
const at = (x: number, y: number) => `${n(x)} ${n(PAGE_HEIGHT - y)}`;
const box = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
  `${n(x)} ${n(PAGE_HEIGHT - y - height)} ${n(width)} ${n(height)}`;
const n = (value: number) => String(Math.round(value * 100) / 100);
const fine = (value: number) => String(Math.round(value * 10_000) / 10_000);
