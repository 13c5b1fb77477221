import type { Typefaces, Weight } from '@/lib/documents/fonts/font-chain';
import { type Glyph, glyphsOf } from '@/lib/documents/pdf/glyph';

/** One character in its place: `advance` is the room that it takes in this line, in em. */
export type SetGlyph = { glyph: Glyph; advance: number };

export type TextStyle = { size: number; weight: Weight };

const HALF = 0.5;
const GAP_TO_LATIN = 0.125;
const WIDEST_SPREAD = 0.12;

type Settings = Record<Weight, Map<string, SetGlyph[]>>;

const settingsBy = new WeakMap<Typefaces, Settings>();

/** Chinese setting: two full-width marks in a row share one place, and Latin keeps a hair's breadth from Han. */
export function setGlyphs(input: { text: string; weight: Weight; typefaces: Typefaces; spread?: number }): SetGlyph[] {
  const { text, weight, typefaces, spread = 0 } = input;
  const settings = settingsBy.get(typefaces) ?? { regular: new Map(), bold: new Map() };
  settingsBy.set(typefaces, settings);
  const known = spread === 0 ? settings[weight].get(text) : undefined;
  const glyphs = known ?? place(glyphsOf(input), spread);
  if (spread === 0) settings[weight].set(text, glyphs);
  return glyphs;
}

function place(glyphs: Glyph[], spread: number): SetGlyph[] {
  return glyphs.map((glyph, index) => {
    const next = glyphs[index + 1];
    if (next === undefined) return { glyph, advance: glyph.natural };
    const extra = spread !== 0 && stretches(glyph, next) ? spread : 0;
    return { glyph, advance: glyph.natural + adjustment(glyph, next) + extra };
  });
}

/** The room to add at each stretchable place so that a line fills its measure; none if gaps would show. */
export function spreadToFill(
  input: TextStyle & { text: string; width: number; room: number; typefaces: Typefaces },
): number | undefined {
  const glyphs = glyphsOf(input);
  const places = glyphs.filter((glyph, index) => stretches(glyph, glyphs[index + 1])).length;
  const spread = Math.max(0, input.room - input.width) / input.size / places;
  return spread > 0.001 && spread < WIDEST_SPREAD ? spread : undefined;
}

export function widthOf(glyphs: SetGlyph[]): number {
  return glyphs.reduce((width, glyph) => width + glyph.advance, 0);
}

function adjustment(glyph: Glyph, next: Glyph): number {
  if (glyph.kind === 'closing' && (next.kind === 'closing' || next.kind === 'opening')) return -HALF;
  if (glyph.kind === 'opening' && next.kind === 'opening') return -HALF;
  const meetsLatin = (glyph.kind === 'han' && next.kind === 'latin') || (glyph.kind === 'latin' && next.kind === 'han');
  return meetsLatin ? GAP_TO_LATIN : 0;
}

function stretches(glyph: Glyph, next: Glyph | undefined): boolean {
  return next !== undefined && (glyph.kind === 'han' || next.kind === 'han');
}
