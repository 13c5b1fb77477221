import { z } from 'zod';

/**
 * A code as it was seen on a page: its text, and its corners from the code's own top left one clockwise, x and y in
 * turn, in parts of the picture's width and height. Without corners where only the text was kept.
 */
const seenCode = z.union([
  z.string().max(300).transform((text) => ({ text, corners: null })),
  z.object({ text: z.string().max(300), corners: z.array(z.number()).length(8).nullable() }),
]);
export type SeenCode = z.infer<typeof seenCode>;

/** The codes seen on a page, unverified. */
export const seenCodes = z.array(seenCode).max(8);

/** The one reader of StoredFile.pageCodes: for each page what was seen of it. */
export const readSeenCodes = (kept: unknown): SeenCode[][] => z.array(seenCodes).parse(kept);
