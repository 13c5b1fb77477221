import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import { createOrder } from '@/lib/payments/create-order';
import { paymentCloses } from './deadlines';
import { itemTitle } from './item-title';
import type { LoadedApplication } from './lock-application';

/** After an order was closed and the payment window has been opened again: a new one in its place. */
export async function reopenOrder({
  tx,
  actor,
  subject: application,
  now,
}: Step<Transaction, LoadedApplication, unknown>): Promise<void> {
  const { cycle, cycleLevel } = application;
  await createOrder({
    tx,
    actor,
    application,
    payeeId: cycle.associationId,
    title: itemTitle(application),
    feeFen: cycleLevel.feeFen,
    expiresAt: paymentCloses(application),
    now,
  });
}
