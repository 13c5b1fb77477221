import type { Box } from './glyph-boxes.ts';
import type { Raster } from './raster.ts';
import { zeroedBytes } from './sheet-memory.ts';

const addedInk = 90;
/** Points: what is smaller is dust, what is longer and thinner is a fold or a scanner's streak. */
const dustArea = 1.2;
const streakThickness = 1.6;
const gatherWithin = 7;
/** Square points of ink: less than any printed word has. */
const leastInk = 4;

/** Dark ink in places that the issued page leaves blank, gathered into words. `free` is 1 where hand and seal may be. */
export function findAdditions(black: Raster, printed: Raster, free: Raster, pixelsPerPoint: number): Box[] {
  const perPoint = pixelsPerPoint ** 2;
  const patches = patchesOf(black, printed, free).filter(({ box, area }) => {
    const long = Math.max(box.x1 - box.x0, box.y1 - box.y0) / pixelsPerPoint;
    const thickness = area / perPoint / long;
    return area >= dustArea * perPoint && !(long > 25 && thickness < streakThickness);
  });
  return gathered(patches, gatherWithin * pixelsPerPoint)
    .filter(({ area }) => area >= leastInk * perPoint)
    .map(({ box }) => box);
}

interface Patch {
  box: Box;
  area: number;
}

/** A patch that reaches into a place for the hand belongs to what was written there. */
function patchesOf({ data, width, height }: Raster, printed: Raster, free: Raster): Patch[] {
  const seen = zeroedBytes(data.length);
  const stack: number[] = [];
  const patches: Patch[] = [];
  const blank = printed.data;
  const isExtra = (at: number): boolean => (data[at] ?? 0) >= addedInk && seen[at] === 0 && blank[at] === 0;
  for (let start = 0; start < data.length; start++) {
    if (!isExtra(start)) continue;
    const box = { x0: width, y0: height, x1: 0, y1: 0 };
    let [area, isFree] = [0, false];
    stack.push(start);
    seen[start] = 1;
    for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
      const y = Math.floor(at / width);
      const x = at - y * width;
      area++;
      isFree ||= free.data[at] === 1;
      box.x0 = Math.min(box.x0, x);
      box.x1 = Math.max(box.x1, x + 1);
      box.y0 = Math.min(box.y0, y);
      box.y1 = Math.max(box.y1, y + 1);
      for (const next of [at - 1, at + 1, at - width, at + width]) {
        if (!isExtra(next)) continue;
        seen[next] = 1;
        stack.push(next);
      }
    }
    if (!isFree) patches.push({ box, area });
  }
  return patches;
}

function gathered(patches: readonly Patch[], within: number): Patch[] {
  const groups: Patch[] = [];
  for (const patch of patches) {
    let joined = { ...patch, box: { ...patch.box } };
    for (let at = groups.length - 1; at >= 0; at--) {
      const group = groups[at];
      if (!group || !isNear(group.box, joined.box, within)) continue;
      joined = { area: joined.area + group.area, box: union(joined.box, group.box) };
      groups.splice(at, 1);
    }
    groups.push(joined);
  }
  return groups;
}

const isNear = (a: Box, b: Box, within: number): boolean =>
  a.x0 - within < b.x1 && b.x0 - within < a.x1 && a.y0 - within < b.y1 && b.y0 - within < a.y1;

export const union = (a: Box, b: Box): Box => ({
  x0: Math.min(a.x0, b.x0),
  y0: Math.min(a.y0, b.y0),
  x1: Math.max(a.x1, b.x1),
  y1: Math.max(a.y1, b.y1),
});
