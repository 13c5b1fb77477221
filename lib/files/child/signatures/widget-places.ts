import { PDFArray, PDFDict, PDFNumber, PDFRef } from 'pdf-lib';
import { numbersOf } from './cross-references.ts';
import type { PdfView } from './pdf-view.ts';

/** Where on its upright page something lies, in shares of its width and height from the top left corner. */
export interface Place {
  /** Counted from 1. */
  page: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const mostPages = 500;
const deepest = 30;

/** The places on the pages that these widgets take up. */
export function widgetPlaces(view: PdfView, widgets: ReadonlySet<number>): Place[] {
  return pagesOf(view).flatMap((sheet, index) => {
    const annotations = view.get(sheet.page, 'Annots');
    if (!(annotations instanceof PDFArray)) return [];
    const own = annotations.asArray().filter((item) => item instanceof PDFRef && widgets.has(item.objectNumber));
    return own.flatMap((item) => {
      const widget = view.resolve(item);
      const box = widget instanceof PDFDict ? numbersOf(view.get(widget, 'Rect')) : [];
      return isBox(box) ? [{ page: index + 1, ...placeOn(sheet, box) }] : [];
    });
  });
}

type Box = [number, number, number, number];
const isBox = (numbers: readonly number[]): numbers is Box => numbers.length === 4 && numbers.every(Number.isFinite);

interface Sheet {
  page: PDFDict;
  box: Box;
  quarterTurns: number;
}

interface Inherited {
  box: Box;
  rotate: number;
}

function pagesOf(view: PdfView): Sheet[] {
  const found: Sheet[] = [];
  const visit = (node: PDFDict | undefined, inherited: Inherited, depth: number): void => {
    if (!node || depth > deepest || found.length >= mostPages) return;
    const own = { box: boxOf(view, node) ?? inherited.box, rotate: rotateOf(view, node) ?? inherited.rotate };
    const kids = view.get(node, 'Kids');
    if (!(kids instanceof PDFArray)) {
      found.push({ page: node, box: own.box, quarterTurns: (((own.rotate / 90) % 4) + 4) % 4 });
      return;
    }
    for (const kid of kids.asArray()) {
      const next = view.resolve(kid);
      if (next instanceof PDFDict) visit(next, own, depth + 1);
    }
  };
  visit(view.dict(view.catalog, 'Pages'), { box: [0, 0, 612, 792], rotate: 0 }, 0);
  return found;
}

function boxOf(view: PdfView, node: PDFDict): Box | null {
  const [crop, media] = [numbersOf(view.get(node, 'CropBox')), numbersOf(view.get(node, 'MediaBox'))];
  if (isBox(crop)) return crop;
  return isBox(media) ? media : null;
}

function rotateOf(view: PdfView, node: PDFDict): number | null {
  const rotate = view.get(node, 'Rotate');
  return rotate instanceof PDFNumber ? rotate.asNumber() : null;
}

function placeOn({ box, quarterTurns }: Sheet, [x1, y1, x2, y2]: Box): Omit<Place, 'page'> {
  const [width, height] = [box[2] - box[0], box[3] - box[1]];
  const corners = [
    turned({ x: (x1 - box[0]) / width, y: 1 - (y1 - box[1]) / height }, quarterTurns),
    turned({ x: (x2 - box[0]) / width, y: 1 - (y2 - box[1]) / height }, quarterTurns),
  ];
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

/** Clockwise, as a page's Rotate turns it. */
function turned({ x, y }: { x: number; y: number }, quarterTurns: number): { x: number; y: number } {
  if (quarterTurns === 1) return { x: 1 - y, y: x };
  if (quarterTurns === 2) return { x: 1 - x, y: 1 - y };
  return quarterTurns === 3 ? { x: y, y: 1 - x } : { x, y };
}
