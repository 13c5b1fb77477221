import type { UnmatchedPayment } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { plainDate, startOfBeijingDay } from '@/lib/kernel/dates';
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
    key: `payment:${placeOf(provider, order.payeeId)}:${providerTransactionId}`,
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
  const { id, provider, providerTransactionId, orderId, payeeId, amountFen, reason, arrivedAt, receivedOn } = unmatched;
  if (reason === 'REFUNDED_ELSEWHERE') return;
  await enter({
    tx,
    // A receipt that was taken back may come again under its number.
    key: `${reason === 'UNCLAIMED' ? `receipt:${id}` : `unmatched:${placeOf(provider, payeeId)}`}:${providerTransactionId}`,
    kind: 'unmatched',
    payeeId,
    at: receivedOn ? startOfBeijingDay(plainDate(receivedOn)) : arrivedAt,
    actorId: unmatched.enteredById,
    entries: [
      { ...moneyAt(provider, amountFen), orderId, unmatchedId: id },
      { account: 'UNMATCHED', orderId, unmatchedId: id, amountFen: -amountFen },
    ],
  });
}

/** A provider's numbers are his own; a bank's are those of one account. */
const placeOf = (provider: string, payeeId: string | null): string =>
  provider === 'bank' && payeeId ? `bank@${payeeId}` : provider;
