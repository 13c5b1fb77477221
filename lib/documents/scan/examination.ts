import { z } from 'zod';

/** In points from the top left corner of the issued page. */
const rect = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });

/** Name of a picture that was cut out for people, as the examination calls it: letters, digits and dashes. */
const crop = z.string().regex(/^[a-z0-9-]{1,60}$/);

/** `unknown`: this quality does not allow to tell, for instance a seal on a grey scan. */
export const inkVerdicts = ['present', 'unsure', 'absent', 'unknown'] as const;
export type InkVerdict = (typeof inkVerdicts)[number];

export const penPlaces = ['applicantSignature', 'applicantDate', 'unitSignature', 'unitDate'] as const;
export type PenPlace = (typeof penPlaces)[number];

/** What a machine saw on one sheet that was compared with the issued page it shows. It advises; people decide. */
export const sheetExamination = z.object({
  /** Clockwise degrees by which the sheet has to be turned to stand upright. */
  turn: z.union([z.literal(0), z.literal(90), z.literal(180), z.literal(270)]),
  /** Whether the four corner squares were found, and the largest error of any of them in points. */
  located: z.object({ found: z.boolean(), errorPoints: z.number().nullable() }),
  quality: z.object({
    dpi: z.number().int().positive(),
    tone: z.enum(['colour', 'grey', 'black_and_white']),
    /** `born_digital` is proven: the issued page to the pixel, with no ink on it. */
    kind: z.enum(['flat_scan', 'photo', 'born_digital']),
    isBlurred: z.boolean(),
    /** Grain and place tell that it was paper under a scanner or a camera. Apps that clean scans wipe that away. */
    showsPaper: z.boolean().default(true),
  }),
  /** Null where the page has no place for a seal. `isElsewhere`: a round red seal stands outside its place. */
  seal: z.object({ verdict: z.enum(inkVerdicts), isElsewhere: z.boolean(), crop }).nullable(),
  pens: z.array(z.object({ place: z.enum(penPlaces), verdict: z.enum(inkVerdicts), crop })),
  /** What is printed, outside seal, signature and date. */
  print: z.object({
    verdict: z.enum(['unchanged', 'changed', 'not_compared']),
    places: z.array(rect),
    /** What a seal hides of it; that was not compared. */
    covered: z.array(rect).default([]),
    crop: crop.nullable(),
  }),
});
export type SheetExamination = z.infer<typeof sheetExamination>;
