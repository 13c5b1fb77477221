import path from 'node:path';
import { cutCrop, cutWhole } from './cut-crop.ts';
import type { Homography } from './homography.ts';
import { grown, type PageLayout } from './page-layout.ts';
import type { Picture, Rect } from './raster.ts';

interface SheetToCut {
  picture: Picture;
  /** Null where the page was not found: then every crop is the whole sheet. */
  toPicture: Homography | null;
  layout: PageLayout;
  folder: string;
  at: number;
}

export interface Crops {
  /** Paths by name. */
  files: Record<string, string>;
  /** Cuts a part out and answers its name. */
  cut(name: string, part: Rect, marks?: readonly Rect[]): Promise<string>;
}

const aroundMarks = 40;

/** The pictures that show people what the machine saw. */
export function cropsFor({ picture, toPicture, layout, folder, at }: SheetToCut): Crops {
  const files: Record<string, string> = {};
  const fileOf = (name: string): string => path.join(folder, `${at}-${name}.jpg`);
  async function cutWholeOnce(): Promise<string> {
    const name = 'sheet';
    if (files[name]) return name;
    files[name] = fileOf(name);
    await cutWhole(picture, fileOf(name));
    return name;
  }
  return {
    files,
    async cut(name, part, marks) {
      if (!toPicture) return cutWholeOnce();
      files[name] = fileOf(name);
      await cutCrop({ picture, toPicture, part: within(part, layout), file: fileOf(name), marks });
      return name;
    },
  };
}

/** The part that shows all the places, with what stands around them. */
export function partAround(places: readonly Rect[]): Rect {
  const x = Math.min(...places.map((place) => place.x));
  const y = Math.min(...places.map((place) => place.y));
  const right = Math.max(...places.map((place) => place.x + place.width));
  const bottom = Math.max(...places.map((place) => place.y + place.height));
  return grown({ x, y, width: right - x, height: bottom - y }, aroundMarks);
}

function within(part: Rect, { width, height }: PageLayout): Rect {
  const x = Math.max(0, Math.min(width - 10, part.x));
  const y = Math.max(0, Math.min(height - 10, part.y));
  return { x, y, width: Math.min(width, part.x + part.width) - x, height: Math.min(height, part.y + part.height) - y };
}
