import { z } from 'zod';

/** What goes wrong on purpose: as gateways and networks do it, one at a time or together. */
const faults = z.object({
  /** `forged`: a notice that somebody else made up comes as well. `reordered`: a later one overtakes. */
  notices: z.enum(['sound', 'lost', 'late', 'doubled', 'reordered', 'forged']).default('sound'),
  /** Every answer takes this long. */
  slowMs: z.int().min(0).max(30_000).default(0),
  queriesFail: z.boolean().default(false),
  /** There is less on the merchant's account than is to be given back. */
  balanceTooLow: z.boolean().default(false),
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
