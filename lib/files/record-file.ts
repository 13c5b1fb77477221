import { recordEvent } from '@/lib/audit/record-event';
import type { Prisma, StoredFile } from '@/lib/db/generated/client';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';

export interface FileToRecord {
  actor: Actor;
  row: Omit<Prisma.StoredFileCreateManyInput, 'uploadedById' | 'createdAt'> & { id: string };
  now: Date;
  refusalCode?: string;
  /** What else follows from a file that is new, in the same transaction. */
  recorded?: (tx: Transaction, file: StoredFile) => Promise<void>;
}

/** One row and one event an upload, however often and wherever it is finished. */
export async function recordFile({ actor, row, now, refusalCode, recorded }: FileToRecord): Promise<StoredFile> {
  const { personId } = actor;
  if (!personId) throw new Error('only a person uploads');
  return inTransaction(async (tx) => {
    const data = { ...row, uploadedById: personId, createdAt: now };
    const { count } = await tx.storedFile.createMany({ data, skipDuplicates: true });
    if (count === 1) {
      await recordEvent(tx, {
        stream: row.applicationId ? `application:${row.applicationId}` : `person:${row.ownerId}`,
        name: refusalCode ? 'file_refused' : 'file_uploaded',
        actor,
        at: now,
        data: {
          fileId: row.id,
          purpose: row.purpose,
          ...(refusalCode ? { refusalCode } : { bytes: row.bytes, sha256: row.sha256, pages: row.pages ?? 1 }),
        },
      });
    }
    const file = await tx.storedFile.findUniqueOrThrow({ where: { id: row.id } });
    if (count === 1) await recorded?.(tx, file);
    return file;
  });
}
