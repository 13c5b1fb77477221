import type { KeyLike } from 'node:crypto';
import type { Trade } from '../trades.ts';
import type { AlipayKeys } from './keys.ts';
import { plainTime, signedFields, yuan } from './signing.ts';

interface Notice {
  trade: Trade;
  keys: AlipayKeys;
  at: number;
  /** Alipay's own, or a forger's. */
  privateKey: KeyLike;
}

/** The form in which Alipay tells that a trade was paid. */
export function paidForm({ trade, keys, at, privateKey }: Notice): string {
  const amount = yuan(trade.totalFen);
  const fields = signedFields(
    {
      app_id: keys.appId,
      auth_app_id: keys.appId,
      buyer_id: `2088${trade.token.replace(/\D/g, '').padEnd(12, '0').slice(0, 12)}`,
      buyer_logon_id: 'buyer.sandbox@example.com',
      buyer_pay_amount: amount,
      charset: 'utf-8',
      fund_bill_list: JSON.stringify([{ amount, fundChannel: 'ALIPAYACCOUNT' }]),
      gmt_create: plainTime(trade.createdAt),
      gmt_payment: plainTime(trade.paidAt),
      invoice_amount: amount,
      notify_id: trade.notice.id,
      notify_time: plainTime(at),
      notify_type: 'trade_status_sync',
      out_trade_no: trade.outTradeNumber,
      point_amount: '0.00',
      receipt_amount: amount,
      seller_id: keys.sellerId,
      subject: trade.description,
      total_amount: amount,
      trade_no: trade.transactionId,
      trade_status: 'TRADE_SUCCESS',
      version: '1.0',
    },
    privateKey,
  );
  return new URLSearchParams(fields).toString();
}
