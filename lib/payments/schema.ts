import { z } from 'zod';
import { parseYuan } from '@/lib/kernel/money';
import { parseTypedDate } from '@/lib/kernel/typed-date';
import { orderStatusCodes, settlingOutcomes } from './labels';
import { channels } from './provider';

export const trimmed = (most: number, empty: string) =>
  z
    .string()
    .transform((text) => text.trim())
    .pipe(z.string().min(1, empty).max(most, `最多 ${most} 个字。`));

export const amount = z.string().transform((text, context) => {
  const fen = parseYuan(text);
  if (fen !== null && fen > 0) return fen;
  context.addIssue({ code: 'custom', message: '请填写金额，例如 100.00。' });
  return z.NEVER;
});

export const day = z.string().transform((text, context) => {
  const parsed = parseTypedDate(text);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: '请填写日期，例如 2025-03-03。' });
  return z.NEVER;
});

export const bankReference = z
  .string()
  .transform((text) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase())
  .pipe(z.string().regex(/^[A-Z0-9_/.-]{4,64}$/, '请填写银行流水号：4 至 64 位字母或数字。'));

export const applicationInput = z.object({ applicationId: z.uuid() });

export const startPaymentInput = z
  .object({
    orderId: z.uuid(),
    channel: z.enum(channels),
    renew: z.literal('yes').optional(),
    /** With which WeChat said who pays. */
    code: z.string().min(1).max(512).optional(),
  })
  .refine(({ channel, code }) => (channel === 'JSAPI') === (code !== undefined), { path: ['code'], message: '请在微信中重新点“用微信付款”。' });

export const uploadVoucherInput = z.object({
  orderId: z.uuid(),
  fileId: z.uuid('请先上传转账凭证。'),
  payerName: trimmed(100, '请填写付款户名。'),
  paidOn: day,
  amount,
});

export const orderInput = z.object({ orderId: z.uuid() });

/** `from` is the page that asks, and gets the answer. */
export const queryInput = z.object({ orderId: z.uuid(), from: z.enum(['order', 'pay']).default('order') });

export const confirmVoucherInput = z.object({
  voucherId: z.uuid(),
  bankReference,
  arrived: amount,
});

export const refuseVoucherInput = z
  .object({
    voucherId: z.uuid(),
    note: trimmed(300, '请填写退回原因，申请人会看到。'),
    bankReference: z.union([z.literal('').transform(() => undefined), bankReference]).optional(),
    arrived: z.union([z.literal('').transform(() => undefined), amount]).optional(),
  })
  .refine((input) => (input.bankReference === undefined) === (input.arrived === undefined), {
    path: ['arrived'],
    message: '款项已到账时，银行流水号和到账金额都要填写；没有到账时都留空。',
  });

export const resolveUnmatchedInput = z.object({
  unmatchedId: z.uuid(),
  outcome: z.enum(settlingOutcomes, '请选择款项的去向。'),
  resolution: trimmed(500, '请写明如何处理，例如退款的日期和单号。'),
  bankReference: z.union([z.literal('').transform(() => undefined), bankReference]).optional(),
});

export const voucherFileInput = z.object({ orderId: z.uuid(), id: z.uuid() });

const plainDay = z.string().transform((text) => parseTypedDate(text) ?? undefined);

/** The list's address; what cannot be read is left out. */
export const orderFilters = z.object({
  q: z.string().trim().max(100).optional().catch(undefined),
  status: z.enum(orderStatusCodes).optional().catch(undefined),
  /** Those that should have been closed by themselves. */
  overdue: z.literal('yes').optional().catch(undefined),
  from: plainDay.optional().catch(undefined),
  to: plainDay.optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});

export type OrderFilters = z.output<typeof orderFilters>;
export type UploadVoucherInput = z.output<typeof uploadVoucherInput>;
export type ConfirmVoucherInput = z.output<typeof confirmVoucherInput>;
export type RefuseVoucherInput = z.output<typeof refuseVoucherInput>;
