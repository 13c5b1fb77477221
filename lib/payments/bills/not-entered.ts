import { db } from '@/lib/db/client';
import type { BillLine, ProviderBill } from '@/lib/db/generated/client';
import { systemActor } from '@/lib/kernel/actor';
import { ownerOf } from './book-line';

export const referenceOf = ({ kind, providerTransactionId, providerRefundId }: BillLine): string =>
  kind === 'PAYMENT' ? providerTransactionId : providerRefundId;

/** What is still to be entered, without what a person has settled by himself. */
export async function openLines({ id: billId }: ProviderBill): Promise<BillLine[]> {
  const settled = await db.billDifference.findMany({
    where: { billId, kind: 'NOT_ENTERED', resolvedById: { not: null } },
    select: { reference: true },
  });
  const references = new Set(settled.map(({ reference }) => reference));
  const open = await db.billLine.findMany({ where: { billId, outcome: null }, orderBy: { position: 'asc' } });
  return open.filter((line) => !references.has(referenceOf(line)));
}

/** One line that fails keeps no other from being entered: it is listed for a person. */
export async function listNotEntered(
  { id: billId, provider }: ProviderBill,
  line: BillLine,
  foundAt: Date,
): Promise<void> {
  const owner = await ownerOf({ line, provider });
  const found = { billId, kind: 'NOT_ENTERED' as const, reference: referenceOf(line), ...owner };
  await db.billDifference.createMany({
    data: { ...found, oursFen: 0, billFen: line.amountFen, foundAt },
    skipDuplicates: true,
  });
}

export async function settleEntered({ id: billId }: ProviderBill, line: BillLine, now: Date): Promise<void> {
  await db.billDifference.updateMany({
    where: { billId, kind: 'NOT_ENTERED', reference: referenceOf(line), resolvedAt: null },
    data: { resolvedAt: now, resolvedByName: systemActor.name, resolution: '再次核对时已入账' },
  });
}
