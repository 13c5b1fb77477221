import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import type { LoadedOrder } from './lock-order';
import { moveOrder } from './move-order';
import { attemptNumber } from './order-number';
import type { PaymentChannel } from './provider';

const validMs = 30 * 60_000;

export interface StartedPayment {
  orderId: string;
  attemptId: string;
  channel: PaymentChannel;
  /** The one that was chosen; an attempt to be replaced may be at another. */
  provider: string;
  /** Shown as it is, to be opened at the provider, or first to be replaced by another. */
  step: 'show' | 'open' | 'replace';
}

interface Start {
  tx: Transaction;
  actor: Actor;
  /** Locked, and judged payable. */
  subject: LoadedOrder;
  input: { channel: PaymentChannel; renew?: boolean };
  provider: string;
  now: Date;
}

/** Writes the intent before the provider is asked. A double click or a second tab meets the attempt that is there. */
export async function startPayment(start: Start): Promise<StartedPayment> {
  const { subject: order, input, provider, now } = start;
  const wish = { orderId: order.id, channel: input.channel, provider };
  const live = order.attempts.find(({ status }) => status === 'CREATED');
  if (!live) return { ...wish, attemptId: await intend(start), step: 'open' };
  const isUsable = live.channel === input.channel && live.provider === provider && live.expiresAt > now && !input.renew;
  const step = isUsable ? (live.payUrl ? 'show' : 'open') : 'replace';
  return { ...wish, attemptId: live.id, step };
}

async function intend({ tx, actor, subject: order, input, provider, now }: Start): Promise<string> {
  const sequence = (order.attempts[0]?.sequence ?? 0) + 1;
  const outTradeNumber = attemptNumber(order.number, sequence);
  const { id } = await tx.paymentAttempt.create({
    data: {
      orderId: order.id,
      sequence,
      provider,
      channel: input.channel,
      outTradeNumber,
      amountFen: order.totalFen,
      createdAt: now,
      expiresAt: new Date(
        Math.min(now.getTime() + validMs, Math.max(order.expiresAt.getTime(), now.getTime() + 60_000)),
      ),
    },
  });
  await moveOrder({ tx, order, to: 'PAYING' });
  await recordEvent(tx, {
    stream: `order:${order.id}`,
    name: 'attempt_started',
    actor,
    at: now,
    from: order.status,
    to: 'PAYING',
    data: { outTradeNumber, channel: input.channel, provider },
  });
  return id;
}
