import type { Transaction } from '@/lib/db/transaction';
import { plainDate } from '@/lib/kernel/dates';
import { billLabels, providerLabels, refundLabels, unmatchedLabels } from '../labels';
import type { ClosingScope } from './bills-of-month';
import type { ClosingDifference } from './schema';

type Owed = { id: string; fen: bigint };

/** What is owed at the end of the month and to whom nobody knows yet: each payment by itself. */
export async function openUnmatched(tx: Transaction, { payeeId, to }: ClosingScope): Promise<ClosingDifference[]> {
  const owed = await tx.$queryRaw<Owed[]>`
    SELECT e."unmatchedId"::text AS id, sum(e."amountFen") AS fen
    FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t."id" = e."transactionId"
    WHERE t."payeeId" = ${payeeId} AND t."at" < ${to} AND e."account" = 'UNMATCHED' GROUP BY 1 HAVING sum(e."amountFen") <> 0`;
  const rows = await tx.unmatchedPayment.findMany({ where: { id: { in: owed.map(({ id }) => id) } }, orderBy: { arrivedAt: 'asc' } });
  return rows.map(({ id, provider, providerTransactionId, reason, resolution }) => ({
    area: 'unmatched',
    what: `${providerLabels[provider] ?? provider}：${unmatchedLabels[reason]}`,
    reference: providerTransactionId,
    oursFen: fenOf(owed, id),
    theirsFen: null,
    because: resolution ?? '还没有处理',
  }));
}

/** Promised back and not yet given at the end of the month. */
export async function openRefunds(tx: Transaction, { payeeId, to }: ClosingScope): Promise<ClosingDifference[]> {
  const owed = await tx.$queryRaw<Owed[]>`
    SELECT e."refundId"::text AS id, sum(e."amountFen") AS fen
    FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t."id" = e."transactionId"
    WHERE t."payeeId" = ${payeeId} AND t."at" < ${to} AND e."account" = 'REFUNDS_DUE' GROUP BY 1 HAVING sum(e."amountFen") <> 0`;
  const rows = await tx.refund.findMany({ where: { id: { in: owed.map(({ id }) => id) } }, orderBy: { proposedAt: 'asc' } });
  return rows.map(({ id, number, status, failure }) => ({
    area: 'refunds_due',
    what: '已批准、到月底还没有退回',
    reference: number,
    oursFen: fenOf(owed, id),
    theirsFen: null,
    because: failure || `现在的状态：${refundLabels[status].label}`,
  }));
}

const fenOf = (owed: Owed[], id: string): number => -Number(owed.find((row) => row.id === id)?.fen ?? 0n);

/** Days whose bill was not there, or not compared to its end. */
export async function missingBills(tx: Transaction, { firstDay, lastDay }: ClosingScope): Promise<ClosingDifference[]> {
  const bills = await tx.providerBill.findMany({
    where: { day: { gte: firstDay, lte: lastDay }, status: { not: 'COMPARED' } },
    orderBy: [{ day: 'asc' }, { provider: 'asc' }],
  });
  return bills.map(({ provider, day, status, failure }) => ({
    area: 'missing_bills',
    what: `${providerLabels[provider] ?? provider}账单`,
    reference: plainDate(day),
    oursFen: null,
    theirsFen: null,
    because: failure || billLabels[status].label,
  }));
}

/** Days on which money moved at a provider, and of which nobody ever asked for the bill. */
export async function unaskedBills(tx: Transaction, { payeeId, from, to }: ClosingScope): Promise<ClosingDifference[]> {
  const rows = await tx.$queryRaw<{ provider: string; day: string }[]>`
    SELECT DISTINCT e."provider", (t."at" AT TIME ZONE 'Asia/Shanghai')::date::text AS day
    FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t."id" = e."transactionId"
    WHERE t."payeeId" = ${payeeId} AND t."at" >= ${from} AND t."at" < ${to} AND e."account" = 'GATEWAY'
      AND t."kind" IN ('payment', 'unmatched', 'refund_given') AND NOT EXISTS (
        SELECT 1 FROM "ProviderBill" b
        WHERE b."provider" = e."provider" AND b."day" = (t."at" AT TIME ZONE 'Asia/Shanghai')::date)
    ORDER BY day, "provider"`;
  return rows.map(({ provider, day }) => ({
    area: 'missing_bills',
    what: `${providerLabels[provider] ?? provider}账单`,
    reference: day,
    oursFen: null,
    theirsFen: null,
    because: '还没有取过这一天的账单',
  }));
}
