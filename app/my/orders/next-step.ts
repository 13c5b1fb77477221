import { hasPassed } from '@/lib/kernel/dates';
import type { LoadedOrder } from '@/lib/payments/lock-order';

export interface NextStep {
  words: string;
  canPay: boolean;
  /** On the link to the page where one pays. */
  payWords: string;
  /** A payment may have been made that we have not heard of: ask before anything else. */
  asksFirst: boolean;
  /** Something was begun and ended without money that we know of: who has paid all the same may ask. */
  mayAsk: boolean;
  showsDeadline: boolean;
}

const step = (words: string, more: Partial<NextStep> = {}): NextStep => ({
  words,
  canPay: false,
  payWords: '去缴费',
  asksFirst: false,
  mayAsk: false,
  showsDeadline: false,
  ...more,
});

/** What the payer can do about an order; while a payment is open or unclear, never another one. */
export function orderStep(order: LoadedOrder, now: Date): NextStep {
  const unclear = order.unmatched.filter(({ resolvedAt }) => !resolvedAt);
  if (unclear.length > 0 && unclear.every(({ id }) => isGoingBack(order, id))) {
    return step('有一笔款项没有计入订单，正在退回原付款账户，您不用办理，也不要再次付款。');
  }
  if (unclear.length > 0) {
    return step('有一笔到账正由财务人员核对，请不要再次付款，结果会发消息通知您。');
  }
  if (order.status === 'PAYING') {
    return step('有一笔在线支付尚未确认。如果已经付款，请先查询结果，不要重复付款。', {
      canPay: true,
      payWords: '还没有付款，去支付',
      asksFirst: true,
      showsDeadline: true,
    });
  }
  if (order.status === 'VOUCHER_UPLOADED') return step('转账凭证已提交，等待财务人员确认，请不要再次付款。');
  if (order.status === 'PAID') return step('费用已缴清。');
  if (order.status === 'REFUNDING') return step('正在办理退款，您不用再付款。');
  if (order.status === 'REFUNDED') return step('已缴的费用已全部退回，这个订单已结束。');
  const mayAsk = order.attempts.some(({ status }) => status === 'CLOSED');
  if (order.status === 'CLOSED') {
    const isBack = order.refunds.some(isReturned);
    return step(isBack ? '订单已关闭，收到的款项已退回。' : '订单已关闭，没有收款。', { mayAsk: mayAsk && !isBack });
  }
  if (hasPassed(now, order.expiresAt)) return step('缴费已截止。', { mayAsk });
  return step('请在截止时间前缴费。', { canPay: true, showsDeadline: true, mayAsk });
}

type OwnRefund = Pick<LoadedOrder['refunds'][number], 'status' | 'unmatchedId'>;

const isReturned = ({ status }: OwnRefund): boolean => status === 'SUCCEEDED';
const owed: readonly string[] = ['APPROVED', 'SENT'];

const isGoingBack = (order: LoadedOrder, unmatchedId: string): boolean =>
  order.refunds.some((refund) => refund.unmatchedId === unmatchedId && owed.includes(refund.status));
