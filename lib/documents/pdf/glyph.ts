import type { Typeface, Typefaces, Weight } from '@/lib/documents/fonts/font-chain';

/** Full-width marks have an empty half, which setting may take away. */
type Kind = 'han' | 'latin' | 'opening' | 'closing' | 'other';

/** `natural` is a character's own advance in em; `width` the same in whole thousandths, as a PDF says it. */
export type Glyph = {
  character: string;
  codePoint: number;
  face: Typeface;
  natural: number;
  width: number;
  kind: Kind;
};

const CLOSING = new Set('，。、；：）》」』】〕〉”’');
const OPENING = new Set('（《「『【〔〈“‘');
type Known = Record<Weight, Map<string, Glyph>>;

const knownBy = new WeakMap<Typefaces, Known>();
const glyphsByFace = new WeakMap<Typeface, Map<number, Glyph>>();

/** Text as its typefaces draw it. Every character is looked up once for all the text of a form. */
export function glyphsOf({ text, weight, typefaces }: { text: string; weight: Weight; typefaces: Typefaces }): Glyph[] {
  const known = knownBy.get(typefaces) ?? { regular: new Map(), bold: new Map() };
  knownBy.set(typefaces, known);
  const glyphs: Glyph[] = [];
  for (const character of text) {
    const glyph = known[weight].get(character) ?? glyphIn(character, weight, typefaces);
    known[weight].set(character, glyph);
    glyphs.push(glyph);
  }
  return glyphs;
}

/** What is known of a character does not change from form to form. */
function glyphIn(character: string, weight: Weight, typefaces: Typefaces): Glyph {
  const codePoint = character.codePointAt(0) ?? 0;
  const face = typefaces.faceOf(codePoint, weight);
  const known = glyphsByFace.get(face) ?? new Map<number, Glyph>();
  if (known.size === 0) glyphsByFace.set(face, known);
  const glyph = known.get(codePoint) ?? makeGlyph(character, codePoint, face);
  known.set(codePoint, glyph);
  return glyph;
}

function makeGlyph(character: string, codePoint: number, face: Typeface): Glyph {
  const natural = naturalAdvance(face, codePoint);
  return { character, codePoint, face, natural, width: Math.round(natural * 1000), kind: kindOf(character, natural) };
}

/** All figures take the same room, so that numbers stand in columns. */
function naturalAdvance(face: Typeface, codePoint: number): number {
  const isFigure = codePoint >= 0x30 && codePoint <= 0x39;
  return face.tables.advanceOf(face.tables.glyphOf(isFigure ? 0x30 : codePoint)) / 1000;
}

function kindOf(character: string, natural: number): Kind {
  if (natural === 1 && CLOSING.has(character)) return 'closing';
  if (natural === 1 && OPENING.has(character)) return 'opening';
  if (/[A-Za-z0-9]/.test(character)) return 'latin';
  return /\p{Script=Han}/u.test(character) ? 'han' : 'other';
}
