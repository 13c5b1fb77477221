import type { LedgerAccount } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { beijingMonth, nextMonth } from '@/lib/kernel/months';

interface Scope {
  payeeId: string;
  /** First instant, and the first one after it. */
  from: Date;
  to: Date;
}

export interface AccountMonth {
  account: LedgerAccount;
  provider: string;
  openingFen: number;
  inFen: number;
  outFen: number;
  closingFen: number;
}

type Numbers<Row> = { [Key in keyof Row]: Row[Key] extends number ? bigint : Row[Key] };

/** Each account of a payee: what stood there, what came and went, and what stands there. */
export async function accountMonths(tx: Transaction, { payeeId, from, to }: Scope): Promise<AccountMonth[]> {
  const rows = await tx.$queryRaw<Numbers<Omit<AccountMonth, 'closingFen'>>[]>`
    SELECT e."account"::text AS account, e."provider",
      coalesce(sum(e."amountFen") FILTER (WHERE t."at" < ${from}), 0) AS "openingFen",
      coalesce(sum(e."amountFen") FILTER (WHERE t."at" >= ${from} AND e."amountFen" > 0), 0) AS "inFen",
      coalesce(-sum(e."amountFen") FILTER (WHERE t."at" >= ${from} AND e."amountFen" < 0), 0) AS "outFen"
    FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t."id" = e."transactionId"
    WHERE t."payeeId" = ${payeeId} AND t."at" < ${to} GROUP BY e."account", e."provider" ORDER BY e."account", e."provider"`;
  return rows.map(({ account, provider, ...sums }) => {
    const [openingFen, inFen, outFen] = [Number(sums.openingFen), Number(sums.inFen), Number(sums.outFen)];
    return { account, provider, openingFen, inFen, outFen, closingFen: openingFen + inFen - outFen };
  });
}

export interface KindMonth {
  kind: string;
  account: LedgerAccount;
  provider: string;
  count: number;
  amountFen: number;
}

/** The movements of the month by kind and account. */
export async function kindMonths(tx: Transaction, { payeeId, from, to }: Scope): Promise<KindMonth[]> {
  const rows = await tx.$queryRaw<Numbers<KindMonth>[]>`
    SELECT t."kind", e."account"::text AS account, e."provider", count(DISTINCT t."id") AS count, sum(e."amountFen") AS "amountFen"
    FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t."id" = e."transactionId"
    WHERE t."payeeId" = ${payeeId} AND t."at" >= ${from} AND t."at" < ${to}
    GROUP BY t."kind", e."account", e."provider" ORDER BY t."kind", e."account", e."provider"`;
  return rows.map((row) => ({ ...row, count: Number(row.count), amountFen: Number(row.amountFen) }));
}

/** Alone with the books of a payee: what is being entered is there first, what comes later waits. */
export async function lockBooks(tx: Transaction, payeeId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`closing:${payeeId}`}, 12))`;
}

/** The month to close next: after the last closed one, or that of the first entry; null without any entry. */
export async function openMonth(tx: Transaction, payeeId: string): Promise<string | null> {
  const closed = await tx.monthClosing.findFirst({ where: { payeeId }, orderBy: { month: 'desc' }, select: { month: true } });
  if (closed) return nextMonth(closed.month);
  const first = await tx.ledgerTransaction.findFirst({ where: { payeeId }, orderBy: { at: 'asc' }, select: { at: true } });
  return first && beijingMonth(first.at);
}
