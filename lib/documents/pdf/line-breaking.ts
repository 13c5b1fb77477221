import type { Typefaces } from '@/lib/documents/fonts/font-chain';
import {
  isClosingMark,
  isOpeningMark,
  type SetGlyph,
  setGlyphs,
  type TextStyle,
} from '@/lib/documents/pdf/text-setting';

/** `hang` is how far left of its edge a line starts, so that an opening mark's empty half stays outside. */
export type Line = { text: string; width: number; hang: number; endsParagraph: boolean };

const NEVER_FIRST = new Set('，。、；：？！）》」』】〕〉”’…—～·％℃‰,.;:?!)]}>%°′″々ー々、゛゜');
const NEVER_LAST = new Set('（《「『【〔〈“‘([{<￥¥$№#@');
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}'’_\-./:@&=?%+#~\\,]/u;
const FULL_ENOUGH = 0.85;

/** Breaks text into lines no wider than `width`, by the rules for Chinese punctuation. */
export function breakLines(
  input: TextStyle & { text: string; width: number; indent?: number; typefaces: Typefaces },
): Line[] {
  return input.text.split('\n').flatMap((paragraph) => breakParagraph({ ...input, text: paragraph }));
}

function breakParagraph(
  input: TextStyle & { text: string; width: number; indent?: number; typefaces: Typefaces },
): Line[] {
  const characters = [...input.text.trimEnd()];
  const glyphs = setGlyphs({ text: characters.join(''), weight: input.weight, typefaces: input.typefaces });
  const lines: Line[] = [];
  let start = 0;
  do {
    const room = (input.width - (lines.length === 0 ? (input.indent ?? 0) : 0)) / input.size;
    const end = lineEnd({ characters, glyphs, start, room, fullRoom: input.width / input.size });
    const text = characters.slice(start, end).join('').trimEnd();
    const width = inkWidth(characters, glyphs, start, start + [...text].length) * input.size;
    const hang = startHang(characters, glyphs, start) * input.size;
    lines.push({ text, width, hang, endsParagraph: end >= characters.length });
    start = skipSpaces(characters, end);
  } while (start < characters.length);
  return lines;
}

type Search = { characters: string[]; glyphs: SetGlyph[]; start: number; room: number; fullRoom: number };

function lineEnd(search: Search): number {
  const reach = furthest(search);
  if (reach >= search.characters.length) return search.characters.length;
  const soft = softPlace(search, reach);
  for (let end = reach; end > search.start; end -= 1) {
    if (!canBreakBefore(search.characters, end)) continue;
    const isFull = (end - search.start) / (reach - search.start) >= FULL_ENOUGH;
    return isFull || (soft === undefined && !isTornAnyway({ ...search, end, reach })) ? end : (soft ?? reach);
  }
  return soft ?? beforeAttached(search, reach);
}

/** How many characters fit; the last mark of a line may lend its empty half. */
function furthest({ characters, glyphs, start, room }: Search): number {
  let end = start;
  let width = -startHang(characters, glyphs, start);
  let lastThatFits = start + 1;
  while (end < characters.length) {
    const glyph = glyphs[end];
    if (glyph === undefined) break;
    end += 1;
    if (width + lineEndAdvance(characters[end - 1] ?? '', glyph) <= room + 1e-6) lastThatFits = end;
    width += glyph.advance;
    if (width > room + 1) break;
  }
  while (characters[lastThatFits] === ' ') lastThatFits += 1;
  return lastThatFits;
}

function lineEndAdvance(character: string, glyph: SetGlyph): number {
  if (character === ' ') return 0;
  return isClosingMark(character) && glyph.natural === 1 ? 0.5 : glyph.natural;
}

function inkWidth(characters: string[], glyphs: SetGlyph[], start: number, end: number): number {
  const inner = glyphs.slice(start, Math.max(start, end - 1)).reduce((width, glyph) => width + glyph.advance, 0);
  const last = end > start ? glyphs[end - 1] : undefined;
  if (last === undefined) return 0;
  return inner + lineEndAdvance(characters[end - 1] ?? '', last) - startHang(characters, glyphs, start);
}

function startHang(characters: string[], glyphs: SetGlyph[], start: number): number {
  return isOpeningMark(characters[start] ?? '') && glyphs[start]?.natural === 1 ? 0.5 : 0;
}

function canBreakBefore(characters: string[], at: number): boolean {
  const before = characters[at - 1] ?? '';
  const after = characters[at] ?? '';
  if (after === ' ' || NEVER_FIRST.has(after) || NEVER_LAST.has(before) || isAttached(after)) return false;
  return !(WORD.test(before) && WORD.test(after));
}

/** Breaking early to keep a word whole is no use when the word is longer than a whole line anyway. */
function isTornAnyway({ characters, glyphs, end, reach, fullRoom }: Search & { end: number; reach: number }): boolean {
  let last = end;
  while (last < characters.length && WORD.test(characters[last] ?? '')) last += 1;
  return last > reach && inkWidth(characters, glyphs, end, last) > fullRoom;
}

/** Where an address or a number with hyphens may be parted without harm, near the edge; never inside 2,400 or 2023.05. */
function softPlace({ characters, start }: Search, reach: number): number | undefined {
  for (let end = reach; end > start + (reach - start) * 0.6; end -= 1) {
    const [before = '', mark = '', after = ''] = characters.slice(end - 2, end + 1);
    if (/[-/_?&=@#+]/.test(mark) && /[\p{L}\p{Nd}]/u.test(after)) return end;
    if (mark === '.' && /\p{L}/u.test(before) && /\p{L}/u.test(after)) return end;
  }
  return undefined;
}

function beforeAttached({ characters, start }: Search, reach: number): number {
  let end = reach;
  while (end > start + 1 && isAttached(characters[end] ?? '')) end -= 1;
  return end;
}

function isAttached(character: string): boolean {
  return /\p{M}/u.test(character);
}

function skipSpaces(characters: string[], from: number): number {
  let at = from;
  while (characters[at] === ' ') at += 1;
  return at;
}
