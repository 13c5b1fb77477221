import { z } from 'zod';
import { ProviderSilentError, type RefundAnswer, type RefundReport, type RefundWish } from '../provider';
import { call } from './call';
import type { AlipaySettings } from './settings';
import { amount, outTradeNumber, time, tradeNumber } from './trade';
import { writeAmount } from './wire';

/** Without a status the refund was never asked for, or is not through yet. */
const answered = z.object({
  out_trade_no: outTradeNumber,
  out_request_no: z.string().min(1),
  trade_no: tradeNumber,
  refund_amount: amount,
  refund_status: z.string(),
  gmt_refund_pay: time.optional(),
});

type Named = Pick<RefundWish, 'refundNumber' | 'outTradeNumber'>;

/** Alipay gives back at once, and says for certain only when asked. The same number again gives nothing back twice. */
export async function orderRefund(settings: AlipaySettings, wish: RefundWish): Promise<RefundAnswer> {
  const { isDone, why } = await call(settings, 'alipay.trade.refund', {
    out_trade_no: wish.outTradeNumber,
    out_request_no: wish.refundNumber,
    refund_amount: writeAmount(wish.amountFen),
    refund_reason: wish.reason.slice(0, 80),
  });
  if (!isDone) return { answer: 'refused', code: why };
  const report = await askRefund(settings, wish);
  if (!report) throw new ProviderSilentError('a refund that is not through yet');
  return { answer: 'accepted', report };
}

/** Null also for one that did not succeed: it is simply asked for again. */
export async function askRefund(settings: AlipaySettings, named: Named): Promise<RefundReport | null> {
  const answer = await call(settings, 'alipay.trade.fastpay.refund.query', {
    out_trade_no: named.outTradeNumber,
    out_request_no: named.refundNumber,
    query_options: ['gmt_refund_pay'],
  });
  if (!answer.isDone && answer.why === 'ACQ.TRADE_NOT_EXIST') return null;
  if (!answer.isDone) throw new ProviderSilentError(`refund query: ${answer.why}`);
  const told = answered.safeParse(answer.body);
  if (!told.success || told.data.refund_status !== 'REFUND_SUCCESS') return null;
  if (told.data.out_request_no !== named.refundNumber) throw new ProviderSilentError('the answer to another question');
  return {
    provider: settings.provider,
    refundNumber: named.refundNumber,
    outTradeNumber: told.data.out_trade_no,
    providerRefundId: refundId(told.data.trade_no, named.refundNumber),
    amountFen: told.data.refund_amount,
    state: 'succeeded',
    finishedAt: told.data.gmt_refund_pay ?? null,
  };
}

/** Alipay gives a refund no number of its own: it is the request of the trade. */
export const refundId = (tradeNo: string, requestNo: string): string => `${tradeNo}-${requestNo}`;
