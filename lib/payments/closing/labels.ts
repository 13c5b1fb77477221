import type { ClosingDifference, ClosingReport } from './schema';

/** Words of the closing report. Plain data. */
export const areaNames: Record<ClosingDifference['area'], string> = {
  bills: '账单',
  missing_bills: '缺账单',
  bank: '银行',
  unmatched: '待处理款项',
  refunds_due: '应退未退',
  invoices: '发票',
};

export const billSides: Record<ClosingReport['bills'][number]['what'], string> = {
  PAYMENT: '收款',
  REFUND: '退款',
  COST: '手续费',
};
