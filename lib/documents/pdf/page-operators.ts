import type { Typeface, Typefaces } from '@/lib/documents/fonts/font-chain';
import type { Drawing, Modules, TextDrawing } from '@/lib/documents/pdf/drawing';
import type { EmbeddedFont } from '@/lib/documents/pdf/embedded-font';
import { setGlyphs } from '@/lib/documents/pdf/text-setting';

export const PAGE_WIDTH = 595.28;
export const PAGE_HEIGHT = 841.89;

export type NamedFont = EmbeddedFont & { name: string };
type Inks = { typefaces: Typefaces; fontOf: (face: Typeface) => NamedFont };

/** Writes one page's marks in the PDF's own language, whose y grows upwards. */
export function pageOperators(drawings: Drawing[], inks: Inks): string {
  return drawings.map((drawing) => operatorsOf(drawing, inks)).join('\n');
}

function operatorsOf(drawing: Drawing, inks: Inks): string {
  switch (drawing.kind) {
    case 'text':
      return textOperators(drawing, inks);
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

/** One line of text; where the typeface changes, the next goes on where the last one stopped. */
function textOperators(drawing: TextDrawing, { typefaces, fontOf }: Inks): string {
  let text = `BT ${at(drawing.x, drawing.y)} Td`;
  let font: NamedFont | undefined;
  let face: Typeface | undefined;
  for (const { glyph, advance } of setGlyphs({ ...drawing, typefaces })) {
    if (font === undefined || glyph.face !== face) {
      text += font === undefined ? '' : ')] TJ';
      [face, font] = [glyph.face, fontOf(glyph.face)];
      text += ` /${font.name} ${n(drawing.size)} Tf [(`;
    }
    text += font.shown(glyph);
    const correction = glyph.width - Math.round(advance * 1000);
    if (correction !== 0) text += `)${correction}(`;
  }
  text += font === undefined ? ' ET' : ')] TJ ET';
  return drawing.grey === undefined ? text : `${n(drawing.grey)} g ${text} 0 g`;
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
    start = end - 1;
  }
  return bars;
}

const stroke = (width: number, grey = 0) => `${n(width)} w ${n(grey)} G`;
const at = (x: number, y: number) => `${n(x)} ${n(PAGE_HEIGHT - y)}`;
const box = ({ x, y, width, height }: { x: number; y: number; width: number; height: number }) =>
  `${n(x)} ${n(PAGE_HEIGHT - y - height)} ${n(width)} ${n(height)}`;
const n = (value: number) => String(Math.round(value * 100) / 100);
const fine = (value: number) => String(Math.round(value * 10_000) / 10_000);
