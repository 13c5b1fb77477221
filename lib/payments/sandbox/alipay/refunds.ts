import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { type AlipayReply, done, refused } from './reply.ts';
import { plainTime, yuan } from './signing.ts';
import { alipayTrade, numbers, refundedFen } from './trades.ts';

type Content = Record<string, unknown>;

const wish = z.object({
  out_trade_no: z.string(),
  out_request_no: z.string().min(1).max(64),
  refund_amount: z.string().regex(/^\d{1,9}\.\d{2}$/),
});

/** Given back at once; the same request again changes nothing and is answered with the sum that it left. */
export function refundTrade(desk: Desk, content: Content): AlipayReply {
  const parsed = wish.safeParse(content);
  if (!parsed.success) return refused('ACQ.INVALID_PARAMETER');
  const { out_trade_no: outTradeNumber, out_request_no: refundNumber, refund_amount: text } = parsed.data;
  const trade = alipayTrade(desk, outTradeNumber);
  if (!trade) return refused('ACQ.TRADE_NOT_EXIST');
  if (trade.state !== 'SUCCESS') return refused('ACQ.TRADE_STATUS_ERROR');
  const amountFen = Number(text.replace('.', ''));
  const known = desk.journal.refunds.get(refundNumber);
  if (known && (known.outTradeNumber !== outTradeNumber || known.amountFen !== amountFen)) {
    return refused('ACQ.DISCORDANT_REPEAT_REQUEST');
  }
  if (!known) {
    if (desk.faults.balanceTooLow) return refused('ACQ.SELLER_BALANCE_NOT_ENOUGH');
    if (amountFen === 0 || refundedFen(desk, trade) + amountFen > trade.totalFen) {
      return refused('ACQ.REFUND_AMT_NOT_EQUAL_TOTAL');
    }
    const at = desk.now();
    const notice = { id: '', tries: 0, nextAt: at, isDelivered: true };
    const refund = { refundNumber, refundId: '', outTradeNumber, amountFen, notifyUrl: trade.notifyUrl };
    desk.journal.write({ kind: 'refund_created', refund: { ...refund, state: 'PROCESSING', createdAt: at, finishedAt: 0, notice } });
    desk.journal.write({ kind: 'refund_finished', refundNumber, at });
  }
  return done({ ...numbers(trade), fund_change: known ? 'N' : 'Y', refund_fee: yuan(refundedFen(desk, trade)) });
}

/** A request that it never heard of is answered too, only without a status. */
export function queryRefund(desk: Desk, content: Content): AlipayReply {
  const trade = alipayTrade(desk, content.out_trade_no);
  if (!trade) return refused('ACQ.TRADE_NOT_EXIST');
  const refund = desk.journal.refunds.get(String(content.out_request_no ?? ''));
  if (refund?.outTradeNumber !== trade.outTradeNumber) return done({});
  const wantsTime = Array.isArray(content.query_options) && content.query_options.includes('gmt_refund_pay');
  return done({
    ...numbers(trade),
    out_request_no: refund.refundNumber,
    refund_amount: yuan(refund.amountFen),
    total_amount: yuan(trade.totalFen),
    ...(refund.state === 'SUCCESS' ? { refund_status: 'REFUND_SUCCESS' } : {}),
    ...(wantsTime && refund.state === 'SUCCESS' ? { gmt_refund_pay: plainTime(refund.finishedAt) } : {}),
  });
}
