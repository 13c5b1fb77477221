import { db } from '@/lib/db/client';
import type { LedgerAccount } from '@/lib/db/generated/client';

export interface BooksFault {
  what: 'transaction' | 'order' | 'items' | 'unmatched' | 'refund' | 'sum';
  id: string;
  /** Whole fen by which it is off. */
  offFen: number;
}

/** Looks through all books for what the database should have refused; nothing found is the answer of every day. */
export async function checkBooks(): Promise<BooksFault[]> {
  const [transactions, orders, items, unmatched, refunds, [sum]] = await Promise.all([
    db.$queryRaw<{ id: string; off: bigint }[]>`
      SELECT "transactionId"::text AS id, sum("amountFen") AS off FROM "LedgerEntry" GROUP BY 1 HAVING sum("amountFen") <> 0`,
    db.$queryRaw<{ id: string; off: bigint }[]>`
      SELECT o."id"::text AS id, o."paidFen" - o."refundedFen" + coalesce(sum(e."amountFen"), 0) AS off
      FROM "Order" o LEFT JOIN "LedgerEntry" e ON e."orderId" = o."id" AND e."account" = 'FEES'
      GROUP BY o."id" HAVING o."paidFen" - o."refundedFen" + coalesce(sum(e."amountFen"), 0) <> 0`,
    db.$queryRaw<{ id: string; off: bigint }[]>`
      SELECT o."id"::text AS id,
        abs(o."totalFen" - coalesce(sum(i."amountFen"), 0)) + abs(o."refundedFen" - coalesce(sum(i."refundedFen"), 0)) AS off
      FROM "Order" o LEFT JOIN "OrderItem" i ON i."orderId" = o."id"
      GROUP BY o."id" HAVING count(i."id") = 0
        OR o."totalFen" <> coalesce(sum(i."amountFen"), 0) OR o."refundedFen" <> coalesce(sum(i."refundedFen"), 0)`,
    db.$queryRaw<{ id: string; off: bigint }[]>`
      SELECT * FROM (
        SELECT u."id"::text AS id, u."amountFen"
          + coalesce((SELECT sum("amountFen") FROM "LedgerEntry" WHERE "unmatchedId" = u."id" AND "account" = 'UNMATCHED'), 0)
          - coalesce((SELECT sum("amountFen") FROM "Refund" WHERE "unmatchedId" = u."id" AND "status" NOT IN ('PROPOSED', 'WITHDRAWN')), 0)
          - CASE WHEN u."outcome" IN ('ASSIGNED', 'RETURNED', 'NOT_ARRIVED', 'KEPT') THEN u."amountFen" ELSE 0 END AS off
        FROM "UnmatchedPayment" u WHERE u."reason" <> 'REFUNDED_ELSEWHERE'
      ) listed WHERE off <> 0`,
    db.$queryRaw<{ id: string; off: bigint }[]>`
      SELECT * FROM (
        SELECT r."id"::text AS id, CASE WHEN r."status" IN ('APPROVED', 'SENT', 'FAILED') THEN r."amountFen" ELSE 0 END
          + coalesce((SELECT sum("amountFen") FROM "LedgerEntry" WHERE "refundId" = r."id" AND "account" = 'REFUNDS_DUE'), 0) AS off
        FROM "Refund" r
      ) owed WHERE off <> 0`,
    db.$queryRaw<{ off: bigint }[]>`SELECT coalesce(sum("amountFen"), 0) AS off FROM "LedgerEntry"`,
  ]);
  const faults = (what: BooksFault['what'], rows: { id: string; off: bigint }[]): BooksFault[] =>
    rows.map(({ id, off }) => ({ what, id, offFen: Number(off) }));
  return [
    ...faults('transaction', transactions),
    ...faults('order', orders),
    ...faults('items', items),
    ...faults('unmatched', unmatched),
    ...faults('refund', refunds),
    ...(sum && sum.off !== 0n ? faults('sum', [{ id: '', off: sum.off }]) : []),
  ];
}

export interface Balance {
  account: LedgerAccount;
  provider: string;
  amountFen: number;
}

/** What stands on every account of a payee at an instant. */
export async function balances(payeeId: string, until: Date): Promise<Balance[]> {
  const rows = await db.$queryRaw<{ account: LedgerAccount; provider: string; sum: bigint }[]>`
    SELECT e."account"::text AS account, e."provider", sum(e."amountFen") AS sum
    FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t."id" = e."transactionId"
    WHERE t."payeeId" = ${payeeId} AND t."at" <= ${until} GROUP BY 1, 2 ORDER BY 1, 2`;
  return rows.map(({ account, provider, sum }) => ({ account, provider, amountFen: Number(sum) }));
}
