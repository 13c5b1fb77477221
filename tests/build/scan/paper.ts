import sharp from 'sharp';
import { between } from './pick';
import type { InkPicture } from './seal-pictures';

type Random = () => number;

/** A printed sheet as light would see it: four bytes a pixel, the last of no meaning. */
export interface Paper {
  rgba: Uint8Array;
  width: number;
  height: number;
  dpi: number;
}

export interface InkMark {
  picture: InkPicture;
  /** Its middle, in points from the top left corner of the page. */
  x: number;
  y: number;
  /** How much ink: 1 is a full impression. */
  strength: number;
  /** Pressed unevenly: part of it hardly touches the paper. */
  half?: boolean;
  /** A stamp's ink has grain and blotches, a pen's has not. */
  kind: 'stamp' | 'pen';
}

const pointsAMillimetre = 72 / 25.4;
// The checking process forbids every loader that it does not need; ink is drawn from SVG.
const allowSvg = () => sharp.unblock({ operation: ['VipsForeignLoadSvg'] });

/** Toner and paper: never quite black, never quite white. */
export function printed(
  drawing: { data: Uint8Array; width: number; height: number },
  dpi: number,
  random: Random,
): Paper {
  const { data, width, height } = drawing;
  const brightness = between(240, 253, random);
  const yellow = between(0, 7, random);
  const white = [brightness, brightness - yellow * 0.3, brightness - yellow];
  const black = between(18, 58, random);
  const tables = white.map((light) =>
    Uint8Array.from({ length: 256 }, (_, value) => black + ((light - black) * value) / 255),
  );
  const [reds, greens, blues] = tables;
  if (!reds || !greens || !blues) throw new Error('a colour is missing');
  const rgba = new Uint8Array(width * height * 4).fill(255);
  for (let at = 0; at < rgba.length; at += 4) {
    rgba[at] = reds[data[at] ?? 255] ?? 255;
    rgba[at + 1] = greens[data[at + 1] ?? 255] ?? 255;
    rgba[at + 2] = blues[data[at + 2] ?? 255] ?? 255;
  }
  return { rgba, width, height, dpi };
}

/** Puts a mark on the paper. What reaches beyond its edge is lost, as it is on a desk. */
export async function ink(paper: Paper, mark: InkMark, random: Random): Promise<void> {
  const scale = (pointsAMillimetre * paper.dpi) / 72;
  const width = Math.max(4, Math.round(mark.picture.width * scale));
  const height = Math.max(4, Math.round(mark.picture.height * scale));
  allowSvg();
  const svg = mark.picture.svg.replace('<svg ', `<svg width="${width}" height="${height}" `);
  const { data, info } = await sharp(Buffer.from(svg)).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  const left = Math.round((mark.x * paper.dpi) / 72 - info.width / 2);
  const top = Math.round((mark.y * paper.dpi) / 72 - info.height / 2);
  multiply(paper, { data, width: info.width, height: info.height, left, top, pressure: pressureOf(mark, random) });
}

type Pressure = (x: number, y: number) => number;

/** Of 1, at a place of the mark's unit square. */
function pressureOf({ kind, strength, half }: InkMark, random: Random): Pressure {
  if (kind === 'pen') return () => strength;
  const blotches = blotchesOf(random);
  const angle = 2 * Math.PI * random();
  const [tiltX, tiltY] = [Math.cos(angle), Math.sin(angle)];
  const lean = half ? between(1.8, 3, random) : between(0, 0.35, random);
  const edge = between(-0.1, 0.1, random);
  return (x, y) => {
    const across = (x - 0.5) * tiltX + (y - 0.5) * tiltY;
    const leaning = half ? 0.5 - (across + edge) * lean * 2 : 1 - (across + 0.5) * lean;
    return strength * Math.min(1, Math.max(0, leaning)) * blotches(x, y);
  };
}

/** Uneven as a rubber or a copper face leaves it: smooth over a few millimetres, with specks that stay white. */
function blotchesOf(random: Random): Pressure {
  const side = 12;
  const coarse = Float32Array.from({ length: (side + 2) ** 2 }, () => between(0.62, 1.12, random));
  const specks = Uint8Array.from({ length: 64 * 64 }, () => (random() < 0.09 ? 1 : 0));
  return (x, y) => {
    const [atX, atY] = [x * side, y * side];
    const [left, top] = [Math.floor(atX), Math.floor(atY)];
    const [shareX, shareY] = [atX - left, atY - top];
    const corner = top * (side + 2) + left;
    const above = (coarse[corner] ?? 1) * (1 - shareX) + (coarse[corner + 1] ?? 1) * shareX;
    const below = (coarse[corner + side + 2] ?? 1) * (1 - shareX) + (coarse[corner + side + 3] ?? 1) * shareX;
    const isSpeck = specks[(Math.floor(y * 150) % 64) * 64 + (Math.floor(x * 150) % 64)] === 1;
    return Math.min(1, above * (1 - shareY) + below * shareY) * (isSpeck ? 0.35 : 1);
  };
}

type Layer = { data: Uint8Array; width: number; height: number; left: number; top: number; pressure: Pressure };

function multiply({ rgba, width, height }: Paper, layer: Layer): void {
  for (let y = Math.max(0, -layer.top); y < layer.height && y + layer.top < height; y += 1) {
    for (let x = Math.max(0, -layer.left); x < layer.width && x + layer.left < width; x += 1) {
      const from = (y * layer.width + x) * 4;
      const alpha = layer.data[from + 3] ?? 0;
      if (alpha === 0) continue;
      const cover = (alpha / 255) * layer.pressure(x / layer.width, y / layer.height);
      const to = ((y + layer.top) * width + x + layer.left) * 4;
      for (let channel = 0; channel < 3; channel += 1) {
        const colour = (layer.data[from + channel] ?? 255) / 255;
        rgba[to + channel] = (rgba[to + channel] ?? 255) * (1 - cover + cover * colour);
      }
    }
  }
}
