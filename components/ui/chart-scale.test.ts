import { describe, expect, it } from 'vitest';
import { linePoints, niceMaximum } from './chart-scale';

describe('a scale', () => {
  it.each([
    [[0], 1],
    [[7], 10],
    [[44], 50],
    [[101], 200],
    [[1000], 1000],
  ])('of %s ends at %s', (values, maximum) => expect(niceMaximum(values)).toBe(maximum));

  it('spreads points over the width and turns the axis up', () => {
    const area = { left: 0, top: 0, width: 100, height: 10 };
    expect(linePoints([0, 5, 10], 10, area)).toEqual([
      { x: 0, y: 10 },
      { x: 50, y: 5 },
      { x: 100, y: 0 },
    ]);
    expect(linePoints([3], 6, area)).toEqual([{ x: 0, y: 5 }]);
  });
});
