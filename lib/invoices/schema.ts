import { z } from 'zod';
import { parseCreditCode } from '@/lib/kernel/credit-code';
import { titleInput } from './titles';

const required = (most: number, empty: string) =>
  z
    .string()
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(z.string().min(1, empty).max(most, `最多 ${most} 个字。`));

/** Says where it belongs, beside the title itself. */
const titled = <Shape extends z.ZodRawShape>(shape: Shape) => z.intersection(z.object(shape), titleInput);

export const requestInvoiceInput = titled({ orderId: z.uuid() });
export const amendInvoiceInput = titled({ invoiceId: z.uuid() });
export const invoiceInput = z.object({ invoiceId: z.uuid() });
export const titleIdInput = z.object({ titleId: z.uuid() });

const reason = required(200, '请填写红冲原因，例如“抬头有误”。');

export const reverseOnlyInput = z.object({ invoiceId: z.uuid(), reason });
export const reverseAndReplaceInput = titled({ invoiceId: z.uuid(), reason });
export const dropReversalInput = z.object({ invoiceId: z.uuid(), reason: required(200, '请填写原因，付款人会看到。') });

export const recordReversedInput = z.object({
  invoiceId: z.uuid(),
  redNumber: z
    .string()
    .transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{20}$/, '请填写红字发票的 20 位号码。')),
});

export const resultsInput = z.object({ lines: z.string().max(200_000, '一次最多粘贴 20 万字。').pipe(z.string().min(1, '请粘贴开票结果。')) });

const ownTaxNumber = z
  .string()
  .default('')
  .transform((text, context) => {
    if (text.trim() === '') return '';
    const parsed = parseCreditCode(text);
    if (parsed.ok) return parsed.normalised;
    context.addIssue({ code: 'custom', message: parsed.because.replace('统一社会信用代码', '纳税人识别号') });
    return z.NEVER;
  });

const sellerFields = z.object({
  itemName: required(90, '请填写项目名称，例如“*培训服务*认证费”。'),
  itemCode: z
    .string()
    .transform((text) => text.normalize('NFKC').replace(/\s/g, ''))
    .pipe(z.string().regex(/^\d{19}$/, '请填写 19 位商品和服务税收分类编码。')),
  taxRate: z
    .string()
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(z.string().regex(/^(免税|不征税|\d{1,2}(\.\d)?%)$/, '请填写税率，例如“6%”“免税”“不征税”。')),
  way: z.enum(['CLIENT', 'PLATFORM'], '请选择开票方式。').default('CLIENT'),
  taxNumber: ownTaxNumber,
});

export const sellerInput = sellerFields.refine(({ way, taxNumber }) => way === 'CLIENT' || taxNumber !== '', {
  path: ['taxNumber'],
  message: '由税务平台开具时，须填写本协会的纳税人识别号。',
});
export type SellerInput = z.output<typeof sellerInput>;

export const invoiceViews = ['waiting', 'issuing', 'failed', 'reversing', 'differing', 'unfiled', 'issued', 'reversed'] as const;
export type InvoiceView = (typeof invoiceViews)[number];

export const invoiceFilters = z.object({
  view: z.enum(invoiceViews).catch('waiting'),
  q: z.string().trim().max(100).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type InvoiceFilters = z.output<typeof invoiceFilters>;
