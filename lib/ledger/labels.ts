/** Words for accounts and kinds of entries. Plain data: components may import it. */
export const accountNames = {
  GATEWAY: '支付平台代收款',
  BANK: '银行存款',
  FEES: '认证费收入',
  UNMATCHED: '待处理款项',
  REFUNDS_DUE: '应退款',
  GATEWAY_COSTS: '支付手续费',
  SUNDRY: '其他收支',
} as const;

export type AccountCode = keyof typeof accountNames;
export const accountCodes = Object.keys(accountNames) as AccountCode[];

export const ledgerKindNames: Record<string, string> = {
  payment: '收款',
  unmatched: '收到待处理款项',
  assigned: '待处理款项计入订单',
  kept: '待处理款项计入其他收支',
  given_twice: '重复退款更正',
  refund_promised: '应退款',
  refund_given: '退款',
  refund_failed: '退款失败',
  returned: '退回',
  payout: '结算到账',
  cost: '手续费',
};
