import type { Raster } from './raster.ts';

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
  const seen = new Uint8Array(data.length);
  const stack: number[] = [];
  const parts: Box[] = [];
  for (let start = 0; start < data.length; start++) {
    if ((data[start] ?? 0) < ink || seen[start] === 1) continue;
    const box = { x0: width, y0: height, x1: 0, y1: 0 };
    let area = 0;
    stack.push(start);
    seen[start] = 1;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const y = Math.floor(at / width);
      const x = at - y * width;
      area++;
      box.x0 = Math.min(box.x0, x);
      box.x1 = Math.max(box.x1, x + 1);
      box.y0 = Math.min(box.y0, y);
      box.y1 = Math.max(box.y1, y + 1);
      for (let row = Math.max(0, y - 1); row <= Math.min(height - 1, y + 1); row++) {
        for (let column = Math.max(0, x - 1); column <= Math.min(width - 1, x + 1); column++) {
          const next = row * width + column;
          if (seen[next] === 1 || (data[next] ?? 0) < ink) continue;
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    if (area >= smallestArea) parts.push(box);
  }
  return parts;
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
