import sharp, { type Sharp } from 'sharp';
import type { Paper } from './paper';
import { cameraView, type View } from './camera-view';
import { bell } from './pick';
import type { Capture, Light } from './scan-looks';
import { paperWarper, type WarpRow } from './warp-paper';

type Random = () => number;

export interface Picture {
  bytes: Buffer;
  mediaType: 'image/jpeg' | 'image/png';
}

/** How finely a sheet is drawn, so that the picture is made of more than it shows. */
export function paperDpi({ dpi, height }: Capture): number {
  const shown = dpi ?? (height * 0.85) / 11.69;
  return Math.round(Math.min(300, Math.max(110, shown * 1.15)));
}

/** One sheet, scanned or photographed. Simulated, repeatable by its seed. */
export async function takePicture(paper: Paper, capture: Capture, random: Random): Promise<Picture> {
  const softened = await soften(paper, capture);
  const view = cameraView(capture, random);
  const rgb = expose({ warpRow: paperWarper({ paper: softened, view, capture }), view, capture, random });
  const seen = sharp(rgb, { raw: { width: view.width, height: view.height, channels: 3 } });
  return encode(cleaned(seen, capture), capture);
}

/** The lens: measured in pixels of the picture, done on the paper, which is finer. */
async function soften(paper: Paper, { blur, dpi, height }: Capture): Promise<Paper> {
  const shown = dpi ?? (height * 0.85) / 11.69;
  const sigma = (blur * paper.dpi) / shown;
  if (sigma < 0.3) return paper;
  const { rgba, width, height: rows } = paper;
  const data = await sharp(rgba, { raw: { width, height: rows, channels: 4 } })
    .blur(sigma)
    .raw()
    .toBuffer();
  return { ...paper, rgba: Uint8Array.from(data) };
}

const grains = 1 << 16;

/** Light, colour cast and the sensor's grain, row by row; all in 1/256, since whole numbers are fast. */
function expose({
  warpRow,
  view,
  capture,
  random,
}: {
  warpRow: WarpRow;
  view: View;
  capture: Capture;
  random: Random;
}) {
  const { light, noise } = capture;
  const { width, height } = view;
  const rgb = new Uint8ClampedArray(width * height * 3);
  const row = new Int32Array(width);
  const lit = new Int32Array(width);
  const grain = Int32Array.from({ length: grains }, () => bell(random) * noise * 256);
  const curves = Int32Array.from(
    { length: 768 },
    (_, index) => (light.cast[index >> 8] ?? 1) * 255 * ((index & 255) / 255) ** light.gamma * 256,
  );
  for (let y = 0, at = 0; y < height; y += 1, at += 3 * width) {
    warpRow(row, y);
    lightOfRow(lit, { y: y / height - 0.5, light });
    exposeRow({ rgb, at, row, lit, grain, grainAt: Math.floor(random() * grains), curves });
  }
  return rgb;
}

interface Exposure {
  rgb: Uint8ClampedArray;
  at: number;
  row: Int32Array;
  lit: Int32Array;
  grain: Int32Array;
  grainAt: number;
  curves: Int32Array;
}

function exposeRow({ rgb, at, row, lit, grain, grainAt, curves }: Exposure): void {
  for (let x = 0, to = at, from = grainAt; x < row.length; x += 1, to += 3, from += 1) {
    const here = lit[x] ?? 256;
    const pixel = row[x] ?? 0;
    const speck = (grain[from & (grains - 1)] ?? 0) + 128;
    const colourSpeck = (grain[(from + 7919) & (grains - 1)] ?? 0) >> 1;
    rgb[to] = ((((curves[pixel & 255] ?? 0) * here) >> 8) + speck + colourSpeck) >> 8;
    rgb[to + 1] = ((((curves[256 + ((pixel >>> 8) & 255)] ?? 0) * here) >> 8) + speck) >> 8;
    rgb[to + 2] = ((((curves[512 + ((pixel >>> 16) & 255)] ?? 0) * here) >> 8) + speck - colourSpeck) >> 8;
  }
}

function lightOfRow(lit: Int32Array, { y, light }: { y: number; light: Light }): void {
  const { falloff, direction, shadow } = light;
  const alongX = Math.cos(direction);
  const alongY = Math.sin(direction);
  const shadowX = Math.cos(shadow.direction);
  const shadowY = Math.sin(shadow.direction);
  for (let index = 0; index < lit.length; index += 1) {
    const x = index / lit.length - 0.5;
    const bright = 1 - falloff * (0.5 + 0.7 * (x * alongX + y * alongY));
    const inShadow = shadow.depth === 0 ? 0 : smoothStep((x * shadowX + y * shadowY - shadow.edge) / shadow.softness);
    lit[index] = 256 * bright * (1 - shadow.depth * inShadow);
  }
}

function smoothStep(value: number): number {
  const share = Math.min(1, Math.max(0, value * 0.5 + 0.5));
  return share * share * (3 - 2 * share);
}

function cleaned(picture: Sharp, { cleaned: levels }: Capture): Sharp {
  if (!levels) return picture;
  const gain = 255 / (levels.white - levels.black);
  return picture.linear(gain, -levels.black * gain);
}

async function encode(picture: Sharp, { tone, jpegQuality, turnsInHeader, quarterTurns }: Capture): Promise<Picture> {
  if (tone === 'black_and_white') {
    const bytes = await picture
      .grayscale()
      .threshold(150)
      .png({ palette: true, colours: 2, compressionLevel: 6 })
      .toBuffer();
    return { bytes, mediaType: 'image/png' };
  }
  const toned = tone === 'grey' ? picture.grayscale() : picture;
  const told = turnsInHeader ? toned.withMetadata({ orientation: [1, 8, 3, 6][quarterTurns] ?? 1 }) : toned;
  return { bytes: await told.jpeg({ quality: jpegQuality }).toBuffer(), mediaType: 'image/jpeg' };
}
