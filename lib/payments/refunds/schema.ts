import { z } from 'zod';
import { orderRefundReasons } from '../labels';
import { amount, bankReference, trimmed } from '../schema';

const refundId = z.uuid();

export const proposeRefundInput = z
  .object({
    orderId: z.uuid(),
    orderItemId: z.union([z.literal('').transform(() => undefined), z.uuid()]).optional(),
    amount,
    reason: z.enum(orderRefundReasons, '请选择退款原因。'),
    note: trimmed(300, '请写明依据，例如某年某月某日的决定。'),
  })
  .transform(({ amount: amountFen, ...rest }) => ({ ...rest, amountFen }));

export const refundUnmatchedInput = z.object({
  unmatchedId: z.uuid(),
  note: trimmed(300, '请写明依据，例如与付款人核对的结果。'),
});

export const refundInput = z.object({ refundId });
export const withdrawRefundInput = z.object({ refundId, reason: trimmed(300, '请写明不退的原因。') });
export const returnByHandInput = z.object({ refundId, bankReference });

export const refundViews = ['todo', 'going', 'done', 'withdrawn'] as const;
export type RefundView = (typeof refundViews)[number];

/** The list's address; what cannot be read is left out. */
export const refundFilters = z.object({
  view: z.enum(refundViews).catch('todo'),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type RefundFilters = z.output<typeof refundFilters>;
