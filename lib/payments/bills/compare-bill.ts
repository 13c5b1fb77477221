import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/client';
import type { BillOutcome, ProviderBill } from '@/lib/db/generated/client';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { plainDate } from '@/lib/kernel/dates';
import type { SettlePayment } from '../settle-attempt';
import { bookCosts } from './book-costs';
import { bookLine } from './book-line';
import { findDifferences } from './find-differences';

interface BillPorts {
  settle: SettlePayment;
  now: Date;
}

export interface Comparison {
  outcomes: Record<BillOutcome, number>;
  differences: number;
}

/** Every line against attempts, refunds and books. Broken off anywhere it goes on from there; done again it changes nothing. */
export async function compareBill(bill: ProviderBill, { settle, now }: BillPorts): Promise<Comparison> {
  const outcomes: Record<BillOutcome, number> = { KNOWN: 0, BOOKED: 0, UNMATCHED: 0, DIFFERENT: 0 };
  const open = await db.billLine.findMany({ where: { billId: bill.id, outcome: null }, orderBy: { position: 'asc' } });
  for (const line of open) outcomes[await bookLine({ line, provider: bill.provider, settle, now })] += 1;
  const differences = await inTransaction((tx) => conclude(tx, bill.id, now));
  return { outcomes, differences };
}

async function conclude(tx: Transaction, billId: string, now: Date): Promise<number> {
  await tx.$queryRaw`SELECT id FROM "ProviderBill" WHERE id = ${billId}::uuid FOR UPDATE`;
  const bill = await tx.providerBill.findUniqueOrThrow({ where: { id: billId } });
  if (bill.status !== 'FETCHED') return 0;
  await bookCosts(tx, bill);
  const found = await findDifferences(tx, bill);
  await tx.billDifference.createMany({ data: found.map((one) => ({ ...one, billId, foundAt: now })), skipDuplicates: true });
  await settleAppeared(tx, bill, now);
  await tx.providerBill.update({ where: { id: billId }, data: { status: 'COMPARED', comparedAt: now } });
  await recordEvent(tx, {
    stream: 'system',
    name: 'bill_compared',
    actor: systemActor,
    at: now,
    note: `${plainDate(bill.day)} 账单 ${bill.lineCount} 行，${found.length} 处不符`,
    data: { billId, provider: bill.provider, day: plainDate(bill.day), lines: bill.lineCount, digest: bill.digest },
  });
  return found.length;
}

/** What was missing on the bill of its own day, and stands on the next one. */
async function settleAppeared(tx: Transaction, bill: ProviderBill, now: Date): Promise<void> {
  await tx.$executeRaw`
    UPDATE "BillDifference" d SET "resolvedAt" = ${now}, "resolvedByName" = ${systemActor.name}, "resolution" = ${`列在 ${plainDate(bill.day)} 的账单中`}
    FROM "ProviderBill" b, "BillLine" l
    WHERE b."id" = d."billId" AND b."provider" = ${bill.provider} AND l."billId" = ${bill.id}::uuid AND d."resolvedAt" IS NULL
      AND d."oursFen" = l."amountFen" AND CASE d."kind"
        WHEN 'PAYMENT_NOT_ON_BILL' THEN l."kind" = 'PAYMENT' AND l."providerTransactionId" = d."reference"
        WHEN 'REFUND_NOT_ON_BILL' THEN l."kind" = 'REFUND' AND l."providerRefundId" = d."reference"
        ELSE false END`;
}
