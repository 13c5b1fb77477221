import type { Transaction } from '@/lib/db/transaction';
import { removeFile } from '@/lib/files/remove-file';
import { NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { LoadedApplication } from './lock-application';

/** Takes back a page that was uploaded and not yet handed in. */
export async function removeScan({
  tx,
  actor,
  subject: application,
  input,
  now,
}: Step<Transaction, LoadedApplication, { id: string }>): Promise<void> {
  const file = await tx.storedFile.findUnique({ where: { id: input.id } });
  if (!file || file.applicationId !== application.id || file.purpose !== 'STAMPED_FORM') throw new NotFoundError('file');
  await removeFile({ tx, actor, file, now });
}
