import { PAGE_HEIGHT, PAGE_WIDTH } from '@/lib/documents/pdf/page-operators';
import type { Rect } from '@/lib/documents/pdf/drawing';

/** Where things stand on every sheet, in points from the top left corner. Reading a scan relies on these places. */
const MARGIN = 56.7;
const MILLIMETRE = 72 / 25.4;
const CODE_SIDE = 24 * MILLIMETRE;
const CODE_INSET = 30;
const SQUARE_SIDE = 9;
const SQUARE_INSET = 24;

export const content = { left: MARGIN, right: PAGE_WIDTH - MARGIN, top: 118, bottom: 726 };
export const contentWidth = content.right - content.left;

export const codeBoxes = {
  topRight: { x: content.right - CODE_SIDE, y: CODE_INSET, width: CODE_SIDE, height: CODE_SIDE },
  bottomLeft: { x: MARGIN, y: PAGE_HEIGHT - CODE_INSET - CODE_SIDE, width: CODE_SIDE, height: CODE_SIDE },
} satisfies Record<string, Rect>;

export const cornerSquares: Rect[] = [
  { x: SQUARE_INSET, y: SQUARE_INSET },
  { x: PAGE_WIDTH - SQUARE_INSET - SQUARE_SIDE, y: SQUARE_INSET },
  { x: SQUARE_INSET, y: PAGE_HEIGHT - SQUARE_INSET - SQUARE_SIDE },
  { x: PAGE_WIDTH - SQUARE_INSET - SQUARE_SIDE, y: PAGE_HEIGHT - SQUARE_INSET - SQUARE_SIDE },
].map((place) => ({ ...place, width: SQUARE_SIDE, height: SQUARE_SIDE }));

export const SEAL_RADIUS = 21 * MILLIMETRE;

const LETTERS_WIDTH = 145;
const AROUND_CODE = 6;

/** Each code with its letters beside it: all that differs between two versions of one page. */
export const codeZones: Rect[] = [
  { ...codeBoxes.topRight, x: codeBoxes.topRight.x - LETTERS_WIDTH },
  codeBoxes.bottomLeft,
].map(({ x, y, width, height }) => ({
  x: x - AROUND_CODE,
  y: y - AROUND_CODE,
  width: width + LETTERS_WIDTH + 2 * AROUND_CODE,
  height: height + 2 * AROUND_CODE,
}));
