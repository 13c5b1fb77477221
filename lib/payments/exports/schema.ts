import { z } from 'zod';
import { day } from '../schema';

export const exportKinds = ['orders', 'payments', 'vouchers', 'refunds', 'payouts', 'invoices', 'ledger'] as const;
export type ExportKind = (typeof exportKinds)[number];

export const exportKindNames: Record<ExportKind, string> = {
  orders: '订单',
  payments: '收款',
  vouchers: '转账凭证',
  refunds: '退款',
  payouts: '结算到账',
  invoices: '发票',
  ledger: '账簿分录',
};

/** The address of an export: which table, of which days, as what. */
export const exportInput = z
  .object({
    table: z.enum(exportKinds, '请选择要导出的内容。'),
    from: day,
    to: day,
    format: z.enum(['xlsx', 'csv'], '请选择格式。'),
  })
  .refine(({ from, to }) => from <= to, { path: ['to'], message: '结束日期不能早于开始日期。' });

export type ExportInput = z.output<typeof exportInput>;
