import { describe, expect, it } from 'vitest';
import { fitBend, flatten } from './flatten';
import { applied, fitHomography, inverted } from './homography';
import { emptyRaster, type Point, type Raster } from './raster';
import { straightenGrey } from './straighten';

const corners: Point[] = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 140 },
  { x: 0, y: 140 },
];

/** Tilted, turned and shifted, as a phone sees a sheet. */
const tilted = [1.9, 0.3, 40, -0.2, 2.1, 60, 0.0004, 0.0007, 1];

function withDot({ x, y }: Point, width = 300, height = 400): Raster {
  const raster = emptyRaster(width, height);
  raster.data.fill(255);
  for (let dy = -2; dy <= 2; dy++) for (let dx = -2; dx <= 2; dx++) raster.data[(Math.round(y) + dy) * width + Math.round(x) + dx] = 0;
  return raster;
}

function middleOfInk({ data, width }: Raster): Point {
  let [sum, x, y] = [0, 0, 0];
  data.forEach((value, at) => {
    sum += 255 - value;
    x += (255 - value) * ((at % width) + 0.5);
    y += (255 - value) * (Math.floor(at / width) + 0.5);
  });
  return { x: x / sum, y: y / sum };
}

describe('a sheet in a picture', () => {
  it('is found again from four corners, whatever the view', () => {
    const found = fitHomography(corners.map((from) => ({ from, to: applied(tilted, from) }))) ?? [];
    const there = applied(found, { x: 30, y: 70 });
    expect(there.x).toBeCloseTo(applied(tilted, { x: 30, y: 70 }).x, 6);
    const back = applied(inverted(found), there);
    expect([back.x, back.y]).toEqual([expect.closeTo(30, 6), expect.closeTo(70, 6)]);
  });

  it('is not found from corners that lie on a line', () => {
    expect(fitHomography([0, 1, 2, 3].map((x) => ({ from: { x, y: 0 }, to: { x, y: 0 } })))).toBeNull();
  });

  it('shows a dot where it was printed once it is straightened', () => {
    const printed = { x: 42, y: 85 };
    const picture = withDot(applied(tilted, printed));
    const part = { x: 0, y: 0, width: 100, height: 140 };
    const straight = straightenGrey(picture, tilted, { part, pixelsPerPoint: 2 });
    expect([straight.width, straight.height]).toEqual([200, 280]);
    const { x, y } = middleOfInk(straight);
    expect(Math.hypot(x / 2 - printed.x, y / 2 - printed.y)).toBeLessThan(0.7);
  });

  it('that is bent is flattened by what was sighted on it, in spite of a wrong sighting', () => {
    const shift = ({ x, y }: Point): Point => ({ x: 6 * Math.sin((Math.PI * y) / 400), y: 4 * (x / 300) ** 2 });
    const places = Array.from({ length: 60 }, (_, at) => ({ x: 20 + (at % 6) * 50, y: 20 + Math.floor(at / 6) * 38 }));
    const sightings = places.map((issued) => ({ issued, seen: { x: issued.x + shift(issued).x, y: issued.y + shift(issued).y }, weight: 1 }));
    const bend = fitBend([...sightings, { issued: { x: 150, y: 200 }, seen: { x: 190, y: 170 }, weight: 1 }], 300, 400);
    if (!bend) throw new Error('no bend was found');
    for (const place of places) expect(Math.hypot(bend(place).x - shift(place).x, bend(place).y - shift(place).y)).toBeLessThan(0.6);
    const printed = { x: 160, y: 210 };
    const seen = withDot({ x: printed.x + shift(printed).x, y: printed.y + shift(printed).y });
    const flat = middleOfInk(inverse(flatten([inverse(seen)], bend)[0] ?? seen));
    expect(Math.hypot(flat.x - 0.5 - printed.x, flat.y - 0.5 - printed.y)).toBeLessThan(1);
  });
});

const inverse = ({ data, width, height }: Raster): Raster => ({ data: data.map((value) => 255 - value), width, height });
