import { generateKeyPairSync } from 'node:crypto';
import type { AlipayKeys } from './alipay/keys.ts';
import type { Faults } from './faults.ts';
import type { Journal } from './journal.ts';
import type { GatewayKeys } from './keys.ts';
import { type Message, news, type News } from './news.ts';

export interface Notifier {
  /** Tells the merchant now, and again later until he says that he knows. */
  tell(key: string): void;
  /** Gives the money of a refund back, and then tells of it. */
  giveBack(refundNumber: string): void;
  stop(): void;
}

interface Parts {
  journal: Journal;
  keys: GatewayKeys;
  alipay: AlipayKeys;
  faults: () => Faults;
  now: () => number;
  /** Waiting times between the tries, as the real gateway documents them. */
  delays: readonly number[];
  /** How long a refund takes. */
  refundMs: number;
}

const seconds = 1000;
const minutes = 60 * seconds;
const hours = 60 * minutes;
export const usualDelays: readonly number[] = [
  ...[15, 15, 30].map((wait) => wait * seconds),
  ...[3, 10, 20, 30, 30, 30, 60].map((wait) => wait * minutes),
  ...[3, 3, 3, 6, 6].map((wait) => wait * hours),
];
const lateMs = 20 * seconds;

export function startNotifier(parts: Parts): Notifier {
  const timers = new Map<string, NodeJS.Timeout>();
  const stopped = new AbortController();
  const later = (key: string, wait: number, work: () => void) => {
    if (stopped.signal.aborted) return;
    clearTimeout(timers.get(key));
    timers.set(key, setTimeout(work, wait));
  };
  const plan = (key: string) => {
    const item = news(parts, key);
    if (!item) return;
    const late = parts.faults().notices === 'late' || (parts.faults().notices === 'reordered' && isOdd(key)) ? lateMs : 0;
    later(key, Math.max(0, item.notice.nextAt - parts.now()) + late, () => void attempt(item));
  };
  const attempt = async (item: News) => {
    timers.delete(item.key);
    const isDelivered = await deliver(item, parts, stopped.signal);
    if (stopped.signal.aborted) return;
    if (isDelivered) return parts.journal.write(item.delivered);
    const wait = parts.delays[item.notice.tries];
    if (wait === undefined) return;
    parts.journal.write(item.failed(parts.now() + wait));
    plan(item.key);
  };
  const giveBack = (refundNumber: string) =>
    later(`giving:${refundNumber}`, parts.refundMs, () => {
      parts.journal.write({ kind: 'refund_finished', refundNumber, at: parts.now() });
      plan(`refund:${refundNumber}`);
    });
  for (const number of parts.journal.trades.keys()) plan(`trade:${number}`);
  for (const { refundNumber, state } of parts.journal.refunds.values()) {
    if (state === 'PROCESSING') giveBack(refundNumber);
    else plan(`refund:${refundNumber}`);
  }
  return {
    tell: plan,
    giveBack,
    stop() {
      stopped.abort();
      for (const timer of timers.values()) clearTimeout(timer);
    },
  };
}

const isOdd = (key: string): boolean => key.charCodeAt(key.length - 1) % 2 === 1;

async function deliver(item: News, { faults, now }: Parts, stopped: AbortSignal): Promise<boolean> {
  const { notices } = faults();
  if (notices === 'lost') return false;
  const times = notices === 'doubled' ? 2 : 1;
  const sent = Array.from({ length: times }, () => post(item, item.message(now()), stopped));
  if (notices === 'forged') sent.push(post(item, item.message(now(), forgersKey), stopped));
  const [isTaken = false] = await Promise.all(sent);
  return isTaken;
}

const forgersKey = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
}).privateKey;

async function post(item: News, { headers, body }: Message, stopped: AbortSignal): Promise<boolean> {
  try {
    const answer = await fetch(item.notifyUrl, {
      method: 'POST',
      headers,
      body,
      redirect: 'error',
      signal: AbortSignal.any([stopped, AbortSignal.timeout(5000)]),
    });
    return item.isTaken({ status: answer.status, text: await answer.text() });
  } catch (error) {
    if (!stopped.aborted) console.warn(`notice of ${item.key} not delivered: ${String(error)}`);
    return false;
  }
}
