import { describe, expect, it } from 'vitest';
import { coveredGlyphs, matchGlyphs } from './match-glyphs';
import type { Inks } from './part-inks';
import { partPrint } from './part-print';
import { emptyRaster, type Raster } from './raster';
import { soften } from './soften';

const [width, height] = [120, 60];
const glyph = { x0: 50, y0: 20, x1: 70, y1: 40 };
const isPrinted = (x: number, y: number): boolean => x >= 50 && x < 70 && y >= 20 && y < 40 && (x < 53 || (y - 20) % 9 < 3);
const isWritten = (x: number, y: number): boolean => Math.abs(x - y - 30) < 3 && y > 18 && y < 42;
const isPressed = (x: number, y: number): boolean => x > 48 && x < 74 && y > 18 && y < 42 && !isPrinted(x, y);

function sheet(colour: 'blue' | 'red', isInked: (x: number, y: number) => boolean): Inks {
  const inks: Inks = { black: emptyRaster(width, height), any: emptyRaster(width, height), red: emptyRaster(width, height) };
  for (let at = 0; at < width * height; at++) {
    const [x, y] = [at % width, Math.floor(at / width)];
    if (isInked(x, y)) {
      inks.any.data[at] = 210;
      inks.black.data[at] = 60;
      inks.red.data[at] = colour === 'red' ? 140 : 0;
    }
    if (isPrinted(x, y)) {
      inks.any.data[at] = 220;
      inks.black.data[at] = 220;
      inks.red.data[at] = 0;
    }
  }
  return inks;
}

const issued: Raster = sheet('blue', () => false).black;
const seal = { x: 60, y: 30, radius: 40 };
const part = (inks: Inks, discs = [seal]) => partPrint({ inks, discs, sealPlace: null, pixelsPerPoint: 1 });
const worst = ({ ink, hidden }: ReturnType<typeof part>) =>
  matchGlyphs([[glyph]], { issued: soften(issued, 1), seen: soften(ink, 1), hidden, reach: 2 })[0]?.worstSpot ?? 0;

describe('a printed character', () => {
  it('is another one where a pen wrote over it in blue, in a seal’s ring too', () => {
    expect(worst(part(sheet('blue', () => false)))).toBeLessThan(0.1);
    expect(worst(part(sheet('blue', isWritten), []))).toBeGreaterThan(0.4);
    expect(worst(part(sheet('blue', isWritten)))).toBeGreaterThan(0.4);
  });

  it('is another one where a pen wrote over it in red, unless that is a seal’s own ink', () => {
    expect(worst(part(sheet('red', isWritten), []))).toBeGreaterThan(0.4);
    expect(worst(part(sheet('red', isWritten)))).toBeLessThan(0.2);
  });

  it('keeps its shape beside the thin coloured rims that a scanner leaves', () => {
    const rim = (x: number, y: number) => !isPrinted(x, y) && isPrinted(x - 1, y);
    expect(worst(part(sheet('blue', rim), []))).toBeLessThan(0.2);
  });

  it('is told to be covered where a seal’s ink fills the space around its strokes', () => {
    const { hidden } = part(sheet('red', isPressed));
    expect(coveredGlyphs([[glyph]], hidden)).toEqual([glyph]);
    expect(coveredGlyphs([[glyph]], part(sheet('red', isWritten)).hidden)).toEqual([]);
  });
});
