import { sealResource } from '../wechat/resource.ts';
import type { Journal } from './journal.ts';
import type { GatewayKeys } from './keys.ts';
import { noticedRefund } from './refunds.ts';
import { awaitsNotice, type Notice, type Refund, type RefundEvent, type Trade, type TradeEvent } from './trades.ts';
import { tradeOnTheWire, wireTime } from './wire.ts';

/** Something that the merchant has not yet been told, or has not confirmed. */
export interface News {
  key: string;
  notifyUrl: string;
  notice: Notice;
  body: () => object;
  delivered: TradeEvent | RefundEvent;
  failed: (nextAt: number) => TradeEvent | RefundEvent;
}

interface Sources {
  journal: Journal;
  keys: GatewayKeys;
}

/** `trade:NUMBER` or `refund:NUMBER`; null where there is nothing to tell. */
export function news({ journal, keys }: Sources, key: string): News | null {
  const number = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('trade:')) {
    const trade = journal.trades.get(number);
    return trade && awaitsNotice(trade) ? ofTrade(key, trade, keys) : null;
  }
  const refund = journal.refunds.get(number);
  const trade = refund && journal.trades.get(refund.outTradeNumber);
  return refund && trade && awaitsNotice(refund) ? ofRefund(key, { refund, trade }, keys) : null;
}

function ofTrade(key: string, trade: Trade, keys: GatewayKeys): News {
  const { outTradeNumber, notifyUrl, notice } = trade;
  return {
    key,
    notifyUrl,
    notice,
    body: () => envelope({ id: notice.id, at: trade.paidAt, event: 'TRANSACTION.SUCCESS', summary: '支付成功', type: 'transaction', inside: tradeOnTheWire(trade, keys) }, keys),
    delivered: { kind: 'noticed', outTradeNumber },
    failed: (nextAt) => ({ kind: 'notice_failed', outTradeNumber, nextAt }),
  };
}

function ofRefund(key: string, { refund, trade }: { refund: Refund; trade: Trade }, keys: GatewayKeys): News {
  const { refundNumber, notifyUrl, notice } = refund;
  return {
    key,
    notifyUrl,
    notice,
    body: () => envelope({ id: notice.id, at: refund.finishedAt, event: 'REFUND.SUCCESS', summary: '退款成功', type: 'refund', inside: noticedRefund(refund, trade, keys) }, keys),
    delivered: { kind: 'refund_noticed', refundNumber },
    failed: (nextAt) => ({ kind: 'refund_notice_failed', refundNumber, nextAt }),
  };
}

interface Said {
  id: string;
  at: number;
  event: string;
  summary: string;
  type: string;
  inside: object;
}

function envelope({ id, at, event, summary, type, inside }: Said, { apiV3Key }: GatewayKeys): object {
  const resource = sealResource(JSON.stringify(inside), apiV3Key, type);
  return {
    id,
    create_time: wireTime(at),
    resource_type: 'encrypt-resource',
    event_type: event,
    summary,
    resource: { original_type: type, ...resource },
  };
}
