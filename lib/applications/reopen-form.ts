import type { Transaction } from '@/lib/db/transaction';
import type { Step } from '@/lib/kernel/step';
import type { LoadedApplication } from './lock-application';
import { moveApplication } from './move-application';

/** Back to filling in. Level and order stay; a scan that was handed in no longer counts. */
export async function reopenForm({
  tx,
  actor,
  subject: application,
  now,
}: Step<Transaction, LoadedApplication, unknown>): Promise<void> {
  await supersedeStampedForms(tx, application.id);
  await moveApplication({ tx, actor, application, move: 'reopen_form', now, set: { hasMaterials: false } });
}

export async function supersedeStampedForms(tx: Transaction, applicationId: string): Promise<void> {
  await tx.stampedForm.updateMany({
    where: { applicationId, status: { in: ['UPLOADED', 'UNIT_CONFIRMED', 'ACCEPTED'] } },
    data: { status: 'SUPERSEDED' },
  });
}
