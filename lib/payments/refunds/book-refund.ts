import type { Refund } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { type Entry, enter, moneyAt } from '@/lib/ledger/enter';

interface Booking {
  tx: Transaction;
  refund: Refund;
  now: Date;
}

/** What was earned, or belonged to nobody yet, is owed from now on. */
export async function bookPromise({ tx, refund, now }: Booking): Promise<void> {
  const { id: refundId, number, payeeId, orderId, unmatchedId, amountFen, decidedById, proposedById } = refund;
  const from: Entry = unmatchedId
    ? { account: 'UNMATCHED', orderId, unmatchedId, amountFen }
    : { account: 'FEES', orderId, amountFen };
  await enter({
    tx,
    key: `refund:promised:${number}`,
    kind: 'refund_promised',
    payeeId,
    at: now,
    actorId: decidedById ?? proposedById,
    entries: [
      { ...from, refundId },
      { account: 'REFUNDS_DUE', orderId, refundId, amountFen: -amountFen },
    ],
  });
}

/** What was owed has gone out: from the provider, or by hand from the bank. */
export async function bookGiven({ tx, refund, now }: Booking): Promise<void> {
  const { id: refundId, number, payeeId, orderId, provider, amountFen, bankReference } = refund;
  await enter({
    tx,
    key: `refund:given:${number}`,
    kind: 'refund_given',
    payeeId,
    at: now,
    entries: [
      { account: 'REFUNDS_DUE', orderId, refundId, amountFen },
      { ...moneyAt(bankReference ? 'bank' : provider, -amountFen), orderId, refundId },
    ],
  });
}
