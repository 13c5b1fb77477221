import type { PageLayout } from './page-layout.ts';
import type { Raster } from './raster.ts';

/** How many points the edge of a corner square takes to go from ink to paper; null where none can be measured. */
export function edgeWidth(ink: Raster, { squares }: PageLayout, pixelsPerPoint: number): number | null {
  const widths = squares.flatMap((square) => {
    const middle = { x: (square.x + square.width / 2) * pixelsPerPoint, y: (square.y + square.height / 2) * pixelsPerPoint };
    const reach = Math.round(square.width * pixelsPerPoint * 1.3);
    return [
      ...edgeWidths(profile(ink, middle, reach, 'across')),
      ...edgeWidths(profile(ink, middle, reach, 'down')),
    ];
  });
  if (widths.length < 4) return null;
  widths.sort((a, b) => a - b);
  return (widths[widths.length >> 1] ?? 0) / pixelsPerPoint;
}

/** Mean ink along a line through the square, three pixels wide. */
function profile({ data, width }: Raster, middle: { x: number; y: number }, reach: number, direction: 'across' | 'down'): number[] {
  const along = direction === 'across' ? 1 : width;
  const beside = direction === 'across' ? width : 1;
  const start = Math.round(middle.y) * width + Math.round(middle.x);
  return Array.from({ length: 2 * reach + 1 }, (_, index) => {
    const at = start + (index - reach) * along;
    return ((data[at - beside] ?? 0) + (data[at] ?? 0) + (data[at + beside] ?? 0)) / 3;
  });
}

/** Contrast over steepest slope, on either side. */
function edgeWidths(values: readonly number[]): number[] {
  const middle = values.length >> 1;
  const peak = values[middle] ?? 0;
  return [values.slice(0, middle + 1).reverse(), values.slice(middle)].flatMap((side) => {
    const contrast = peak - Math.min(...side);
    if (contrast < 60) return [];
    const slopes = side.slice(1).map((value, at) => (side[at] ?? 0) - value);
    return [contrast / Math.max(1, ...slopes)];
  });
}
