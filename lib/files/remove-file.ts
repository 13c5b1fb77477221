import { recordEvent } from '@/lib/audit/record-event';
import type { StoredFile } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';

interface Removal {
  tx: Transaction;
  actor: Actor;
  file: StoredFile;
  now: Date;
}

/** Takes a file out of sight at once; its bytes go some days later. What was handed in with a stamp stays. */
export async function removeFile({ tx, actor, file, now }: Removal): Promise<void> {
  const handedIn = await tx.stampedFormSheet.count({ where: { sheet: { fileId: file.id } } });
  if (handedIn > 0) throw new DomainError('FILE_HANDED_IN', '这个文件已随盖章件提交，不能删除。');
  const { count } = await tx.storedFile.updateMany({ where: { id: file.id, deletedAt: null }, data: { deletedAt: now } });
  if (count === 0) return;
  await tx.scannedSheet.updateMany({ where: { fileId: file.id, removedAt: null }, data: { removedAt: now } });
  await recordEvent(tx, {
    stream: file.applicationId ? `application:${file.applicationId}` : `person:${file.ownerId}`,
    name: 'file_removed',
    actor,
    at: now,
    data: { fileId: file.id, purpose: file.purpose, sha256: file.sha256 },
  });
}
