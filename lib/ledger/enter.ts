import type { LedgerAccount } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';

export interface Entry {
  account: LedgerAccount;
  /** Of GATEWAY and GATEWAY_COSTS alone. */
  provider?: string;
  orderId?: string | null;
  unmatchedId?: string;
  refundId?: string;
  /** Whole fen; what comes in or is spent is positive, what is earned or owed is negative. */
  amountFen: number;
}

export const ledgerKinds = ['payment', 'unmatched', 'refund_promised', 'refund_given', 'refund_failed', 'returned', 'assigned', 'kept', 'given_twice', 'payout', 'cost'] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

interface MoneyEvent {
  tx: Transaction;
  /** The same event has the same key, whoever tells of it. */
  key: string;
  kind: LedgerKind;
  payeeId: string | null;
  at: Date;
  actorId?: string | null;
  note?: string;
  entries: readonly Entry[];
}

/** Enters an event of money into the books, once; false when it stands there already. */
export async function enter({ tx, entries, actorId = null, note = '', ...event }: MoneyEvent): Promise<boolean> {
  const { key, kind, payeeId, at } = event;
  const [written] = await tx.$queryRaw<{ id: bigint }[]>`
    INSERT INTO "LedgerTransaction" ("key", "kind", "payeeId", "at", "actorId", "note", "entryCount")
    VALUES (${key}, ${kind}, ${payeeId}, ${at}, ${actorId}::uuid, ${note}, ${entries.length})
    ON CONFLICT ("key") DO NOTHING RETURNING "id"`;
  if (!written) return false;
  await tx.ledgerEntry.createMany({ data: entries.map((entry) => ({ ...entry, transactionId: written.id })) });
  return true;
}

/** Where money of this provider lies; `bank` is the association's own account. */
export function moneyAt(provider: string, amountFen: number): Entry {
  return provider === 'bank' ? { account: 'BANK', amountFen } : { account: 'GATEWAY', provider, amountFen };
}
