import type { Transaction } from '@/lib/db/transaction';

export interface ClosingScope {
  payeeId: string;
  from: Date;
  to: Date;
  /** First and last day of the month. */
  firstDay: Date;
  lastDay: Date;
}

export interface BillRow {
  provider: string;
  what: 'PAYMENT' | 'REFUND' | 'COST';
  reference: string;
  oursFen: number | null;
  billFen: number | null;
  /** Where the other side has it in another month. */
  billDay: string | null;
  bookedDay: string | null;
  resolution: string | null;
}

/** Every payment, refund and day's fee of the month: what our books say beside what the bills say. */
export async function billsOfMonth(tx: Transaction, scope: ClosingScope): Promise<BillRow[]> {
  const { payeeId, from, to, firstDay, lastDay } = scope;
  const rows = await tx.$queryRaw<(Omit<BillRow, 'oursFen' | 'billFen'> & { oursFen: bigint | null; billFen: bigint | null })[]>`
    WITH booked AS (
      SELECT e."provider", t."at",
        CASE t."kind" WHEN 'refund_given' THEN 'REFUND' WHEN 'cost' THEN 'COST' ELSE 'PAYMENT' END AS what,
        CASE t."kind" WHEN 'refund_given' THEN coalesce(r."providerRefundId", r."number")
                      WHEN 'cost' THEN split_part(t."key", ':', 3)
                      ELSE regexp_replace(t."key", '^[^:]*:[^:]*:', '') END AS reference,
        CASE t."kind" WHEN 'payment' THEN e."amountFen" WHEN 'unmatched' THEN e."amountFen" ELSE -e."amountFen" END AS fen
      FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t."id" = e."transactionId" LEFT JOIN "Refund" r ON r."id" = e."refundId"
      WHERE t."payeeId" = ${payeeId} AND e."account" = 'GATEWAY' AND t."kind" IN ('payment', 'unmatched', 'refund_given', 'cost')
    ), told AS (
      SELECT b."provider", b."day", l."kind"::text AS what,
        CASE l."kind" WHEN 'REFUND' THEN l."providerRefundId" ELSE l."providerTransactionId" END AS reference, l."amountFen" AS fen
      FROM "BillLine" l JOIN "ProviderBill" b ON b."id" = l."billId"
      WHERE l."payeeId" = ${payeeId} AND (l."state" = 'DONE' OR l."state" = 'PROCESSING' AND EXISTS (
        SELECT 1 FROM "Refund" r WHERE r."number" = l."refundNumber" AND r."status" = 'SUCCEEDED' AND r."bankReference" IS NULL)
        AND NOT EXISTS (SELECT 1 FROM "BillLine" d WHERE d."providerRefundId" = l."providerRefundId" AND d."state" = 'DONE'))
      UNION ALL
      SELECT b."provider", b."day", 'COST', b."day"::text, sum(l."feeFen")
      FROM "BillLine" l JOIN "ProviderBill" b ON b."id" = l."billId" WHERE l."payeeId" = ${payeeId} AND l."state" = 'DONE'
      GROUP BY 1, 2 HAVING sum(l."feeFen") <> 0
    ), ours AS (
      SELECT "provider", what, reference, sum(fen) AS fen FROM booked WHERE "at" >= ${from} AND "at" < ${to} GROUP BY 1, 2, 3
    ), theirs AS (
      SELECT "provider", what, reference, sum(fen) AS fen FROM told WHERE "day" BETWEEN ${firstDay} AND ${lastDay} GROUP BY 1, 2, 3
    )
    SELECT "provider", what, reference, ours.fen AS "oursFen", theirs.fen AS "billFen",
      (SELECT max("day")::text FROM told WHERE theirs.fen IS NULL AND (told."provider", told.what, told.reference) = (ours."provider", ours.what, ours.reference)) AS "billDay",
      (SELECT max("at" AT TIME ZONE 'Asia/Shanghai')::date::text FROM booked WHERE ours.fen IS NULL AND (booked."provider", booked.what, booked.reference) = (theirs."provider", theirs.what, theirs.reference)) AS "bookedDay",
      (SELECT max(d."resolution") FROM "BillDifference" d WHERE d."reference" = coalesce(ours.reference, theirs.reference)) AS "resolution"
    FROM ours FULL JOIN theirs USING ("provider", what, reference) ORDER BY "provider", what, reference`;
  const number = (value: bigint | null) => (value === null ? null : Number(value));
  return rows.map((row) => ({ ...row, oursFen: number(row.oursFen), billFen: number(row.billFen) }));
}
