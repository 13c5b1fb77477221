import type { Point, Rect } from './raster.ts';

/** What every issued page has in the same places; the parent knows them and sends them along. */
export interface PageLayout {
  width: number;
  height: number;
  /** Top left, top right, bottom left, bottom right. */
  squares: Rect[];
  codes: Rect[];
  /** The codes with their letters: they differ from version to version. */
  codeZones: Rect[];
}

export const middleOf = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

export const grown = ({ x, y, width, height }: Rect, by: number): Rect => ({
  x: x - by,
  y: y - by,
  width: width + 2 * by,
  height: height + 2 * by,
});

export const isInside = ({ x, y }: Point, rect: Rect): boolean =>
  x >= rect.x && x <= rect.x + rect.width && y >= rect.y && y <= rect.y + rect.height;
