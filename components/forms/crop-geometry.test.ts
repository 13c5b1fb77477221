import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clampView, coverScale, isSharpEnough, photoFrame, placement, startView, turn, zoomTo } from './crop-geometry';

const pictures = fc.record({ width: fc.integer({ min: 50, max: 8000 }), height: fc.integer({ min: 50, max: 8000 }) });
const far = fc.double({ min: -10_000, max: 10_000, noNaN: true });
const views = fc.record({
  zoom: fc.double({ min: 0.1, max: 9, noNaN: true }),
  x: far,
  y: far,
  turns: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
});

describe('the crop', () => {
  it('leaves no empty edge, however the picture was dragged, turned and zoomed', () => {
    fc.assert(
      fc.property(pictures, views, (picture, wanted) => {
        const view = clampView(wanted, picture, photoFrame);
        const scale = coverScale(picture, photoFrame, view.turns) * view.zoom;
        const upright = view.turns % 2 === 0;
        const width = (upright ? picture.width : picture.height) * scale;
        const height = (upright ? picture.height : picture.width) * scale;
        expect(width / 2 - Math.abs(view.x)).toBeGreaterThanOrEqual(photoFrame.width / 2 - 0.001);
        expect(height / 2 - Math.abs(view.y)).toBeGreaterThanOrEqual(photoFrame.height / 2 - 0.001);
      }),
    );
  });

  it('comes back to the start after four turns', () => {
    const view = { zoom: 2, x: 30, y: -12, turns: 0 as const };
    const round = [1, 2, 3, 4].reduce<ReturnType<typeof turn>>((turned) => turn(turned, 1), view);
    expect(round).toEqual(view);
  });

  it('undoes a turn by turning back', () => {
    const view = { zoom: 1.5, x: 7, y: 20, turns: 3 as const };
    expect(turn(turn(view, 1), -1)).toEqual(view);
  });

  it('keeps what is in the middle there while zooming', () => {
    expect(zoomTo({ zoom: 1, x: 10, y: -20, turns: 0 }, 2)).toMatchObject({ zoom: 2, x: 20, y: -40 });
  });

  it('places the picture the same in a preview of twice the size', () => {
    const picture = { width: 1000, height: 1400 };
    const half = placement({ view: startView, picture, frame: photoFrame, output: photoFrame });
    const double = placement({ view: startView, picture, frame: photoFrame, output: { width: 590, height: 826 } });
    expect(double.scale / half.scale).toBeCloseTo(2);
  });

  it('warns when a small picture would be printed larger than it is', () => {
    expect(isSharpEnough(startView, { width: 1200, height: 1600 }, photoFrame)).toBe(true);
    expect(isSharpEnough(startView, { width: 100, height: 140 }, photoFrame)).toBe(false);
  });
});
