import { z } from 'zod';
import { providerCodes } from '../labels';
import { amount, bankReference, day, trimmed } from '../schema';

export const enterPayoutInput = z
  .object({ provider: z.enum(providerCodes, '请选择支付平台。'), amount, bankReference, arrivedOn: day })
  .transform(({ amount: amountFen, ...rest }) => ({ ...rest, amountFen }));

export const reversePayoutInput = z.object({ payoutId: z.uuid(), reason: trimmed(300, '请写明为什么撤销。') });
