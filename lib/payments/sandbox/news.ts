import type { KeyLike } from 'node:crypto';
import { sealResource } from '../wechat/resource.ts';
import { answerText, freshNonce, signText, wireTimestamp } from '../wechat/signature.ts';
import type { AlipayKeys } from './alipay/keys.ts';
import { paidForm } from './alipay/message.ts';
import type { Journal } from './journal.ts';
import type { GatewayKeys } from './keys.ts';
import { noticedRefund } from './refunds.ts';
import { awaitsNotice, isAlipay, type Notice, type Refund, type RefundEvent, type Trade, type TradeEvent } from './trades.ts';
import { tradeOnTheWire, wireTime } from './wire.ts';

export interface Message {
  headers: Record<string, string>;
  body: string;
}

/** Something that the merchant has not yet been told, or has not confirmed. */
export interface News {
  key: string;
  notifyUrl: string;
  notice: Notice;
  /** Signed anew for every try; with another key it is what a forger would send. */
  message: (at: number, forgersKey?: KeyLike) => Message;
  isTaken: (answer: { status: number; text: string }) => boolean;
  delivered: TradeEvent | RefundEvent;
  failed: (nextAt: number) => TradeEvent | RefundEvent;
}

interface Sources {
  journal: Journal;
  keys: GatewayKeys;
  alipay: AlipayKeys;
}

/** `trade:NUMBER` or `refund:NUMBER`; null where there is nothing to tell. */
export function news({ journal, keys, alipay }: Sources, key: string): News | null {
  const number = key.slice(key.indexOf(':') + 1);
  if (key.startsWith('trade:')) {
    const trade = journal.trades.get(number);
    if (!trade || !awaitsNotice(trade)) return null;
    return { ...(isAlipay(trade) ? byAlipay(trade, alipay) : ofTrade(trade, keys)), ...tradeEvents(trade), key };
  }
  const refund = journal.refunds.get(number);
  const trade = refund && journal.trades.get(refund.outTradeNumber);
  return refund && trade && awaitsNotice(refund) ? ofRefund(key, { refund, trade }, keys) : null;
}

type Telling = Pick<News, 'message' | 'isTaken'>;

const tradeEvents = ({ outTradeNumber, notifyUrl, notice }: Trade): Omit<News, 'key' | keyof Telling> => ({
  notifyUrl,
  notice,
  delivered: { kind: 'noticed', outTradeNumber },
  failed: (nextAt) => ({ kind: 'notice_failed', outTradeNumber, nextAt }),
});

const byAlipay = (trade: Trade, keys: AlipayKeys): Telling => ({
  message: (at, forgersKey) => ({
    headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: paidForm({ trade, keys, at, privateKey: forgersKey ?? keys.alipayPrivateKey }),
  }),
  isTaken: ({ text }) => text === 'success',
});

const byWechat = (keys: GatewayKeys, body: () => object): Telling => ({
  message: (at, forgersKey) => signedMessage(JSON.stringify(body()), { keys, at, forgersKey }),
  isTaken: ({ status }) => status >= 200 && status < 300,
});

const ofTrade = (trade: Trade, keys: GatewayKeys): Telling =>
  byWechat(keys, () =>
    envelope(
      { id: trade.notice.id, at: trade.paidAt, event: 'TRANSACTION.SUCCESS', summary: '支付成功', type: 'transaction', inside: tradeOnTheWire(trade, keys) },
      keys,
    ),
  );

function ofRefund(key: string, { refund, trade }: { refund: Refund; trade: Trade }, keys: GatewayKeys): News {
  const { refundNumber, notifyUrl, notice } = refund;
  return {
    ...byWechat(keys, () =>
      envelope(
        { id: notice.id, at: refund.finishedAt, event: 'REFUND.SUCCESS', summary: '退款成功', type: 'refund', inside: noticedRefund(refund, trade, keys) },
        keys,
      ),
    ),
    key,
    notifyUrl,
    notice,
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

function signedMessage(
  body: string,
  { keys, at, forgersKey }: { keys: GatewayKeys; at: number; forgersKey: KeyLike | undefined },
): Message {
  const stamp = { timestamp: wireTimestamp(new Date(at)), nonce: freshNonce() };
  return {
    headers: {
      'Content-Type': 'application/json',
      'Wechatpay-Timestamp': stamp.timestamp,
      'Wechatpay-Nonce': stamp.nonce,
      'Wechatpay-Serial': keys.platformSerial,
      'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
      'Wechatpay-Signature': signText(answerText({ ...stamp, body }), forgersKey ?? keys.platformPrivateKey),
    },
    body,
  };
}
