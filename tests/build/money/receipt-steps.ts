import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { refundUnmatched as promiseUnmatched } from '@/lib/payments/refunds/refund-unmatched';
import { lockUnmatched, resolveUnmatched } from '@/lib/payments/resolve-unmatched';
import { resolveUnmatchedInput } from '@/lib/payments/schema';
import { judgeUnmatched } from '@/lib/payments/unmatched-policy';
import { insist } from '../applications/act';
import { assignTo, enterFound } from '../receipts';
import type { StepOf } from './steps';
import { type MoneyWorld, unmatchedOf } from './world';

let numbers = 0;

/** It was on the account, and is in the books once, however many enter it. */
export async function foundReceipt(world: MoneyWorld, { amount, times }: StepOf<'receipt'>): Promise<void> {
  const bankReference = `F${world.applicant.orderId.slice(-12)}${++numbers}`;
  const enter = () => enterFound({ by: world.cashier, bankReference, amount, now: world.now });
  const entered = await Promise.all(Array.from({ length: times }, enter));
  if (entered.filter(({ isNew }) => isNew).length !== 1) world.wrongs.push(`${bankReference} was entered more than once`);
  const [{ receipt }] = entered as [(typeof entered)[number]];
  world.receiptIds.push(receipt.id);
  world.transferredFen += receipt.amountFen;
}

/** Every order of the model is a large one, so it takes two. */
export async function assignReceipt(world: MoneyWorld, { by, which }: StepOf<'assign_receipt'>): Promise<void> {
  const unmatchedId = world.receiptIds.at(-1 - which);
  if (!unmatchedId) return;
  const { assignedById } = await db.unmatchedPayment.findUniqueOrThrow({ where: { id: unmatchedId } });
  const { number: orderNumber } = await world.applicant.order();
  const assigned = await assignTo({ by: world[by], unmatchedId, orderNumber, now: world.now });
  const isAlone = assignedById === null || assignedById === world[by].personId;
  // What a colleague did at the same moment may have come first.
  const { assignedById: last } = await db.unmatchedPayment.findUniqueOrThrow({ where: { id: unmatchedId } });
  if (assigned === 'PAID' && isAlone && last === world[by].personId) world.wrongs.push('one person alone assigned a large receipt');
}

const latest = async (world: MoneyWorld, which: number) => (await unmatchedOf(world)).at(-1 - which);

export async function returnUnmatched(world: MoneyWorld, { which }: StepOf<'return_unmatched'>): Promise<void> {
  const found = await latest(world, which);
  if (!found) return;
  await inTransaction(async (tx) => {
    const subject = await lockUnmatched(tx, found.id);
    insist(judgeUnmatched(world.cashier, subject, world.now));
    await promiseUnmatched({ tx, by: world.cashier, unmatched: subject.unmatched, note: '示例', now: world.now });
  });
}

/** What never was there did not come; what was given back elsewhere went by the bank's or the provider's own hand. */
export async function settleUnmatched(world: MoneyWorld, { which, outcome }: StepOf<'settle_unmatched'>): Promise<void> {
  const found = await latest(world, which);
  if (found?.provider !== 'bank') return;
  const bankReference = `O${found.id.slice(-12)}`;
  const input = resolveUnmatchedInput.parse({ unmatchedId: found.id, outcome, resolution: '示例', bankReference });
  await inTransaction(async (tx) => {
    const subject = await lockUnmatched(tx, found.id);
    insist(judgeUnmatched(world.second, subject, world.now));
    await resolveUnmatched({ tx, actor: world.second, subject, input, now: world.now });
  });
}
