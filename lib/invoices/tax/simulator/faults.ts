import { z } from 'zod';

/** What goes wrong on purpose: as platforms and networks do it, one at a time or together. */
const faults = z.object({
  /** `lost`: done, and never answered. `failing`: 500, and nothing done. `broken`: done, and half an answer. `forged`: done, and signed by somebody else. */
  answers: z.enum(['sound', 'lost', 'failing', 'broken', 'forged']).default('sound'),
  /** Every call is done twice, as an impatient proxy does it. */
  doubled: z.boolean().default(false),
  /** Every answer takes this long. */
  slowMs: z.int().min(0).max(60_000).default(0),
  /** An invoice is there this long after it was asked for. */
  issueAfterMs: z.int().min(0).max(3_600_000).default(0),
  /** Why no blue invoice is issued, and no red one; empty where they are. */
  refusal: z.string().max(300).default(''),
  redRefusal: z.string().max(300).default(''),
  filesMissing: z.boolean().default(false),
});

export type Faults = z.infer<typeof faults>;

export const soundFaults: Faults = faults.parse({});

/** Null where it is none of them. */
export function readFaults(text: string): Faults | null {
  try {
    return faults.parse(JSON.parse(text));
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof z.ZodError) return null;
    throw error;
  }
}
