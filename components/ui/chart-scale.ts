/** The smallest of 1, 2, 2.5, 5 × 10ⁿ that is not below the largest value, so that the axis has round numbers. */
export function niceMaximum(values: number[]): number {
  const largest = Math.max(0, ...values);
  if (largest === 0) return 1;
  const power = 10 ** Math.floor(Math.log10(largest));
  const step = [1, 2, 2.5, 5, 10].find((factor) => factor * power >= largest) ?? 10;
  return step * power;
}

interface PlotArea {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Points of a polyline, spread evenly over the width. */
export function linePoints(values: number[], maximum: number, area: PlotArea): { x: number; y: number }[] {
  const gap = values.length > 1 ? area.width / (values.length - 1) : 0;
  return values.map((value, index) => ({
    x: round(area.left + index * gap),
    y: round(area.top + area.height * (1 - value / maximum)),
  }));
}

export const round = (value: number): number => Math.round(value * 10) / 10;
