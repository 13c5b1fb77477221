import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import { closeOrder } from '@/lib/payments/close-order';
import { lockOrderOfApplication } from '@/lib/payments/lock-order';
import type { LoadedApplication } from './lock-application';
import { moveApplication } from './move-application';

/** Ends a submitted, unpaid application for good, and its order with it; the unit's order goes on for the others. */
export async function withdrawApplication({
  tx,
  actor,
  subject: application,
  input: { reason },
  now,
}: Step<Transaction, LoadedApplication, { reason: string }>): Promise<void> {
  const order = await lockOrderOfApplication(tx, application.id);
  if (order && !order.unitId) await closeOrder({ tx, actor, order, reason: '申请人撤回申报。', now });
  await moveApplication({ tx, actor, application, move: 'withdraw', now, note: reason });
}
