import type { PDFDocument } from 'pdf-lib';
import { pictureCover } from './picture-cover.ts';

/** A scanner fills the page; a phone's app leaves margins, a strip scanner writes strips. A photo or a pasted seal is far less. */
const leastCover = 0.5;

/**
 * Pages that were never on paper: letters and lines with no picture of a sheet. A picture of the sheet with letters
 * over or under it, as text recognition leaves them, is a scan; an empty page is nothing.
 */
export function digitalPages(document: PDFDocument): number[] {
  return document.getPages().flatMap((page, index) => {
    const { covered, hasDrawing } = pictureCover(page);
    return hasDrawing && covered < leastCover ? [index + 1] : [];
  });
}
