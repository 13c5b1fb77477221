import { describe, expect, it } from 'vitest';
import { paperOf } from './even-paper';
import { printedZone } from './extra-ink';
import { findAdditions } from './find-additions';
import { glyphLines } from './glyph-boxes';
import { judgePen } from './judge-pen';
import { judgeSeal } from './judge-seal';
import { matchGlyphs } from './match-glyphs';
import type { Inks } from './part-inks';
import { emptyRaster, type Raster } from './raster';
import { soften } from './soften';

const scale = 75 / 72;
const millimetre = (72 / 25.4) * scale;
const middle = { x: 160, y: 160 };
const place = { x: 100, y: 100, width: 119, height: 119 };

type Mark = (x: number, y: number) => boolean;

function red(...marks: Mark[]): Raster {
  const raster = emptyRaster(320, 320);
  for (let y = 0; y < 320; y++) for (let x = 0; x < 320; x++) if (marks.some((mark) => mark(x, y))) raster.data[y * 320 + x] = 160;
  return raster;
}

const away = (x: number, y: number): number => Math.hypot(x - middle.x, y - middle.y) / millimetre;
const moved = (mark: Mark, right: number, down: number): Mark => (x, y) => mark(x - right, y - down);
const ring = (x: number, y: number): boolean => Math.abs(away(x, y) - 20.4) < 0.6;
const star = (x: number, y: number): boolean => away(x, y) < 5.5;
/** Twelve blocks where a name stands, nothing below. */
function lettering(x: number, y: number): boolean {
  const angle = (Math.atan2(y - middle.y, x - middle.x) * 180) / Math.PI;
  return Math.abs(away(x, y) - 15.5) < 2 && !(angle > 40 && angle < 140) && Math.abs(((angle + 360) % 24) - 12) < 6;
}

describe('a red mark', () => {
  it('with ring, lettering and star is a seal', () => {
    expect(judgeSeal(red(ring, lettering, star), scale, place)).toMatchObject({ verdict: 'present', isElsewhere: false });
  });

  it('that is a seal outside its place is told to be elsewhere', () => {
    const far = { x: 250, y: 0, width: 60, height: 60 };
    expect(judgeSeal(red(ring, lettering, star), scale, far)).toMatchObject({ verdict: 'present', isElsewhere: true });
  });

  it('that stands in its place is told to be there, though a clearer one stands elsewhere', () => {
    const paler = (mark: Mark): Mark => (x, y) => mark(x, y) && (x * 7 + y * 3) % 23 !== 0;
    const elsewhere = [ring, lettering, star].map((mark) => moved(mark, -75, -75));
    const inPlace = [ring, lettering, star].map((mark) => moved(paler(mark), 75, 75));
    const lowerRight = { x: 205, y: 205, width: 60, height: 60 };
    expect(judgeSeal(red(...elsewhere, ...inPlace), scale, lowerRight)).toMatchObject({ verdict: 'present', isElsewhere: false });
  });

  it.each([
    ['a disc', [(x: number, y: number) => away(x, y) < 21]],
    ['a ring with nothing in it', [ring]],
    ['a square', [(x: number, y: number) => Math.abs(Math.max(Math.abs(x - middle.x), Math.abs(y - middle.y)) / millimetre - 18) < 0.7]],
    ['half a seal', [(x: number, y: number) => x < middle.x && (ring(x, y) || lettering(x, y) || star(x, y))]],
  ])('like %s is neither a seal nor nothing', (_, marks) => {
    expect(judgeSeal(red(...marks), scale, place).verdict).toBe('unsure');
  });

  it('is missing only where nothing is red but single specks', () => {
    expect(judgeSeal(red((x, y) => x % 40 === 0 && y % 40 === 0), scale, place).verdict).toBe('absent');
  });
});

function inksWith(marks: (x: number, y: number) => 'black' | 'red' | null): Inks {
  const inks: Inks = { black: emptyRaster(200, 120), any: emptyRaster(200, 120), red: emptyRaster(200, 120) };
  for (let y = 0; y < 120; y++) {
    for (let x = 0; x < 200; x++) {
      const mark = marks(x, y);
      if (!mark) continue;
      const at = y * 200 + x;
      inks.any.data[at] = 180;
      inks[mark].data[at] = 150;
    }
  }
  return inks;
}

describe('a place for the hand', () => {
  const line = (x: number, y: number): boolean => y >= 90 && y < 92 && x > 20 && x < 180;
  const issued = inksWith((x, y) => (line(x, y) ? 'black' : null)).black;
  const printed = printedZone(issued, 3);
  const judge = (marks: (x: number, y: number) => 'black' | 'red' | null, seal = { x: -500, y: 0, radius: 10 }) =>
    judgePen({ inks: inksWith(marks), printed, place: { x: 10, y: 20, width: 80, height: 30 }, pixelsPerPoint: 2, ring: seal, hasColour: true });
  const stroke = (x: number, y: number): boolean => Math.abs(x - y - 20) < 2 && y > 40 && y < 80;

  it('with nothing but its printed line, a little shifted, is empty', () => {
    expect(judge((x, y) => (line(x - 2, y + 2) ? 'black' : null))).toBe('absent');
  });

  it('with a stroke was written in, in red too', () => {
    expect(judge((x, y) => (stroke(x, y) ? 'black' : null))).toBe('present');
    expect(judge((x, y) => (stroke(x, y) ? 'red' : null))).toBe('present');
  });

  it('is not filled by a seal that reaches into it', () => {
    expect(judge((x, y) => (stroke(x, y) ? 'red' : null), { x: 40, y: 30, radius: 60 })).toBe('absent');
    expect(judge((x, y) => (stroke(x, y) ? 'black' : null), { x: 40, y: 30, radius: 60 })).toBe('present');
  });
});

/** Five letters of strokes in a row; `changed` moves a stroke of the third. */
function letters(changed = false): Raster {
  const raster = emptyRaster(200, 60);
  for (let letter = 0; letter < 5; letter++) {
    const left = 20 + letter * 30;
    const bars = [20, letter === 2 && changed ? 25 : 29, 38];
    for (const bar of bars) for (let y = bar; y < bar + 2; y++) raster.data.fill(220, y * 200 + left, y * 200 + left + 18);
    for (let y = 20; y < 40; y++) raster.data.fill(220, y * 200 + left, y * 200 + left + 2);
  }
  return raster;
}

describe('print', () => {
  const lines = glyphLines(letters());
  const match = (sheet: Raster) =>
    matchGlyphs(lines, { issued: soften(letters(), 1), seen: soften(sheet, 2), hidden: emptyRaster(200, 60), reach: 3 });

  it('falls into lines and characters', () => {
    expect(lines.map((line) => line.length)).toEqual([5]);
  });

  it('is like the issued one though it is softer and shifted', () => {
    const shifted = emptyRaster(200, 60);
    shifted.data.set(letters().data.subarray(0, 200 * 57), 2 * 200 + 1);
    for (const { likeness, worstSpot } of match(shifted)) {
      expect(likeness).toBeGreaterThan(0.95);
      expect(worstSpot).toBeLessThan(0.2);
    }
  });

  it('shows the one character of which a stroke was moved', () => {
    const spots = match(letters(true)).map(({ worstSpot }) => worstSpot > 0.3);
    expect(spots).toEqual([false, false, true, false, false]);
  });

  it('shows what was added on blank paper, but neither dust nor what was written in a free place', () => {
    const sheet = letters();
    const block = (left: number, top: number, side: number) => {
      for (let y = top; y < top + side; y++) sheet.data.fill(220, y * 200 + left, y * 200 + left + side);
    };
    block(175, 10, 8);
    block(100, 5, 2);
    block(4, 48, 8);
    const free = emptyRaster(200, 60);
    free.data.fill(1, 200 * 50);
    const found = findAdditions(sheet, printedZone(letters(), 3), free, 2);
    expect(found).toEqual([{ x0: 175, y0: 10, x1: 183, y1: 18 }]);
  });
});

describe('the paper at the rim of a scan', () => {
  const [width, height, seen] = [256, 256, 128];
  /** Grey paper on the left; on the right the sheet lies beyond the scanner's glass. */
  function halfASheet(): { data: Uint8Array; width: number; height: number } {
    const data = new Uint8Array(width * height * 4);
    for (let at = 0; at < width * height; at++) data.fill(at % width < seen ? 120 : 255, at * 4, at * 4 + 3);
    for (let at = 0; at < width * height; at++) data[at * 4 + 3] = at % width < seen ? 255 : 0;
    return { data, width, height };
  }

  it('is as dark as it is, whatever the white beside the picture', () => {
    const { gains, light } = paperOf(halfASheet());
    const { red } = gains(128);
    expect(red[0]).toBeCloseTo(255 / 120, 2);
    expect(red[(seen - 4) >> 2]).toBeCloseTo(255 / 120, 2);
    expect(light).toEqual({ darkest: 120, brightest: 120 });
  });
});
