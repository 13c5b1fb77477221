import { freshNonce, signText, answerText, wireTimestamp } from '../wechat-signature.ts';
import { sealResource } from '../wechat-resource.ts';
import type { Journal } from './journal.ts';
import type { GatewayKeys } from './keys.ts';
import { awaitsNotice, type Trade } from './trades.ts';
import { tradeOnTheWire, wireTime } from './wire.ts';

export interface Notifier {
  /** Tells the merchant now, and again later until he answers 2xx. */
  tell(outTradeNumber: string): void;
  stop(): void;
}

interface Parts {
  journal: Journal;
  keys: GatewayKeys;
  now: () => number;
  /** Waiting times between the tries, as the real gateway documents them. */
  delays: readonly number[];
}

const seconds = 1000;
const minutes = 60 * seconds;
const hours = 60 * minutes;

export const usualDelays: readonly number[] = [
  ...[15, 15, 30].map((wait) => wait * seconds),
  ...[3, 10, 20, 30, 30, 30, 60].map((wait) => wait * minutes),
  ...[3, 3, 3, 6, 6].map((wait) => wait * hours),
];

export function startNotifier(parts: Parts): Notifier {
  const timers = new Map<string, NodeJS.Timeout>();
  const stopped = new AbortController();

  const plan = (outTradeNumber: string) => {
    const trade = parts.journal.trades.get(outTradeNumber);
    if (!trade || !awaitsNotice(trade) || stopped.signal.aborted) return;
    clearTimeout(timers.get(outTradeNumber));
    const wait = Math.max(0, trade.notice.nextAt - parts.now());
    timers.set(
      outTradeNumber,
      setTimeout(() => void attempt(trade), wait),
    );
  };

  const attempt = async (trade: Trade) => {
    timers.delete(trade.outTradeNumber);
    const isDelivered = await deliver(trade, parts, stopped.signal);
    if (stopped.signal.aborted) return;
    if (isDelivered) return parts.journal.write({ kind: 'noticed', outTradeNumber: trade.outTradeNumber });
    const wait = parts.delays[trade.notice.tries];
    if (wait === undefined) return;
    parts.journal.write({ kind: 'notice_failed', outTradeNumber: trade.outTradeNumber, nextAt: parts.now() + wait });
    plan(trade.outTradeNumber);
  };

  for (const outTradeNumber of parts.journal.trades.keys()) plan(outTradeNumber);
  return {
    tell: plan,
    stop() {
      stopped.abort();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

async function deliver(trade: Trade, { keys, now }: Parts, stopped: AbortSignal): Promise<boolean> {
  const body = JSON.stringify(notice(trade, keys));
  const at = { timestamp: wireTimestamp(new Date(now())), nonce: freshNonce() };
  try {
    const answer = await fetch(trade.notifyUrl, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Wechatpay-Timestamp': at.timestamp,
        'Wechatpay-Nonce': at.nonce,
        'Wechatpay-Serial': keys.platformSerial,
        'Wechatpay-Signature-Type': 'WECHATPAY2-SHA256-RSA2048',
        'Wechatpay-Signature': signText(answerText({ ...at, body }), keys.platformPrivateKey),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(5000)]),
    });
    return answer.ok;
  } catch (error) {
    if (!stopped.aborted) console.warn(`notice of ${trade.outTradeNumber} not delivered: ${String(error)}`);
    return false;
  }
}

export function notice(trade: Trade, keys: GatewayKeys): object {
  const resource = sealResource(JSON.stringify(tradeOnTheWire(trade, keys)), keys.apiV3Key, 'transaction');
  return {
    id: trade.notice.id,
    create_time: wireTime(trade.paidAt),
    resource_type: 'encrypt-resource',
    event_type: 'TRANSACTION.SUCCESS',
    summary: '支付成功',
    resource: { original_type: 'transaction', ...resource },
  };
}
