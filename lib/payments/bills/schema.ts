import { z } from 'zod';
import { trimmed } from '../schema';

export const resolveDifferenceInput = z.object({
  differenceId: z.uuid(),
  resolution: trimmed(500, '请写明查到的原因和处理办法。'),
});

/** Nothing to say: the bills that are due are asked for at once. */
export const askBillsInput = z.object({});

export const billFilters = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });
