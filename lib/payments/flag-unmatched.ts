import { recordEvent } from '@/lib/audit/record-event';
import type { UnmatchedReason } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { yuan } from '@/lib/kernel/money';
import { bookUnmatched } from './book-payment';
import { unmatchedLabels } from './labels';
import { refundByRule } from './refunds/refund-unmatched';

export interface UnmatchedMoney {
  provider: string;
  providerTransactionId: string;
  outTradeNumber: string;
  amountFen: number;
}

interface Flag {
  tx: Transaction;
  money: UnmatchedMoney;
  reason: UnmatchedReason;
  orderId: string | null;
  now: Date;
}

/** Lists money for a person to look at; told of again, it stays one entry. False when it was listed already. */
export async function flagUnmatched({ tx, money, reason, orderId, now }: Flag): Promise<boolean> {
  const { provider, providerTransactionId, outTradeNumber, amountFen } = money;
  const order = orderId ? await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { payeeId: true } }) : null;
  const [unmatched] = await tx.unmatchedPayment.createManyAndReturn({
    data: { provider, providerTransactionId, outTradeNumber, amountFen, reason, orderId, payeeId: order?.payeeId, arrivedAt: now },
    skipDuplicates: true,
  });
  if (!unmatched) return false;
  await bookUnmatched(tx, unmatched);
  await recordEvent(tx, {
    stream: orderId ? `order:${orderId}` : 'system',
    name: 'payment_unmatched',
    actor: systemActor,
    at: now,
    note: `到账 ${yuan(amountFen)}：${unmatchedLabels[reason]}`,
    data: { provider, providerTransactionId, outTradeNumber, amountFen, reason },
  });
  await refundByRule({ tx, unmatched, now });
  return true;
}
