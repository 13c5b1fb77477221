import type { Blob } from './find-blobs.ts';
import { applied, fitHomography, type Homography, type Pair } from './homography.ts';
import { middleOf, type PageLayout } from './page-layout.ts';
import type { Point } from './raster.ts';

export interface FoundPage {
  /** From points on the issued page to pixels. */
  toPicture: Homography;
  pairs: Pair[];
  /** How many of the four corner squares were seen. */
  corners: number;
  score: number;
}

const mostCandidates = 32;
/** Tilted towards the camera, a far square looks smaller than a near one. */
const mostAreaRatio = 2.8;
const nearPoints = 8;

/**
 * Where the page lies: four solid squares that stand to each other as the corner squares do, borne out by the
 * square hearts of the codes' finder patterns. One corner may be torn off or cut away.
 */
export function findCorners(blobs: readonly Blob[], hearts: readonly Point[], layout: PageLayout): FoundPage | null {
  const candidates = blobs.slice(0, mostCandidates).sort((a, b) => a.area - b.area);
  const search = new CornerSearch(blobs, hearts, layout);
  for (const four of neighboursInSize(candidates, 4)) search.tryFour(four);
  if (search.best === null || search.best.score < 2) for (const three of neighboursInSize(candidates, 3)) search.tryThree(three);
  return search.best;
}

/** Every choice of so many blobs of about the same size. */
function* neighboursInSize(blobs: readonly Blob[], count: number, chosen: readonly Blob[] = [], from = 0): Generator<Blob[]> {
  if (chosen.length === count) {
    yield [...chosen];
    return;
  }
  const smallest = chosen[0]?.area ?? Number.POSITIVE_INFINITY;
  for (let at = from; at < blobs.length; at++) {
    const blob = blobs[at];
    if (!blob || blob.area > smallest * mostAreaRatio) return;
    yield* neighboursInSize(blobs, count, [...chosen, blob], at + 1);
  }
}

class CornerSearch {
  best: FoundPage | null = null;
  readonly #blobs: readonly Blob[];
  readonly #hearts: readonly Point[];
  /** Clockwise from the top left. */
  readonly #corners: Point[];
  readonly #squareShare: number;
  readonly #aspect: number;

  constructor(blobs: readonly Blob[], hearts: readonly Point[], { squares }: PageLayout) {
    const [topLeft, topRight, bottomLeft, bottomRight] = squares.map(middleOf);
    if (!topLeft || !topRight || !bottomLeft || !bottomRight) throw new Error('a page has four corner squares');
    this.#blobs = blobs;
    this.#hearts = hearts;
    this.#corners = [topLeft, topRight, bottomRight, bottomLeft];
    const [width, height] = [topRight.x - topLeft.x, bottomLeft.y - topLeft.y];
    this.#squareShare = ((squares[0]?.width ?? 0) * (squares[0]?.height ?? 0)) / (width * height);
    this.#aspect = width / height;
  }

  tryFour(blobs: readonly Blob[]): void {
    const around = clockwise(blobs);
    const area = areaOf(around);
    if (!this.#fitsInSize(blobs, area) || !isConvex(around)) return;
    const sides = around.map((point, at) => distance(point, around[(at + 1) % 4] ?? point));
    const [a = 0, b = 0, c = 0, d = 0] = sides;
    if (ratio(a, c) > 1.6 || ratio(b, d) > 1.6) return;
    for (let turn = 0; turn < 4; turn++) {
      const aspect = turn % 2 === 0 ? (a + c) / (b + d) : (b + d) / (a + c);
      if (ratio(aspect, this.#aspect) > 1.45) continue;
      const pairs = this.#corners.map((from, at): Pair => ({ from, to: around[(at + turn) % 4] ?? from }));
      this.#consider(pairs, { reach: nearPoints, scale: Math.sqrt((area * this.#squareShare) / 81), enough: 2 });
    }
  }

  tryThree(blobs: readonly Blob[]): void {
    const around = clockwise(blobs);
    const area = 2 * areaOf(around);
    if (!this.#fitsInSize(blobs, area)) return;
    for (let missing = 0; missing < 4; missing++) {
      const kept = this.#corners.filter((_, at) => at !== missing);
      for (let turn = 0; turn < 3; turn++) {
        const pairs = kept.map((from, at): Pair => ({ from, to: around[(at + turn) % 3] ?? from }));
        const fourth = parallelogram(pairs, this.#corners[missing]);
        if (fourth) this.#considerThree(pairs, fourth, Math.sqrt((area * this.#squareShare) / 81));
      }
    }
  }

  #considerThree(pairs: readonly Pair[], fourth: Pair, scale: number): void {
    const [a, b, c] = pairs;
    if (!a || !b || !c) return;
    // As long and as upright as the sides of the page.
    const sides = [[a, b], [b, c], [c, a]].map(([p, q]) => (p && q ? distance(p.to, q.to) / distance(p.from, q.from) : 0));
    if (Math.max(...sides) > 1.25 * Math.min(...sides)) return;
    this.#consider([...pairs, fourth], { reach: 2 * nearPoints, scale, enough: 3, guessed: fourth });
  }

  #fitsInSize(blobs: readonly Blob[], area: number): boolean {
    const square = blobs.reduce((sum, blob) => sum + blob.area, 0) / blobs.length;
    const share = square / area / this.#squareShare;
    return share > 0.45 && share < 2.2;
  }

  #consider(corners: readonly Pair[], limits: { reach: number; scale: number; enough: number; guessed?: Pair }): void {
    const rough = fitHomography(corners);
    if (!rough) return;
    const { reach, scale, enough, guessed } = limits;
    const hits = matchHearts({ blobs: this.#blobs, hearts: this.#hearts, rough, reach: reach * scale });
    if (hits.length < enough) return;
    const seen = corners.filter((pair) => pair !== guessed);
    const off = hits.reduce((sum, { off }) => sum + off, 0) / (reach * scale);
    const score = hits.length - 0.5 * off - (guessed ? 0.6 : 0);
    if (this.best && score <= this.best.score) return;
    const pairs = [...seen, ...hits.map(({ pair }) => pair)];
    const toPicture = fitHomography(pairs);
    if (toPicture) this.best = { toPicture, pairs, corners: seen.length, score };
  }
}

interface HeartSearch {
  blobs: readonly Blob[];
  hearts: readonly Point[];
  rough: Homography;
  /** In pixels. */
  reach: number;
}

/** The hearts that stand near where they should. */
export function matchHearts({ blobs, hearts, rough, reach }: HeartSearch): { pair: Pair; off: number }[] {
  return hearts.flatMap((heart) => {
    const expected = applied(rough, heart);
    let best: { pair: Pair; off: number } | null = null;
    for (const blob of blobs) {
      const off = distance(blob, expected);
      if (off < (best?.off ?? reach)) best = { pair: { from: heart, to: blob, weight: 0.5 }, off };
    }
    return best ? [best] : [];
  });
}

const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y);
const ratio = (a: number, b: number): number => Math.max(a, b) / Math.max(1e-9, Math.min(a, b));

/** With y downwards, growing angles go clockwise. */
function clockwise(points: readonly Point[]): Point[] {
  const x = points.reduce((sum, point) => sum + point.x, 0) / points.length;
  const y = points.reduce((sum, point) => sum + point.y, 0) / points.length;
  return [...points].sort((a, b) => Math.atan2(a.y - y, a.x - x) - Math.atan2(b.y - y, b.x - x));
}

function areaOf(points: readonly Point[]): number {
  const twice = points.reduce((sum, point, at) => {
    const next = points[(at + 1) % points.length] ?? point;
    return sum + point.x * next.y - next.x * point.y;
  }, 0);
  return Math.abs(twice) / 2;
}

function isConvex(points: readonly Point[]): boolean {
  return points.every((point, at) => {
    const next = points[(at + 1) % points.length] ?? point;
    const after = points[(at + 2) % points.length] ?? point;
    return (next.x - point.x) * (after.y - next.y) - (next.y - point.y) * (after.x - next.x) > 0;
  });
}

/** The corner that is missing, where a page without perspective would have it. */
function parallelogram(pairs: readonly Pair[], missing: Point | undefined): Pair | null {
  if (!missing) return null;
  // Of the three, the one opposite the missing corner lies farthest from it.
  const [opposite, ...others] = [...pairs].sort((a, b) => distance(b.from, missing) - distance(a.from, missing));
  const [a, b] = others;
  if (!opposite || !a || !b) return null;
  return { from: missing, to: { x: a.to.x + b.to.x - opposite.to.x, y: a.to.y + b.to.y - opposite.to.y } };
}
