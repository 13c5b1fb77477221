import type { Raster } from './raster.ts';
import { zeroedBytes, zeroedWords } from './sheet-memory.ts';

/** In pixels; `x1` and `y1` are the first outside. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

const ink = 90;
/** Larger than any character in text: rules, frames, pictures, codes. */
const largestGlyph = 70;
const smallestArea = 4;

/** About one box a character, in lines from left to right, as found in the issued page's own picture. */
export function glyphLines(issuedInk: Raster): Box[][] {
  const parts = inkParts(issuedInk).filter(({ x1, x0, y1, y0 }) => x1 - x0 <= largestGlyph && y1 - y0 <= largestGlyph);
  return linesOf(parts).map(charactersOf);
}

function inkParts({ data, width, height }: Raster): Box[] {
  const open = zeroedBytes(data.length);
  for (let at = 0; at < data.length; at++) if ((data[at] ?? 0) >= ink) open[at] = 1;
  const stack = zeroedWords(data.length);
  const parts: Box[] = [];
  for (let at = open.indexOf(1); at !== -1; at = open.indexOf(1, at + 1)) {
    const { box, area } = takePart(open, stack, { start: at, width, height });
    if (area >= smallestArea) parts.push(box);
  }
  return parts;
}

/** Follows connected ink, diagonally too, and closes what it has seen. */
function takePart(open: Uint8Array, stack: Uint32Array, { start, width, height }: { start: number; width: number; height: number }) {
  const box = { x0: width, y0: height, x1: 0, y1: 0 };
  let area = 0;
  let depth = 1;
  stack[0] = start;
  open[start] = 0;
  while (depth > 0) {
    const at = stack[--depth] ?? 0;
    const y = (at / width) | 0;
    const x = at - y * width;
    area++;
    if (x < box.x0) box.x0 = x;
    if (x >= box.x1) box.x1 = x + 1;
    if (y < box.y0) box.y0 = y;
    if (y >= box.y1) box.y1 = y + 1;
    for (let row = at - width; row <= at + width; row += width) {
      for (let next = row - 1; next <= row + 1; next++) {
        if (open[next] !== 1) continue;
        open[next] = 0;
        stack[depth++] = next;
      }
    }
  }
  return { box, area };
}

/** Parts that stand at about the same height belong to a line. */
function linesOf(parts: readonly Box[]): Box[][] {
  const lines: { y0: number; y1: number; parts: Box[] }[] = [];
  const byHeight = [...parts].sort((a, b) => b.y1 - b.y0 - (a.y1 - a.y0));
  for (const part of byHeight) {
    const middle = (part.y0 + part.y1) / 2;
    const line = lines.find(({ y0, y1 }) => middle > y0 - 2 && middle < y1 + 2);
    if (!line) lines.push({ y0: part.y0, y1: part.y1, parts: [part] });
    else line.parts.push(part);
  }
  return lines.map((line) => line.parts.sort((a, b) => a.x0 - b.x0));
}

/** Parts above one another or close together are one character; a character is about as wide as its line is high. */
function charactersOf(line: readonly Box[]): Box[] {
  const height = Math.max(...line.map(({ y0, y1 }) => y1 - y0));
  const characters: Box[] = [];
  for (const part of line) {
    const last = characters.at(-1);
    if (last && isSameCharacter(last, part, height)) {
      last.x1 = Math.max(last.x1, part.x1);
      last.y0 = Math.min(last.y0, part.y0);
      last.y1 = Math.max(last.y1, part.y1);
    } else characters.push({ ...part });
  }
  return characters;
}

function isSameCharacter(last: Box, part: Box, height: number): boolean {
  const width = Math.max(last.x1, part.x1) - last.x0;
  if (part.x0 < last.x1) return width <= 1.25 * height;
  const isThin = Math.min(last.x1 - last.x0, part.x1 - part.x0) < 0.22 * height;
  return isThin && part.x0 - last.x1 < 0.16 * height && width <= 1.05 * height;
}
