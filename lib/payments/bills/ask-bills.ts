import type { Transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';

/** Has every bill that is due asked for now, instead of at the next full half hour. */
export function askBills({ tx, now }: { tx: Transaction; now: Date }): Promise<void> {
  return enqueue(tx, 'payments.reconcile-bills', {}, { now, onceKey: 'asked' });
}
