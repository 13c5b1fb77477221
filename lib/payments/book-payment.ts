import type { UnmatchedPayment } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { enter, moneyAt } from '@/lib/ledger/enter';

interface PaidMoney {
  tx: Transaction;
  order: { id: string; payeeId: string };
  money: { provider: string; providerTransactionId: string; amountFen: number };
  now: Date;
  by?: Actor;
}

/** Enters what has paid an order; in the transaction that says the order is paid. */
export async function bookPayment({ tx, order, money, now, by }: PaidMoney): Promise<void> {
  const { provider, providerTransactionId, amountFen } = money;
  await enter({
    tx,
    key: `payment:${provider}:${providerTransactionId}`,
    kind: 'payment',
    payeeId: order.payeeId,
    at: now,
    actorId: by?.personId ?? null,
    entries: [
      { ...moneyAt(provider, amountFen), orderId: order.id },
      { account: 'FEES', orderId: order.id, amountFen: -amountFen },
    ],
  });
}

/** Enters money that is listed for a person to look at; what was given back elsewhere never came in. */
export async function bookUnmatched(tx: Transaction, unmatched: UnmatchedPayment): Promise<void> {
  const { id, provider, providerTransactionId, orderId, amountFen, reason, arrivedAt } = unmatched;
  if (reason === 'REFUNDED_ELSEWHERE') return;
  const order = orderId ? await tx.order.findUniqueOrThrow({ where: { id: orderId }, select: { payeeId: true } }) : null;
  await enter({
    tx,
    key: `unmatched:${provider}:${providerTransactionId}`,
    kind: 'unmatched',
    payeeId: order?.payeeId ?? null,
    at: arrivedAt,
    entries: [
      { ...moneyAt(provider, amountFen), orderId, unmatchedId: id },
      { account: 'UNMATCHED', orderId, unmatchedId: id, amountFen: -amountFen },
    ],
  });
}
