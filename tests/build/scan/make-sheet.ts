import { openPdf, type OpenPdf } from '@/lib/files/child/pdfium';
import type { Rect } from '@/lib/documents/pdf/drawing';
import type { PenPlace } from '@/lib/documents/scan/examination';
import type { Forgery, ForgedPage } from './forge-page';
import type { IssuedForm } from './issue-form';
import { ink, type InkMark, printed } from './paper';
import type { Capture } from './scan-looks';
import type { SealSituation } from './sign-and-stamp';
import { paperDpi, type Picture, takePicture } from './take-picture';

type Random = () => number;

/** A sheet as it was handed in, and the truth about it. */
export interface Sheet {
  picture: Picture;
  capture: Capture;
  form: IssuedForm;
  page: number;
  /** Of the sheet with the place for the seal. */
  seal: SealSituation | null;
  /** Whether each of the sheet's places was written in. */
  pens: { place: PenPlace; isWritten: boolean }[];
  hasSealOnCode: boolean;
  forgery: Forgery | null;
  /** Where a forged print differs, in points. */
  forgedPlaces: Rect[];
  /** Never on paper: the issued page as a picture, with whatever was pasted on it. */
  isExported: boolean;
}

export interface SheetWish extends Omit<Sheet, 'picture' | 'forgery' | 'forgedPlaces' | 'isExported'> {
  forged?: { page: ForgedPage; kind: Forgery };
  marks: InkMark[];
}

export const mostPixels = 40_000_000;

/** Prints a page, signs and stamps it, and takes its picture. */
export async function makeSheet({ forged, marks, ...truth }: SheetWish, random: Random): Promise<Sheet> {
  const { form, page, capture } = truth;
  const dpi = paperDpi(capture);
  const pdf = forged ? await openPdf(Uint8Array.from(forged.page.bytes)) : await opened(form);
  const drawing = await pdf.draw(forged ? 1 : page, { dpi, maxPixels: mostPixels });
  const paper = printed(drawing, dpi, random);
  for (const mark of [...(forged?.page.marks ?? []), ...marks]) await ink(paper, mark, random);
  const picture = await takePicture(paper, capture, random);
  return { ...truth, picture, forgery: forged?.kind ?? null, forgedPlaces: forged?.page.places ?? [], isExported: false };
}

const openForms = new WeakMap<IssuedForm, Promise<OpenPdf>>();

export function opened(form: IssuedForm): Promise<OpenPdf> {
  const open = openForms.get(form) ?? openPdf(Uint8Array.from(form.bytes));
  openForms.set(form, open);
  return open;
}
