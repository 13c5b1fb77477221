import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import type { LoadedApplication } from './lock-application';
import { moveApplication } from './move-application';

/** Only a draft that was never submitted gives the cycle back to its person. */
export async function discardDraft({
  tx,
  actor,
  subject: application,
  now,
}: Step<Transaction, LoadedApplication, unknown>): Promise<void> {
  await moveApplication({ tx, actor, application, move: 'discard_draft', now, set: { releasedAt: now } });
}
