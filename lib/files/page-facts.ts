import { z } from 'zod';

/** What the check sees of a page without knowing what it shows. Grey goes from 0, black, to 255, white. */
export const pageFacts = z.object({
  /** Of the page as it came: pixels of an upright picture, points of a PDF page. */
  width: z.number().positive(),
  height: z.number().positive(),
  isPicture: z.boolean(),
  /** How far the greys lie apart; near zero where there is nothing to see. */
  spread: z.number(),
  /** Share of the page that is neither paper nor shade. */
  ink: z.number(),
  /** Steepest edges as a share of the contrast; low where the page is blurred or has too few pixels. */
  sharpness: z.number(),
  /** Mean grey of the middle, where a portrait has its face. */
  centre: z.number(),
  /** Greys of the upper frame, where a portrait has its background. */
  frame: z.object({ grey: z.number(), spread: z.number() }),
  /** Whether the owner's name stands in the page's text; null where it has no text to speak of. */
  isNamed: z.boolean().nullable(),
});
export type PageFacts = z.infer<typeof pageFacts>;

const kept = z.array(pageFacts.nullable());

/** The one reader of StoredFile.pageFacts; a file from before the facts has none. */
export const readPageFacts = (stored: unknown): (PageFacts | null)[] => kept.parse(stored);
