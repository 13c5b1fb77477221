import { randomBytes, randomInt } from 'node:crypto';
import { z } from 'zod';
import type { Answer, Call, Desk } from './desk.ts';
import { json, refusal } from './answers.ts';
import type { GatewayKeys } from './keys.ts';
import { isAlipay, type Refund, type Trade } from './trades.ts';
import { wireTime } from './wire.ts';

const refundInput = z.object({
  out_trade_no: z.string(),
  out_refund_no: z.string().regex(/^[0-9A-Za-z_|*@-]{1,64}$/),
  reason: z.string().min(1).max(80),
  notify_url: z.url().max(255),
  amount: z.object({ refund: z.int().min(1), total: z.int().min(1), currency: z.literal('CNY') }),
});

const longestAfterPaymentMs = 365 * 24 * 3_600_000;
const mostRefunds = 50;

/** Accepts a refund; given back it is a little later, as with a real bank. The same number again is the same refund. */
export function createRefund(desk: Desk, call: Call): Answer {
  const parsed = refundInput.safeParse(json(call.body));
  if (!parsed.success) return refusal(400, 'PARAM_ERROR', parsed.error.issues.map((issue) => issue.path.join('.')).join(' '));
  const wish = parsed.data;
  const trade = desk.journal.trades.get(wish.out_trade_no);
  if (trade?.state !== 'SUCCESS' || isAlipay(trade)) return refusal(404, 'RESOURCE_NOT_EXISTS', '订单不存在或未支付');
  const known = desk.journal.refunds.get(wish.out_refund_no);
  if (known) {
    const isSame = known.outTradeNumber === wish.out_trade_no && known.amountFen === wish.amount.refund;
    return isSame ? { status: 200, json: refundOnTheWire(known, trade) } : refusal(400, 'INVALID_REQUEST', '商户退款单号重复');
  }
  if (desk.faults.balanceTooLow) return refusal(403, 'NOT_ENOUGH', '基本账户余额不足，请充值后重新发起');
  const problem = refundProblem(desk, trade, wish.amount);
  if (problem) return problem;
  const at = desk.now();
  const refund: Refund = {
    refundNumber: wish.out_refund_no,
    refundId: `5030${wireTime(at).slice(0, 10).replaceAll('-', '')}${Array.from({ length: 16 }, () => randomInt(10)).join('')}`,
    outTradeNumber: wish.out_trade_no,
    amountFen: wish.amount.refund,
    notifyUrl: wish.notify_url,
    state: 'PROCESSING',
    createdAt: at,
    finishedAt: 0,
    notice: { id: randomBytes(16).toString('hex'), tries: 0, nextAt: at, isDelivered: false },
  };
  desk.journal.write({ kind: 'refund_created', refund });
  desk.refunding(refund.refundNumber);
  return { status: 200, json: refundOnTheWire(refund, trade) };
}

function refundProblem(desk: Desk, trade: Trade, { refund, total }: { refund: number; total: number }): Answer | null {
  if (total !== trade.totalFen) return refusal(400, 'PARAM_ERROR', '订单金额不一致');
  if (desk.now() - trade.paidAt > longestAfterPaymentMs) return refusal(400, 'INVALID_REQUEST', '订单已超过可退款的最大期限');
  const earlier = [...desk.journal.refunds.values()].filter(({ outTradeNumber }) => outTradeNumber === trade.outTradeNumber);
  const given = earlier.reduce((sum, { amountFen }) => sum + amountFen, 0);
  if (earlier.length >= mostRefunds) return refusal(400, 'INVALID_REQUEST', '退款次数超过限制');
  return given + refund > trade.totalFen ? refusal(400, 'INVALID_REQUEST', '退款金额大于可退金额') : null;
}

export function queryRefund(desk: Desk, _call: Call, refundNumber: string): Answer {
  const refund = desk.journal.refunds.get(refundNumber);
  const trade = refund && desk.journal.trades.get(refund.outTradeNumber);
  if (!refund || !trade || isAlipay(trade)) return refusal(404, 'RESOURCE_NOT_EXISTS', '退款单不存在');
  return { status: 200, json: refundOnTheWire(refund, trade) };
}

const facts = (refund: Refund, trade: Trade) => ({
  out_refund_no: refund.refundNumber,
  refund_id: refund.refundId,
  out_trade_no: trade.outTradeNumber,
  transaction_id: trade.transactionId,
  ...(refund.state === 'SUCCESS' ? { success_time: wireTime(refund.finishedAt) } : {}),
});

function refundOnTheWire(refund: Refund, trade: Trade): object {
  return {
    ...facts(refund, trade),
    channel: 'ORIGINAL',
    user_received_account: '支付用户零钱',
    create_time: wireTime(refund.createdAt),
    status: refund.state,
    amount: { total: trade.totalFen, refund: refund.amountFen, payer_total: trade.totalFen, payer_refund: refund.amountFen, currency: 'CNY' },
  };
}

/** The inside of the notice that a refund has ended. */
export function noticedRefund(refund: Refund, trade: Trade, keys: GatewayKeys): object {
  return {
    ...facts(refund, trade),
    mchid: keys.merchantId,
    refund_status: refund.state,
    user_received_account: '支付用户零钱',
    amount: { total: trade.totalFen, refund: refund.amountFen, payer_total: trade.totalFen, payer_refund: refund.amountFen },
  };
}
