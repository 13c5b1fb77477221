import type { StoredFile } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { enqueue } from '@/lib/jobs/enqueue';
import { fileSheets } from './file-sheets';

/** What follows from a file's arrival, in the transaction that records it: the sheets of a stamped scan are filed. */
export const noteUpload =
  (now: Date) =>
  async (tx: Transaction, file: StoredFile): Promise<void> => {
    const { purpose, applicationId, status } = file;
    if (purpose === 'UNIT_SCAN' && status === 'CLEAN') await enqueue(tx, 'batches.read', { fileId: file.id }, { now });
    if (purpose !== 'STAMPED_FORM' || status !== 'CLEAN' || !applicationId) return;
    await fileSheets(tx, { file, applicationIds: [applicationId], now });
  };
