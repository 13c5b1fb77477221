import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/client';
import type { BillOutcome, ProviderBill } from '@/lib/db/generated/client';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { plainDate } from '@/lib/kernel/dates';
import { log } from '@/lib/log';
import type { SettlePayment } from '../settle-attempt';
import { bookCosts } from './book-costs';
import { bookLine } from './book-line';
import { findDifferences } from './find-differences';
import { listNotEntered, openLines, referenceOf, settleEntered } from './not-entered';

interface BillPorts {
  settle: SettlePayment;
  now: Date;
}

export interface Comparison {
  outcomes: Record<BillOutcome, number>;
  differences: number;
  /** Lines that could not be entered: the bill is not compared before they are, or a person has settled them. */
  notEntered: number;
}

/** Every line against attempts, refunds and books. Broken off anywhere it goes on from there; done again it changes nothing. */
export async function compareBill(bill: ProviderBill, { settle, now }: BillPorts): Promise<Comparison> {
  const outcomes: Record<BillOutcome, number> = { KNOWN: 0, BOOKED: 0, UNMATCHED: 0, DIFFERENT: 0, WAITING: 0 };
  let notEntered = 0;
  for (const line of await openLines(bill)) {
    try {
      outcomes[await bookLine({ line, provider: bill.provider, settle, now })] += 1;
      await settleEntered(bill, line, now);
    } catch (error) {
      notEntered += 1;
      log().error(
        { err: error, provider: bill.provider, day: plainDate(bill.day), reference: referenceOf(line) },
        'line of a bill not entered',
      );
      await listNotEntered(bill, line, now);
    }
  }
  if (notEntered > 0) {
    await noteFailure(bill, `有 ${notEntered} 行没有能入账`);
    return { outcomes, differences: notEntered, notEntered };
  }
  const differences = await inTransaction((tx) => conclude(tx, bill.id, now));
  return { outcomes, differences, notEntered };
}

/** A failure stands on the bill until it is compared. */
const noteFailure = ({ id }: ProviderBill, failure: string) =>
  db.providerBill.updateMany({ where: { id, status: 'FETCHED' }, data: { failure } });

async function conclude(tx: Transaction, billId: string, now: Date): Promise<number> {
  await tx.$queryRaw`SELECT id FROM "ProviderBill" WHERE id = ${billId}::uuid FOR UPDATE`;
  const bill = await tx.providerBill.findUniqueOrThrow({ where: { id: billId } });
  if (bill.status !== 'FETCHED') return 0;
  await bookCosts(tx, bill);
  const found = await findDifferences(tx, bill);
  await tx.billDifference.createMany({ data: found.map((one) => ({ ...one, billId, foundAt: now })), skipDuplicates: true });
  await settleAppeared(tx, bill, now);
  await tx.providerBill.update({ where: { id: billId }, data: { status: 'COMPARED', comparedAt: now, failure: '' } });
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
