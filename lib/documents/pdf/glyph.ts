import type { CommonFaces, Typeface, Typefaces, Weight } from '@/lib/documents/fonts/font-chain';

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
type Shelf = Record<Weight, (Glyph | undefined)[]>;

const shelves = new WeakMap<CommonFaces, Shelf>();
const glyphsByFace = new WeakMap<Typeface, Map<number, Glyph>>();

/** Text as its typefaces draw it. What is known of a common character does not change from form to form. */
export function glyphsOf({ text, weight, typefaces }: { text: string; weight: Weight; typefaces: Typefaces }): Glyph[] {
  const shelf = shelfOf(typefaces.family)[weight];
  const glyphs: Glyph[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const known = shelf[text.charCodeAt(at)];
    if (known !== undefined) {
      glyphs.push(known);
      continue;
    }
    const glyph = glyphIn(text.codePointAt(at) ?? 0, weight, typefaces);
    glyphs.push(glyph);
    at += glyph.character.length - 1;
    const isCommon = typefaces.family.common(glyph.codePoint, weight) === glyph.face;
    if (isCommon && glyph.codePoint <= 0xffff) shelf[glyph.codePoint] = glyph;
  }
  return glyphs;
}

function shelfOf(family: CommonFaces): Shelf {
  const shelf = shelves.get(family) ?? { regular: Array(0x10000), bold: Array(0x10000) };
  shelves.set(family, shelf);
  return shelf;
}

/** One glyph a character and face, so that the glyphs of a form can be told apart by identity. */
function glyphIn(codePoint: number, weight: Weight, typefaces: Typefaces): Glyph {
  const face = typefaces.faceOf(codePoint, weight);
  const known = glyphsByFace.get(face) ?? new Map<number, Glyph>();
  if (known.size === 0) glyphsByFace.set(face, known);
  const glyph = known.get(codePoint) ?? makeGlyph(String.fromCodePoint(codePoint), codePoint, face);
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
