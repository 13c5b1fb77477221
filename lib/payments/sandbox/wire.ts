import type { GatewayKeys } from './keys.ts';
import type { Trade } from './trades.ts';

/** A trade in the words of the APIv3: the answer to a query, and the inside of a notice. */
export function tradeOnTheWire(trade: Trade, keys: GatewayKeys): object {
  const head = {
    appid: keys.appId,
    mchid: keys.merchantId,
    out_trade_no: trade.outTradeNumber,
    trade_type: trade.tradeType,
    trade_state: trade.state,
    trade_state_desc: stateInWords[trade.state],
    attach: '',
  };
  if (trade.state !== 'SUCCESS') return { ...head, amount: { total: trade.totalFen, currency: 'CNY' } };
  return {
    ...head,
    transaction_id: trade.transactionId,
    bank_type: 'OTHERS',
    success_time: wireTime(trade.paidAt),
    payer: { openid: `sandbox-${trade.token.slice(0, 8)}` },
    amount: { total: trade.totalFen, payer_total: trade.totalFen, currency: 'CNY', payer_currency: 'CNY' },
  };
}

const stateInWords: Record<Trade['state'], string> = {
  NOTPAY: '订单未支付',
  SUCCESS: '支付成功',
  CLOSED: '订单已关闭',
};

/** RFC 3339 in Beijing time, as the real gateway writes it. */
export const wireTime = (at: number): string => `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
