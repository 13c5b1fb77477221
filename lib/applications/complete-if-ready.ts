import type { Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import type { LoadedApplication } from './lock-application';
import { moveApplication } from './move-application';

interface Readiness {
  tx: Transaction;
  /** Locked in this transaction. */
  application: LoadedApplication;
  now: Date;
}

/** Materials and payment may come in either order; whichever is second completes the application (R25). */
export async function completeIfReady({ tx, application, now }: Readiness): Promise<LoadedApplication> {
  const { status, hasMaterials, hasPayment } = application;
  if (status !== 'SUBMITTED' || !hasMaterials || !hasPayment) return application;
  return moveApplication({
    tx,
    actor: systemActor,
    application,
    move: 'complete',
    now,
    set: { completedAt: now, revisionDueAt: null },
  });
}
