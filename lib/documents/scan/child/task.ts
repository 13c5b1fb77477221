import { z } from 'zod';
import { type PenPlace, penPlaces, sheetExamination } from '../examination.ts';
import type { PageLayout } from './page-layout.ts';
import type { Rect } from './raster.ts';

/** Where hand and seal belong on one issued page. */
export type PageRegions = Partial<Record<PenPlace | 'seal', Rect>>;

export interface SheetToExamine {
  /** What was handed in, at a path that the examining process can read. */
  source: string;
  mediaType: string;
  /** Counted from 1 within what was handed in. */
  sheet: number;
  issued: { pdf: string; page: number; regions: PageRegions };
}

/** What the parent asks of the examining process. */
export interface ExamineTask {
  /** `at` tells the answers and the crops of one from those of another. */
  sheets: (SheetToExamine & { at: number })[];
  /** Crops become files here. */
  folder: string;
  layout: PageLayout;
}

/** One line a sheet, as soon as it is done. */
export const sheetAnswer = z.discriminatedUnion('outcome', [
  z.object({ at: z.number().int(), outcome: z.literal('unreadable') }),
  z.object({ at: z.number().int(), outcome: z.literal('failed'), complaint: z.string() }),
  z.object({
    at: z.number().int(),
    outcome: z.literal('examined'),
    examination: sheetExamination,
    crops: z.record(z.string(), z.string()),
  }),
]);
export type SheetAnswer = z.infer<typeof sheetAnswer>;

export const cropNames: Record<PenPlace | 'seal' | 'print' | 'sheet', string> = {
  applicantSignature: 'applicant-signature',
  applicantDate: 'applicant-date',
  unitSignature: 'unit-signature',
  unitDate: 'unit-date',
  seal: 'seal',
  print: 'print',
  sheet: 'sheet',
};

export const placesOf = (regions: PageRegions): { place: PenPlace; region: Rect }[] =>
  penPlaces.flatMap((place) => {
    const region = regions[place];
    return region ? [{ place, region }] : [];
  });
