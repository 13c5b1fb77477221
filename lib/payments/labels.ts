/** Words for the statuses of orders and vouchers. Plain data: components may import it. */
export type OrderStatusCode = 'UNPAID' | 'PAYING' | 'VOUCHER_UPLOADED' | 'PAID' | 'REFUNDING' | 'REFUNDED' | 'CLOSED';

type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger';

/** The notice's own word for an unpaid order is garbled, so each cycle may word it. */
export const defaultUnpaidLabel = '未审核（待支付）';

const orderLabels: Record<OrderStatusCode, { label: string; tone: Tone }> = {
  UNPAID: { label: defaultUnpaidLabel, tone: 'warning' },
  PAYING: { label: '支付中', tone: 'info' },
  VOUCHER_UPLOADED: { label: '凭证待确认', tone: 'info' },
  PAID: { label: '已支付', tone: 'success' },
  REFUNDING: { label: '退款中', tone: 'info' },
  REFUNDED: { label: '已退款', tone: 'neutral' },
  CLOSED: { label: '已关闭', tone: 'neutral' },
};

export const orderStatusCodes = Object.keys(orderLabels) as OrderStatusCode[];

/** `texts` are the cycle's: `orderUnpaid` words an order that nobody has paid yet. */
export function orderStatusLabel(status: OrderStatusCode, texts?: unknown): { label: string; tone: Tone } {
  const worded = status === 'UNPAID' ? unpaidText(texts) : null;
  return worded ? { ...orderLabels[status], label: worded } : orderLabels[status];
}

function unpaidText(texts: unknown): string | null {
  if (typeof texts !== 'object' || texts === null || !('orderUnpaid' in texts)) return null;
  const { orderUnpaid } = texts;
  return typeof orderUnpaid === 'string' && orderUnpaid.trim() ? orderUnpaid.trim() : null;
}

export const voucherLabels = {
  UPLOADED: { label: '待确认', tone: 'warning' },
  CONFIRMED: { label: '已确认', tone: 'success' },
  REFUSED: { label: '已退回', tone: 'danger' },
  WITHDRAWN: { label: '已撤回', tone: 'neutral' },
} as const satisfies Record<string, { label: string; tone: Tone }>;

export const attemptLabels = {
  CREATED: { label: '等待支付', tone: 'info' },
  SUCCEEDED: { label: '支付成功', tone: 'success' },
  CLOSED: { label: '已关闭', tone: 'neutral' },
  FAILED: { label: '未能发起', tone: 'neutral' },
} as const satisfies Record<string, { label: string; tone: Tone }>;

export const channelLabels: Record<string, string> = {
  NATIVE: '微信扫码支付',
  H5: '微信手机支付',
  JSAPI: '微信内支付',
  PAGE: '支付宝网页支付',
  WAP: '支付宝手机支付',
};

export const unmatchedLabels = {
  WRONG_AMOUNT: '金额与订单不符',
  DUPLICATE: '订单已支付，重复付款',
  LATE_SUCCESS: '订单关闭后到账',
  UNKNOWN_NUMBER: '找不到对应的订单',
  REFUNDED_ELSEWHERE: '已在支付平台退款',
  UNCLAIMED: '银行到账，没有人提交凭证',
} as const;

/** How a person may settle money that fits no order, other than by a refund or by an order. */
export const settlingOutcomes = ['RETURNED', 'NOT_ARRIVED', 'KEPT'] as const;
export type SettlingOutcome = (typeof settlingOutcomes)[number];

export const outcomeLabels = {
  RETURNED: '已在本系统之外退还付款人',
  NOT_ARRIVED: '登记有误，款项没有到账',
  KEPT: '不退还，计入其他收支',
} as const satisfies Record<SettlingOutcome, string>;

/** How money that was given back twice came to an end. */
export const recoveryLabels = { RECOVERED: '付款人已退回协会账户', WRITTEN_OFF: '收不回，计入其他收支' } as const;
export type Recovery = keyof typeof recoveryLabels;
export const recoveries = ['RECOVERED', 'WRITTEN_OFF'] as const satisfies readonly Recovery[];

/** Why finance staff may give back what was paid on an order. */
export const orderRefundReasons = ['REVIEW_REJECTED', 'APPLICATION_WITHDRAWN', 'STAFF_DECISION'] as const;
export type OrderRefundReason = (typeof orderRefundReasons)[number];

export const refundReasonLabels = {
  DUPLICATE: '重复付款',
  LATE_SUCCESS: '订单关闭后到账',
  WRONG_AMOUNT: '金额与订单不符',
  UNKNOWN_NUMBER: '找不到对应的订单',
  REVIEW_REJECTED: '资格审查未通过',
  APPLICATION_WITHDRAWN: '撤回申报',
  STAFF_DECISION: '协会决定退款',
} as const;

export const refundLabels = {
  PROPOSED: { label: '待复核', tone: 'warning' },
  APPROVED: { label: '待退款', tone: 'info' },
  SENT: { label: '退款中', tone: 'info' },
  SUCCEEDED: { label: '已退款', tone: 'success' },
  FAILED: { label: '退款失败', tone: 'danger' },
  WITHDRAWN: { label: '已撤销', tone: 'neutral' },
} as const satisfies Record<string, { label: string; tone: Tone }>;

export type RefundStatusCode = keyof typeof refundLabels;

export const billLabels = {
  MISSING: { label: '缺账单', tone: 'danger' },
  FETCHED: { label: '核对中', tone: 'info' },
  COMPARED: { label: '已核对', tone: 'success' },
} as const satisfies Record<string, { label: string; tone: Tone }>;

export const billOutcomeLabels = {
  KNOWN: { label: '一致', tone: 'success' },
  BOOKED: { label: '按账单补记', tone: 'info' },
  UNMATCHED: { label: '列入待处理款项', tone: 'warning' },
  DIFFERENT: { label: '不符', tone: 'danger' },
  WAITING: { label: '退款处理中', tone: 'info' },
} as const satisfies Record<string, { label: string; tone: Tone }>;

export const billKindLabels = { PAYMENT: '收款', REFUND: '退款' } as const;

export const differenceLabels = {
  PAYMENT_NOT_ON_BILL: '已入账的收款不在账单上',
  REFUND_NOT_ON_BILL: '已入账的退款不在账单上',
  AMOUNT_DIFFERS: '金额与账单不同',
  UNKNOWN_REFUND: '账单上的退款不是本系统发起的',
  GIVEN_TWICE: '已人工转账，支付平台又退了一次',
  NOT_ENTERED: '账单上的一行没有能入账，系统会自动再试',
} as const;

/** What the history of an order calls its events. */
export const orderEventNames: Record<string, string> = {
  invoice_requested: '申请发票',
  invoice_amended: '修改发票申请',
  invoice_deleted: '删除发票申请',
  invoice_taken: '发票开始开具',
  invoice_issued: '发票已开出',
  invoice_issued_late: '补登发票号码，发票已开出',
  invoice_failed: '发票没有开成',
  invoice_asked_again: '重新申请发票',
  invoice_reversal_asked: '申请红冲发票',
  invoice_reversal_dropped: '撤销红冲',
  invoice_reversal_refused: '税务平台没有办理红冲',
  invoice_reversal_retried: '再次办理红冲',
  invoice_reversed: '发票已红冲',
  invoice_files_added: '发票文件已备好',
  invoice_files_imported: '上传已开发票文件',
  invoice_seller_saved: '修改开票设置',
  invoice_batch_exported: '导出待开发票',
  order_created: '生成订单',
  order_paid: '订单已支付',
  order_closed: '订单关闭',
  attempt_started: '发起在线支付',
  attempt_closed: '在线支付关闭',
  attempt_failed: '在线支付未能发起',
  voucher_uploaded: '提交转账凭证',
  voucher_found: '一人已确认到账，等另一人确认',
  voucher_withdrawn: '撤回转账凭证',
  voucher_refused: '转账凭证被退回',
  payment_unmatched: '到账待核对',
  unmatched_resolved: '待核对款项已处理',
  unmatched_assigned: '一人已把到账计入订单，等另一人确认',
  receipt_entered: '登记银行到账',
  refund_proposed: '提出退款',
  refund_approved: '退款已复核',
  refund_withdrawn: '撤销退款',
  refund_retried: '重新发起退款',
  refund_given: '已退款',
  refund_failed: '退款失败',
  bill_compared: '核对支付平台账单',
  bill_difference_resolved: '处理账单不符',
  payout_entered: '登记结算到账',
  payout_reversed: '撤销结算到账',
  finance_exported: '导出财务数据',
  month_closed: '月度结账',
};

/** Who may hold money for us. */
export const providerCodes = ['wechat', 'alipay', 'sandbox', 'sandbox-alipay'] as const;

export const providerLabels: Record<string, string> = {
  wechat: '微信支付',
  alipay: '支付宝',
  sandbox: '沙箱微信支付',
  'sandbox-alipay': '沙箱支付宝',
  bank: '银行转账',
};
