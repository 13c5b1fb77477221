import type { Typeface, Typefaces, Weight } from '@/lib/documents/fonts/font-chain';

/** One character in its place: `advance` is the room it takes in this line, `natural` what its font says. Both in em. */
export type SetGlyph = { codePoint: number; face: Typeface; natural: number; advance: number };

export type TextStyle = { size: number; weight: Weight };

const HALF = 0.5;
const GAP_TO_LATIN = 0.125;
const WIDEST_SPREAD = 0.12;
const CLOSING = new Set('，。、；：）》」』】〕〉”’');
const OPENING = new Set('（《「『【〔〈“‘');

/** Chinese setting: two full-width marks in a row share one place, and Latin keeps a hair's breadth from Han. */
export function setGlyphs(input: { text: string; weight: Weight; typefaces: Typefaces; spread?: number }): SetGlyph[] {
  const characters = [...input.text];
  return characters.map((character, index) => {
    const codePoint = character.codePointAt(0) ?? 0;
    const face = input.typefaces.faceOf(codePoint, input.weight);
    const natural = naturalAdvance(face, codePoint);
    const next = characters[index + 1];
    if (next === undefined) return { codePoint, face, natural, advance: natural };
    const spread = input.spread !== undefined && stretches(character, next) ? input.spread : 0;
    return { codePoint, face, natural, advance: natural + adjustment(character, next, natural) + spread };
  });
}

/** The room to add at each stretchable place so that a line fills its measure; none if gaps would show. */
export function spreadToFill(input: { text: string; width: number; room: number; size: number }): number | undefined {
  const characters = [...input.text];
  const places = characters.filter((character, index) => stretches(character, characters[index + 1] ?? '')).length;
  const spread = Math.max(0, input.room - input.width) / input.size / places;
  return spread > 0.001 && spread < WIDEST_SPREAD ? spread : undefined;
}

export function widthOf(glyphs: SetGlyph[]): number {
  return glyphs.reduce((width, glyph) => width + glyph.advance, 0);
}

/** All figures take the same room, so that numbers stand in columns. */
export function naturalAdvance(face: Typeface, codePoint: number): number {
  const isFigure = codePoint >= 0x30 && codePoint <= 0x39;
  return face.tables.advanceOf(face.tables.glyphOf(isFigure ? 0x30 : codePoint)) / 1000;
}

export function isClosingMark(character: string): boolean {
  return CLOSING.has(character);
}

export function isOpeningMark(character: string): boolean {
  return OPENING.has(character);
}

function isHan(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0;
  if (codePoint < 0x2e80) return false;
  return (codePoint >= 0x4e00 && codePoint <= 0x9fff) || /\p{Script=Han}/u.test(character);
}

function adjustment(character: string, next: string, natural: number): number {
  if (natural === 1 && CLOSING.has(character) && (CLOSING.has(next) || OPENING.has(next))) return -HALF;
  if (natural === 1 && OPENING.has(character) && OPENING.has(next)) return -HALF;
  return meetsLatin(character, next) || meetsLatin(next, character) ? GAP_TO_LATIN : 0;
}

function stretches(character: string, next: string): boolean {
  return next !== '' && (isHan(character) || isHan(next));
}

function meetsLatin(one: string, other: string): boolean {
  return /[A-Za-z0-9]/.test(other) && isHan(one);
}
