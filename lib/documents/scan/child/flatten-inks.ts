import { fitBend, flatten, type Sighting } from './flatten.ts';
import type { Box } from './glyph-boxes.ts';
import { comparedScale } from './issued-page.ts';
import type { Located } from './locate-page.ts';
import type { Inks } from './part-inks.ts';
import { halved, type Raster } from './raster.ts';
import { sightGroups } from './sight-groups.ts';
import { soften, softeningOf } from './soften.ts';

interface Bent {
  issuedInk: Raster;
  /** Characters of the issued page, line by line. */
  lines: readonly (readonly Box[])[];
  located: Located;
  /** Points from ink to paper. */
  edge: number;
}

const anchorWeight = 4;

/** The inks of a sheet that did not lie flat, as if it had: every line of print shows how far it is bent. */
export function flattened(inks: Inks, bent: Bent): Inks {
  const { width, height } = inks.black;
  const anchors = bent.located.anchors.map(({ issued, seen }): Sighting => ({ issued: inPixels(issued), seen: inPixels(seen), weight: anchorWeight }));
  const bend = fitBend([...anchors, ...printedSightings(inks, bent)], width, height);
  if (!bend) return inks;
  const [black = inks.black, any = inks.any, red = inks.red] = flatten([inks.black, inks.any, inks.red], bend);
  return { black, any, red };
}

/** Half the size is enough to see where print lies, and a quarter of the work. */
function printedSightings({ black }: Inks, { issuedInk, lines, edge }: Bent): Sighting[] {
  const issued = soften(halved(issuedInk), softeningOf(edge / 2));
  return sightGroups(lines, { issued, seen: soften(halved(black), 1) });
}

const inPixels = ({ x, y }: { x: number; y: number }) => ({ x: x * comparedScale, y: y * comparedScale });
