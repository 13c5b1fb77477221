import type { Raster } from './raster.ts';

/** How alike two rasters of one size are: 1 the same but for brightness and contrast, 0 unlike; null where one is plain. */
export function correlate(a: Raster, b: Raster): number | null {
  const count = Math.min(a.data.length, b.data.length);
  let [sumA, sumB, sumAA, sumBB, sumAB] = [0, 0, 0, 0, 0];
  for (let at = 0; at < count; at++) {
    const [va, vb] = [a.data[at] ?? 0, b.data[at] ?? 0];
    sumA += va;
    sumB += vb;
    sumAA += va * va;
    sumBB += vb * vb;
    sumAB += va * vb;
  }
  const [spreadA, spreadB] = [sumAA - (sumA * sumA) / count, sumBB - (sumB * sumB) / count];
  return spreadA < count || spreadB < count ? null : (sumAB - (sumA * sumB) / count) / Math.sqrt(spreadA * spreadB);
}
