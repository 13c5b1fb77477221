import { codeBoxes } from '@/lib/documents/application-form/page-geometry';
import type { Rect } from '@/lib/documents/pdf/drawing';
import { PAGE_HEIGHT, PAGE_WIDTH } from '@/lib/documents/pdf/page-operators';

/** Corners of a code, x and y in turn, from its own top left one clockwise, in parts of the picture's width and height. */
export type PlacedCorners = readonly number[];

interface Point {
  x: number;
  y: number;
}

/** Where a page lies on a picture: the picture's place of a point of the page. */
export interface PageFrame {
  /** The place of the page's top left corner, and how far one point to the right and one down lead. */
  origin: Point;
  right: Point;
  down: Point;
  /** Both codes were seen, each in its own corner. */
  isProvenTwice: boolean;
}

/** Of the diagonal between the two codes; paper is never quite flat. */
const mostOff = 0.15;

/** The page around its codes. Seen alone, a code may stand in either corner: that is taken which lies on the picture. */
export function pageFrame(codes: readonly PlacedCorners[]): PageFrame | null {
  const frames = codes.flatMap((corners) => [
    frameAround(corners, { codes, own: codeBoxes.topRight, other: codeBoxes.bottomLeft }),
    frameAround(corners, { codes, own: codeBoxes.bottomLeft, other: codeBoxes.topRight }),
  ]);
  const proven = frames.filter(({ isProvenTwice }) => isProvenTwice);
  const [best = null] = (proven.length > 0 ? proven : frames).sort((one, other) => shareInPicture(other) - shareInPicture(one));
  return best;
}

interface Around {
  codes: readonly PlacedCorners[];
  own: Rect;
  other: Rect;
}

function frameAround(corners: PlacedCorners, { codes, own, other }: Around): PageFrame {
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, x4 = 0, y4 = 0] = corners;
  const right = { x: (x2 - x1 + x3 - x4) / 2 / own.width, y: (y2 - y1 + y3 - y4) / 2 / own.width };
  const down = { x: (x4 - x1 + x3 - x2) / 2 / own.height, y: (y4 - y1 + y3 - y2) / 2 / own.height };
  const middle = middleOf(corners);
  const at = middleOfBox(own);
  const origin = { x: middle.x - right.x * at.x - down.x * at.y, y: middle.y - right.y * at.x - down.y * at.y };
  const frame = { origin, right, down, isProvenTwice: false };
  const expected = placeOf(frame, middleOfBox(other));
  const allowed = mostOff * distance(middle, expected);
  return { ...frame, isProvenTwice: codes.some((one) => one !== corners && distance(middleOf(one), expected) <= allowed) };
}

const middleOfBox = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

const middleOf = ([x1 = 0, y1 = 0, x2 = 0, y2 = 0, x3 = 0, y3 = 0, x4 = 0, y4 = 0]: PlacedCorners): Point => ({
  x: (x1 + x2 + x3 + x4) / 4,
  y: (y1 + y2 + y3 + y4) / 4,
});

const distance = (one: Point, other: Point): number => Math.hypot(one.x - other.x, one.y - other.y);

const placeOf = ({ origin, right, down }: PageFrame, { x, y }: Point): Point => ({
  x: origin.x + right.x * x + down.x * y,
  y: origin.y + right.y * x + down.y * y,
});

/** Points spread evenly over a page. */
const spread: Point[] = Array.from({ length: 20 * 28 }, (_, at) => ({
  x: ((at % 20) + 0.5) * (PAGE_WIDTH / 20),
  y: (Math.floor(at / 20) + 0.5) * (PAGE_HEIGHT / 28),
}));

const share = (holds: (point: Point) => boolean): number => spread.filter(holds).length / spread.length;

/** How much of the page lies on the picture. */
export function shareInPicture(frame: PageFrame): number {
  return share((point) => {
    const { x, y } = placeOf(frame, point);
    return x >= 0 && x <= 1 && y >= 0 && y <= 1;
  });
}

/** How much of one page another one covers. */
export function shareOverlaid(frame: PageFrame, { origin, right, down }: PageFrame): number {
  const turn = right.x * down.y - right.y * down.x;
  return share((point) => {
    const place = placeOf(frame, point);
    const [dx, dy] = [place.x - origin.x, place.y - origin.y];
    const x = (dx * down.y - dy * down.x) / turn;
    const y = (dy * right.x - dx * right.y) / turn;
    return x >= 0 && x <= PAGE_WIDTH && y >= 0 && y <= PAGE_HEIGHT;
  });
}
