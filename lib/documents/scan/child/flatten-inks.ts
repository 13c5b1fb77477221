import { fitBend, flatten, type Sighting } from './flatten.ts';
import { glyphLines } from './glyph-boxes.ts';
import { comparedScale } from './issued-page.ts';
import type { Located } from './locate-page.ts';
import { sightGroups } from './match-glyphs.ts';
import type { Inks } from './part-inks.ts';
import { emptyRaster, type Raster } from './raster.ts';
import { soften, softeningOf } from './soften.ts';

interface Bent {
  issuedInk: Raster;
  located: Located;
  /** Points from ink to paper. */
  edge: number;
}

const reach = 14;
const anchorWeight = 4;

/** The inks of a sheet that did not lie flat, as if it had: every line of print shows how far it is bent. */
export function flattened(inks: Inks, bent: Bent): Inks {
  const { width, height } = inks.black;
  const anchors = bent.located.anchors.map(({ issued, seen }): Sighting => ({ issued: inPixels(issued), seen: inPixels(seen), weight: anchorWeight }));
  const bend = fitBend([...anchors, ...printedSightings(inks, bent)], width, height);
  if (!bend) return inks;
  return { black: flatten(inks.black, bend), any: flatten(inks.any, bend), red: flatten(inks.red, bend) };
}

function printedSightings({ black }: Inks, { issuedInk, edge }: Bent): Sighting[] {
  const issued = soften(issuedInk, softeningOf(edge));
  const hidden = emptyRaster(black.width, black.height);
  return sightGroups(glyphLines(issuedInk), { issued, seen: soften(black, 1), hidden, reach });
}

const inPixels = ({ x, y }: { x: number; y: number }) => ({ x: x * comparedScale, y: y * comparedScale });

