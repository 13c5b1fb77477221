import { z } from 'zod';
import { amount, bankReference, day, trimmed } from '../schema';

export const enterReceiptInput = z
  .object({
    bankReference,
    amount,
    payerName: trimmed(100, '请填写付款户名。'),
    receivedOn: day,
    note: z.string().trim().max(300, '最多 300 个字。').default(''),
  })
  .transform(({ amount: amountFen, ...rest }) => ({ ...rest, amountFen }));

export const assignUnmatchedInput = z.object({
  unmatchedId: z.uuid(),
  orderNumber: z
    .string()
    .transform((text) => text.normalize('NFKC').replace(/\s/g, '').toLowerCase())
    .pipe(z.string().min(1, '请填写订单编号。').max(32, '订单编号最多 32 个字符。')),
});

export type EnterReceiptInput = z.output<typeof enterReceiptInput>;
