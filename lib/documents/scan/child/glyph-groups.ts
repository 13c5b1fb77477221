import type { Box } from './glyph-boxes.ts';

const charactersAtOnce = 5;
const margin = 2;

/** A few characters of a line together are told from others more surely than one. */
export const inGroups = (line: readonly Box[]): Box[][] =>
  Array.from({ length: Math.ceil(line.length / charactersAtOnce) }, (_, at) => line.slice(at * charactersAtOnce, (at + 1) * charactersAtOnce));

export const union = (boxes: readonly Box[]): Box => ({
  x0: Math.min(...boxes.map(({ x0 }) => x0)),
  x1: Math.max(...boxes.map(({ x1 }) => x1)),
  y0: Math.min(...boxes.map(({ y0 }) => y0)),
  y1: Math.max(...boxes.map(({ y1 }) => y1)),
});

/** With some paper around. */
export const padded = ({ x0, y0, x1, y1 }: Box): Box => ({ x0: x0 - margin, y0: y0 - margin, x1: x1 + margin, y1: y1 + margin });
