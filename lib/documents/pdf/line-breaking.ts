import type { Typefaces } from '@/lib/documents/fonts/font-chain';
import { type SetGlyph, setGlyphs, type TextStyle } from '@/lib/documents/pdf/text-setting';

/** `hang` is how far left of its edge a line starts, so that an opening mark's empty half stays outside. */
export type Line = { text: string; width: number; hang: number; endsParagraph: boolean };

export type Measure = TextStyle & { text: string; width: number; indent?: number; typefaces: Typefaces };

const NEVER_FIRST = new Set('，。、；：？！）》」』】〕〉”’…—～·％℃‰,.;:?!)]}>%°′″々ー々、゛゜');
const NEVER_LAST = new Set('（《「『【〔〈“‘([{<￥¥$№#@');
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}'’_\-./:@&=?%+#~\\,]/u;
const FULL_ENOUGH = 0.85;

/** Breaks text into lines no wider than `width`, by the rules for Chinese punctuation. */
export function breakLines(measure: Measure): Line[] {
  return measure.text.split('\n').flatMap((paragraph) => breakParagraph({ ...measure, text: paragraph.trimEnd() }));
}

function breakParagraph(measure: Measure): Line[] {
  const glyphs = setGlyphs(measure);
  const lines: Line[] = [];
  let start = 0;
  do {
    const room = (measure.width - (lines.length === 0 ? (measure.indent ?? 0) : 0)) / measure.size;
    const end = lineEnd({ glyphs, start, room, fullRoom: measure.width / measure.size });
    lines.push(lineOf(glyphs, { start, end, size: measure.size }));
    start = end;
    while (characterAt(glyphs, start) === ' ') start += 1;
  } while (start < glyphs.length);
  return lines;
}

function lineOf(glyphs: SetGlyph[], { start, end, size }: { start: number; end: number; size: number }): Line {
  let last = end;
  while (last > start && characterAt(glyphs, last - 1) === ' ') last -= 1;
  let text = '';
  for (let at = start; at < last; at += 1) text += characterAt(glyphs, at);
  const width = inkWidth(glyphs, start, last) * size;
  return { text, width, hang: startHang(glyphs, start) * size, endsParagraph: end >= glyphs.length };
}

type Search = { glyphs: SetGlyph[]; start: number; room: number; fullRoom: number };

function lineEnd(search: Search): number {
  const reach = furthest(search);
  if (reach >= search.glyphs.length) return search.glyphs.length;
  const soft = softPlace(search, reach);
  for (let end = reach; end > search.start; end -= 1) {
    if (!canBreakBefore(search.glyphs, end)) continue;
    const isFull = (end - search.start) / (reach - search.start) >= FULL_ENOUGH;
    return isFull || (soft === undefined && !isTornAnyway(search, { end, reach })) ? end : (soft ?? reach);
  }
  return soft ?? beforeAttached(search, reach);
}

/** How many characters fit; the last mark of a line may lend its empty half. */
function furthest({ glyphs, start, room }: Search): number {
  let width = -startHang(glyphs, start);
  let reach = start + 1;
  for (let at = start; at < glyphs.length && width <= room + 1; at += 1) {
    if (width + lineEndAdvance(glyphs[at]) <= room + 1e-6) reach = Math.max(reach, at + 1);
    width += glyphs[at]?.advance ?? 0;
  }
  while (characterAt(glyphs, reach) === ' ') reach += 1;
  return reach;
}

function lineEndAdvance(set: SetGlyph | undefined): number {
  if (set === undefined || set.glyph.character === ' ') return 0;
  return set.glyph.kind === 'closing' ? 0.5 : set.glyph.natural;
}

function inkWidth(glyphs: SetGlyph[], start: number, end: number): number {
  if (end <= start) return 0;
  let width = lineEndAdvance(glyphs[end - 1]) - startHang(glyphs, start);
  for (let at = start; at < end - 1; at += 1) width += glyphs[at]?.advance ?? 0;
  return width;
}

function startHang(glyphs: SetGlyph[], start: number): number {
  return glyphs[start]?.glyph.kind === 'opening' ? 0.5 : 0;
}

function canBreakBefore(glyphs: SetGlyph[], at: number): boolean {
  const before = characterAt(glyphs, at - 1);
  const after = characterAt(glyphs, at);
  if (after === ' ' || NEVER_FIRST.has(after) || NEVER_LAST.has(before) || isAttached(after)) return false;
  return !(WORD.test(before) && WORD.test(after));
}

/** Breaking early to keep a word whole is no use when the word is longer than a whole line anyway. */
function isTornAnyway({ glyphs, fullRoom }: Search, { end, reach }: { end: number; reach: number }): boolean {
  let last = end;
  while (last < glyphs.length && WORD.test(characterAt(glyphs, last))) last += 1;
  return last > reach && inkWidth(glyphs, end, last) > fullRoom;
}

/** Where an address or a number with hyphens may be parted without harm, near the edge; never inside 2,400 or 2023.05. */
function softPlace({ glyphs, start }: Search, reach: number): number | undefined {
  for (let end = reach; end > start + (reach - start) * 0.6; end -= 1) {
    const mark = characterAt(glyphs, end - 1);
    if (!/[-/_?&=@#+.]/.test(mark) || !/[\p{L}\p{Nd}]/u.test(characterAt(glyphs, end))) continue;
    if (mark !== '.' || /^\p{L}{2}$/u.test(characterAt(glyphs, end - 2) + characterAt(glyphs, end))) return end;
  }
  return undefined;
}

function beforeAttached({ glyphs, start }: Search, reach: number): number {
  let end = reach;
  while (end > start + 1 && isAttached(characterAt(glyphs, end))) end -= 1;
  return end;
}

function isAttached(character: string): boolean {
  return character !== '' && character >= '\u0300' && /\p{M}/u.test(character);
}

function characterAt(glyphs: SetGlyph[], at: number): string {
  return glyphs[at]?.glyph.character ?? '';
}
