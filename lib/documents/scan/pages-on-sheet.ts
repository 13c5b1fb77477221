import type { PageCode } from '@/lib/documents/application-form/page-code';
import { type PlacedCorners, pageFrame, type PageFrame, shareInPicture, shareOverlaid } from './page-frame';

export interface PlacedCode {
  code: PageCode;
  /** Null where its place was not kept. */
  corners: PlacedCorners | null;
}

interface SeenPage {
  code: PageCode;
  /** Where the page lies by its codes; null where their place was not kept. */
  frame: PageFrame | null;
}

/** A page of which less lies on the picture only peeks in: it is another sheet's. */
const leastSeen = 0.5;
/** Two pages on one sheet are both there in whole, and beside each other. */
const wholeFrom = 0.85;
const mostOverlap = 0.2;

/**
 * A sheet is one page: that whose codes stand where they belong on a page within the picture. A code that peeks in from
 * a neighbour is none of it, two whole pages side by side are two, and what cannot be told apart is for people.
 */
export function pagesOnSheet(placed: readonly PlacedCode[]): { codes: PageCode[]; isContradictory: boolean } {
  const pages = seenPages(placed).filter(({ frame }) => !frame || shareInPicture(frame) >= leastSeen);
  const codes = pages.map(({ code }) => code);
  if (pages.length < 2) return { codes, isContradictory: false };
  if (isOfTwoVersions(codes)) return { codes, isContradictory: true };
  if (areWholeAndApart(pages)) return { codes, isContradictory: false };
  const [own, ...rivals] = pages.filter(({ frame }) => frame?.isProvenTwice);
  return own && rivals.length === 0 ? { codes: [own.code], isContradictory: false } : { codes, isContradictory: true };
}

/** A page bears the same code twice. */
function seenPages(placed: readonly PlacedCode[]): SeenPage[] {
  const byPage = Map.groupBy(placed, ({ code }) => `${code.applicationNumber}.${code.version}.${code.page}`);
  return [...byPage.values()].flatMap((codes) => {
    const [first] = codes;
    const corners = codes.flatMap((one) => (one.corners ? [one.corners] : []));
    return first ? [{ code: first.code, frame: pageFrame(corners) }] : [];
  });
}

/** Of one page two versions: one of them is not what it seems. */
const isOfTwoVersions = (codes: readonly PageCode[]): boolean =>
  new Set(codes.map(({ applicationNumber, page }) => `${applicationNumber}.${page}`)).size < codes.length;

function areWholeAndApart(pages: readonly SeenPage[]): boolean {
  const frames = pages.flatMap(({ frame }) => frame ?? []);
  if (frames.length < pages.length) return false;
  return frames.every(
    (frame, at) => shareInPicture(frame) >= wholeFrom && frames.slice(at + 1).every((other) => shareOverlaid(frame, other) <= mostOverlap),
  );
}
