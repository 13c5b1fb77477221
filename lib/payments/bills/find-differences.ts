import type { BillLine, DifferenceKind, ProviderBill } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { endOfBeijingDay, plainDate, startOfBeijingDay } from '@/lib/kernel/dates';
import { bookedFen } from './book-line';

export interface FoundDifference {
  kind: DifferenceKind;
  reference: string;
  orderId: string | null;
  payeeId: string | null;
  oursFen: number;
  billFen: number;
}

/** On the bill otherwise than in our books, and in our books without being on any bill. */
export async function findDifferences(tx: Transaction, bill: ProviderBill): Promise<FoundDifference[]> {
  const lines = await tx.billLine.findMany({ where: { billId: bill.id, outcome: 'DIFFERENT' } });
  const onBill = [];
  for (const line of lines) onBill.push(await differenceOf(tx, bill, line));
  return [...onBill, ...(await missingPayments(tx, bill)), ...(await missingRefunds(tx, bill))];
}

async function differenceOf(tx: Transaction, { provider }: ProviderBill, line: BillLine): Promise<FoundDifference> {
  const { orderId, payeeId, amountFen: billFen } = line;
  if (line.kind === 'PAYMENT') {
    const oursFen = await bookedFen(provider, line.providerTransactionId);
    return { kind: 'AMOUNT_DIFFERS', reference: line.providerTransactionId, orderId, payeeId, oursFen, billFen };
  }
  const refund = await tx.refund.findUnique({ where: { number: line.refundNumber } });
  const common = { reference: line.providerRefundId, orderId, payeeId, billFen };
  if (refund?.provider !== provider) return { ...common, kind: 'UNKNOWN_REFUND', oursFen: 0 };
  if (refund.amountFen !== billFen) return { ...common, kind: 'AMOUNT_DIFFERS', oursFen: refund.amountFen };
  return { ...common, kind: refund.bankReference ? 'GIVEN_TWICE' : 'UNKNOWN_REFUND', oursFen: refund.amountFen };
}

/** In our books of that day, and on no bill. */
export async function hasUnlisted(tx: Transaction, bill: BillOfDay): Promise<boolean> {
  const missing = [...(await missingPayments(tx, bill)), ...(await missingRefunds(tx, bill))];
  return missing.length > 0;
}

type BillOfDay = Pick<ProviderBill, 'provider' | 'day'>;

interface Ours {
  reference: string;
  orderId: string | null;
  payeeId: string | null;
  amountFen: number;
}

const missing = (kind: DifferenceKind, rows: Ours[]): FoundDifference[] =>
  rows.map(({ amountFen: oursFen, ...row }) => ({ ...row, kind, oursFen, billFen: 0 }));

/** Payments of that day by the provider's clock; those without an order by ours. */
async function missingPayments(tx: Transaction, { provider, day }: BillOfDay): Promise<FoundDifference[]> {
  const [from, to] = [startOfBeijingDay(plainDate(day)), endOfBeijingDay(plainDate(day))];
  const rows = await tx.$queryRaw<Ours[]>`
    WITH ours AS (
      SELECT a."providerTransactionId" AS reference, a."orderId", a."amountFen" FROM "PaymentAttempt" a
      WHERE a."provider" = ${provider} AND a."status" = 'SUCCEEDED' AND a."providerPaidAt" BETWEEN ${from} AND ${to}
      UNION
      SELECT u."providerTransactionId", u."orderId", u."amountFen" FROM "UnmatchedPayment" u
      WHERE u."provider" = ${provider} AND u."reason" <> 'REFUNDED_ELSEWHERE' AND u."arrivedAt" BETWEEN ${from} AND ${to}
        AND NOT EXISTS (SELECT 1 FROM "PaymentAttempt" a WHERE a."providerTransactionId" = u."providerTransactionId"))
    SELECT ours.*, o."payeeId" FROM ours LEFT JOIN "Order" o ON o."id" = ours."orderId"
    WHERE NOT EXISTS (
      SELECT 1 FROM "BillLine" l JOIN "ProviderBill" b ON b."id" = l."billId"
      WHERE b."provider" = ${provider} AND l."kind" = 'PAYMENT' AND l."providerTransactionId" = ours.reference)
    ORDER BY reference`;
  return missing('PAYMENT_NOT_ON_BILL', rows);
}

async function missingRefunds(tx: Transaction, { provider, day }: BillOfDay): Promise<FoundDifference[]> {
  const [from, to] = [startOfBeijingDay(plainDate(day)), endOfBeijingDay(plainDate(day))];
  const rows = await tx.$queryRaw<Ours[]>`
    SELECT r."providerRefundId" AS reference, r."orderId", r."payeeId", r."amountFen" FROM "Refund" r
    WHERE r."provider" = ${provider} AND r."status" = 'SUCCEEDED' AND r."bankReference" IS NULL
      AND r."finishedAt" BETWEEN ${from} AND ${to} AND NOT EXISTS (
        SELECT 1 FROM "BillLine" l JOIN "ProviderBill" b ON b."id" = l."billId"
        WHERE b."provider" = ${provider} AND l."kind" = 'REFUND' AND l."providerRefundId" = r."providerRefundId")
    ORDER BY reference`;
  return missing('REFUND_NOT_ON_BILL', rows);
}
