import type { Transaction } from '@/lib/db/transaction';
import { uploadedFile } from '@/lib/files/uploaded-file';
import type { Step } from '@/lib/kernel/step';
import type { LoadedApplication } from './lock-application';

/** Takes note of a page that has just arrived; it counts from now on by belonging to the application. */
export async function fileScan({
  tx,
  actor,
  subject,
  input: { fileId },
}: Step<Transaction, LoadedApplication, { fileId: string }>): Promise<string> {
  const file = await uploadedFile(tx, { actor, fileId, purpose: 'STAMPED_FORM', applicationId: subject.id });
  return file.id;
}
