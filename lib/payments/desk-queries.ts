import { db } from '@/lib/db/client';
import { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { beijingDay, endOfBeijingDay, startOfBeijingDay } from '@/lib/kernel/dates';
import { visibleBooks } from './books-policy';

export interface MoneyOfDay {
  /** A provider, or `bank`. */
  place: string;
  inFen: number;
  inCount: number;
  outFen: number;
  outCount: number;
}

/** What came in and went out today, as the books have it; a settlement only moves it between the two. */
export async function moneyOfDay(actor: Actor, now: Date): Promise<MoneyOfDay[]> {
  const visible = visibleBooks(actor);
  if (!visible) return [];
  const today = beijingDay(now);
  const own = 'OR' in visible ? Prisma.sql`AND (t."payeeId" = ${actor.associationId} OR t."payeeId" IS NULL)` : Prisma.empty;
  const rows = await db.$queryRaw<Record<keyof MoneyOfDay, string | bigint | null>[]>`
    SELECT CASE e."account" WHEN 'BANK' THEN 'bank' ELSE e."provider" END AS place,
      sum(e."amountFen") FILTER (WHERE e."amountFen" > 0) AS "inFen", count(*) FILTER (WHERE e."amountFen" > 0) AS "inCount",
      -sum(e."amountFen") FILTER (WHERE e."amountFen" < 0) AS "outFen", count(*) FILTER (WHERE e."amountFen" < 0) AS "outCount"
    FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t."id" = e."transactionId"
    WHERE e."account" IN ('GATEWAY', 'BANK') AND t."kind" IN ('payment', 'unmatched', 'refund_given', 'returned', 'given_twice')
      AND t."at" BETWEEN ${startOfBeijingDay(today)} AND ${endOfBeijingDay(today)} ${own}
    GROUP BY 1 ORDER BY 1`;
  return rows.map((row) => ({
    place: String(row.place),
    inFen: Number(row.inFen ?? 0),
    inCount: Number(row.inCount),
    outFen: Number(row.outFen ?? 0),
    outCount: Number(row.outCount),
  }));
}
