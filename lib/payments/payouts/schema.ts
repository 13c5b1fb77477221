import { z } from 'zod';
import { amount, bankReference, day, trimmed } from '../schema';

export const enterPayoutInput = z
  .object({ provider: z.string().min(1, '请选择支付平台。').max(40), amount, bankReference, arrivedOn: day })
  .transform(({ amount: amountFen, ...rest }) => ({ ...rest, amountFen }));

export const reversePayoutInput = z.object({ payoutId: z.uuid(), reason: trimmed(300, '请写明为什么撤销。') });
