import sharp from 'sharp';
import type { Homography } from './homography.ts';
import { grown } from './page-layout.ts';
import type { Picture, Rect } from './raster.ts';
import { pixelsPerPoint, straighten } from './straighten.ts';

interface Crop {
  picture: Picture;
  toPicture: Homography;
  part: Rect;
  file: string;
  /** What to draw a red frame around. */
  marks?: readonly Rect[];
}

const sharpest = 200 / 72;
const mostPixels = 1_500_000;
const jpeg = { quality: 80, chromaSubsampling: '4:4:4' } as const;

/** A part of the sheet for people, straight, as a JPEG. */
export async function cutCrop({ picture, toPicture, part, file, marks = [] }: Crop): Promise<void> {
  const middle = { x: part.x + part.width / 2, y: part.y + part.height / 2 };
  const room = Math.sqrt(mostPixels / (part.width * part.height));
  const scale = Math.min(sharpest, room, pixelsPerPoint(toPicture, middle) * 1.2);
  const cut = straighten(picture, toPicture, { part, pixelsPerPoint: scale });
  for (const mark of marks) frame(cut, grown(mark, 2.5), part, scale);
  await write(cut, file);
}

/** The whole sheet as it came, where nothing on it could be located. */
export async function cutWhole(picture: Picture, file: string): Promise<void> {
  const { data, width, height } = picture;
  const edge = Math.sqrt(mostPixels * Math.max(width / height, height / width));
  await sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha().resize({ width: Math.round(edge), height: Math.round(edge), fit: 'inside', withoutEnlargement: true }).jpeg(jpeg).toFile(file);
}

const write = ({ data, width, height }: Picture, file: string) => sharp(data, { raw: { width, height, channels: 4 } }).removeAlpha().jpeg(jpeg).toFile(file);

function frame(picture: Picture, mark: Rect, part: Rect, scale: number): void {
  const x0 = Math.round((mark.x - part.x) * scale);
  const y0 = Math.round((mark.y - part.y) * scale);
  const x1 = Math.round((mark.x + mark.width - part.x) * scale);
  const y1 = Math.round((mark.y + mark.height - part.y) * scale);
  const thick = 2;
  for (let x = x0; x <= x1; x++) for (let off = 0; off < thick; off++) for (const y of [y0 + off, y1 - off]) redden(picture, x, y);
  for (let y = y0; y <= y1; y++) for (let off = 0; off < thick; off++) for (const x of [x0 + off, x1 - off]) redden(picture, x, y);
}

function redden({ data, width, height }: Picture, x: number, y: number): void {
  if (x < 0 || y < 0 || x >= width || y >= height) return;
  data.set([210, 20, 30], (y * width + x) * 4);
}
