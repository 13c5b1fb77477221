import type { PageFacts } from '../page-facts.ts';

export interface Grey {
  data: Uint8Array;
  width: number;
  height: number;
}

export type Look = Omit<PageFacts, 'width' | 'height' | 'isPicture' | 'isNamed'>;

/** Greys that lie further than this from the page's usual grey are ink. */
const inkDistance = 48;

/** Measures a small grey picture of a page; a few passes over its pixels. */
export function lookAtPage(grey: Grey): Look {
  const shares = histogram(grey.data);
  const [dark, usual, light] = [quantile(shares, 0.01), quantile(shares, 0.5), quantile(shares, 0.99)];
  const { mean, spread } = moments(grey.data);
  return rounded({
    spread,
    ink: shareFarFrom(shares, usual),
    sharpness: steepestEdges(grey) / Math.max(16, light - dark),
    centre: regionMoments(grey, { left: 0.3, top: 0.22, right: 0.7, bottom: 0.62 })?.mean ?? mean,
    frame: frameOf(grey),
  });
}

function histogram(data: Uint8Array): number[] {
  const counts = new Array<number>(256).fill(0);
  for (const value of data) counts[value] = (counts[value] ?? 0) + 1;
  return counts.map((count) => count / Math.max(1, data.length));
}

function quantile(shares: readonly number[], share: number): number {
  let sum = 0;
  const found = shares.findIndex((part) => {
    sum += part;
    return sum >= share;
  });
  return found === -1 ? shares.length - 1 : found;
}

const shareFarFrom = (shares: readonly number[], usual: number): number =>
  shares.reduce((sum, share, grey) => (Math.abs(grey - usual) > inkDistance ? sum + share : sum), 0);

function moments(values: Uint8Array): { mean: number; spread: number } {
  let [sum, squares] = [0, 0];
  for (const value of values) {
    sum += value;
    squares += value * value;
  }
  const mean = sum / Math.max(1, values.length);
  return { mean, spread: Math.sqrt(Math.max(0, squares / Math.max(1, values.length) - mean * mean)) };
}

interface Region {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function regionValues({ data, width, height }: Grey, { left, top, right, bottom }: Region): Uint8Array {
  const [x0, x1] = [Math.floor(left * width), Math.ceil(right * width)];
  const rows: number[] = [];
  for (let y = Math.floor(top * height); y < Math.ceil(bottom * height); y++) {
    for (let x = x0; x < x1; x++) rows.push(data[y * width + x] ?? 0);
  }
  return Uint8Array.from(rows);
}

function regionMoments(grey: Grey, region: Region): { mean: number; spread: number } | null {
  const values = regionValues(grey, region);
  return values.length > 0 ? moments(values) : null;
}

/** A strip along the top and one down each side, ending above the shoulders. */
function frameOf(grey: Grey): Look['frame'] {
  const strips: Region[] = [
    { left: 0.02, top: 0.02, right: 0.98, bottom: 0.08 },
    { left: 0.02, top: 0.08, right: 0.1, bottom: 0.45 },
    { left: 0.9, top: 0.08, right: 0.98, bottom: 0.45 },
  ];
  const parts = strips.map((strip) => regionValues(grey, strip));
  const { mean, spread } = moments(Uint8Array.from(parts.flatMap((part) => [...part])));
  return { grey: mean, spread };
}

/** The 99.5th of a hundred Laplacians: text and hair have some steep ones, whatever the rest of the page shows. */
function steepestEdges({ data, width, height }: Grey): number {
  const counts = new Array<number>(1021).fill(0);
  let all = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const around = (data[at - 1] ?? 0) + (data[at + 1] ?? 0) + (data[at - width] ?? 0) + (data[at + width] ?? 0);
      const steep = Math.abs(4 * (data[at] ?? 0) - around);
      counts[steep] = (counts[steep] ?? 0) + 1;
      all++;
    }
  }
  return quantile(counts.map((count) => count / Math.max(1, all)), 0.995);
}

const rounded = ({ frame, ...look }: Look): Look => ({
  ...look,
  spread: two(look.spread),
  ink: Math.round(look.ink * 1e5) / 1e5,
  sharpness: two(look.sharpness),
  centre: two(look.centre),
  frame: { grey: two(frame.grey), spread: two(frame.spread) },
});

const two = (number: number): number => Math.round(number * 100) / 100;
