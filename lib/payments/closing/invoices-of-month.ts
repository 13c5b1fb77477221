import type { Transaction } from '@/lib/db/transaction';
import type { ClosingScope } from './bills-of-month';
import type { ClosingDifference, ClosingReport } from './schema';

export interface InvoicedOrderAtEnd {
  number: string;
  /** Kept of the order by the end of the month, as the books have it. */
  keptFen: number;
  /** Blue less red by then. */
  billedFen: number;
}

/** Orders that have a live invoice at the end of the month, with what the books and the invoices say that they cost. */
export async function invoicesOfMonth(tx: Transaction, { payeeId, to, lastDay }: ClosingScope): Promise<InvoicedOrderAtEnd[]> {
  const rows = await tx.$queryRaw<{ number: string; kept: bigint; billed: bigint }[]>`
    SELECT o."number", sum(i."amountFen") AS billed, coalesce((
      SELECT -sum(e."amountFen") FROM "LedgerEntry" e JOIN "LedgerTransaction" t ON t."id" = e."transactionId"
      WHERE e."orderId" = o."id" AND e."account" = 'FEES' AND t."at" < ${to}), 0) AS kept
    FROM "Invoice" i JOIN "Order" o ON o."id" = i."orderId"
    WHERE i."payeeId" = ${payeeId} AND i."issuedOn" <= ${lastDay} AND (i."reversedOn" IS NULL OR i."reversedOn" > ${lastDay})
    GROUP BY o."id", o."number" ORDER BY o."number"`;
  return rows.map(({ number, kept, billed }) => ({ number, keptFen: Number(kept), billedFen: Number(billed) }));
}

export const invoiceSums = (orders: readonly InvoicedOrderAtEnd[]): NonNullable<ClosingReport['invoices']> => ({
  keptFen: orders.reduce((sum, { keptFen }) => sum + keptFen, 0),
  billedFen: orders.reduce((sum, { billedFen }) => sum + billedFen, 0),
});

export const invoiceDifferences = (orders: readonly InvoicedOrderAtEnd[]): ClosingDifference[] =>
  orders
    .filter(({ keptFen, billedFen }) => keptFen !== billedFen)
    .map(({ number, keptFen, billedFen }) => ({
      area: 'invoices',
      what: '发票金额与订单净收入不符',
      reference: number,
      oursFen: keptFen,
      theirsFen: billedFen,
      because: billedFen > keptFen ? '开票后有退款，还没有红冲' : '还没有查明',
    }));
