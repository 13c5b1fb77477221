import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { daysBegun, daysLater } from '@/lib/kernel/dates';
import { completeIfReady } from '../complete-if-ready';
import type { LoadedApplication } from '../lock-application';
import { moveApplication } from '../move-application';

interface Resumption {
  tx: Transaction;
  actor: Actor;
  /** Locked in this transaction. */
  application: LoadedApplication;
  reason: string;
  now: Date;
}

/** Back to where it stood, with the time that it lost; what was paid meanwhile counts (R25). */
export async function resumeApplication({
  tx,
  actor,
  application,
  reason,
  now,
}: Resumption): Promise<LoadedApplication> {
  const moved = await moveApplication({
    tx,
    actor,
    application,
    move: 'unfreeze',
    now,
    note: reason,
    data: { sanctionId: application.frozenById, to: application.frozenFrom },
    set: timeGivenBack(application, now),
  });
  return completeIfReady({ tx, application: moved, now });
}

/** For every day that has begun since it was stopped, the deadlines are a day later. */
export function timeGivenBack(
  { statusSince, daysHeld, revisionDueAt }: LoadedApplication,
  now: Date,
): Prisma.ApplicationUncheckedUpdateManyInput {
  const days = daysBegun(statusSince, now);
  return { daysHeld: daysHeld + days, revisionDueAt: revisionDueAt && daysLater(revisionDueAt, days) };
}
