import { z } from 'zod';
import { recoveries } from '../labels';
import { bankReference, trimmed } from '../schema';

const resolution = trimmed(500, '请写明查到的原因和处理办法。');

export const adoptRefundInput = z.object({ differenceId: z.uuid(), resolution });

export const resolveDifferenceInput = z.object({
  differenceId: z.uuid(),
  resolution,
  /** Of what was given back twice alone. */
  recovery: z.union([z.literal('').transform(() => undefined), z.enum(recoveries)]).optional(),
  bankReference: z.union([z.literal('').transform(() => undefined), bankReference]).optional(),
});

/** Nothing to say: the bills that are due are asked for at once. */
export const askBillsInput = z.object({});

export const billFilters = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });
