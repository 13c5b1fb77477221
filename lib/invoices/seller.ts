import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import type { SellerInput } from './schema';
import { insistOnPlatform } from './tax/platform';

/** What the association sells; the batches that were made keep what they were made with. */
export async function saveSeller({ tx, actor, subject, input, now }: Step<Transaction, { payeeId: string }, SellerInput>): Promise<void> {
  const { payeeId } = subject;
  if (input.way === 'PLATFORM') insistOnPlatform();
  const { itemName, itemCode, taxRate, way, taxNumber } = input;
  const facts = { itemName, itemCode, taxRate, way, taxNumber };
  const data = { ...facts, updatedAt: now, updatedByName: actor.name };
  await tx.invoiceSeller.upsert({ where: { payeeId }, create: { payeeId, ...data }, update: data });
  await recordEvent(tx, { stream: 'system', name: 'invoice_seller_saved', actor, at: now, data: { payeeId, ...facts } });
}
