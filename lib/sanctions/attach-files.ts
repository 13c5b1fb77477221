import type { StoredFile } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { removeFile } from '@/lib/files/remove-file';
import { uploadedFile } from '@/lib/files/uploaded-file';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';

export type SanctionFilePurpose = 'SANCTION_EVIDENCE' | 'SANCTION_APPEAL';

interface ToAttach {
  tx: Transaction;
  actor: Actor;
  fileIds: readonly string[];
  to: { sanctionId: string; appealId?: string };
}

/** Files that this person has uploaded belong to the sanction, or to an appeal against it, from now on. */
export async function attachFiles({ tx, actor, fileIds, to }: ToAttach): Promise<void> {
  const purpose = to.appealId ? 'SANCTION_APPEAL' : 'SANCTION_EVIDENCE';
  for (const [position, fileId] of fileIds.entries()) {
    await uploadedFile(tx, { actor, fileId, purpose, applicationId: null });
    const { count } = await tx.sanctionFile.createMany({ data: { fileId, position, ...to }, skipDuplicates: true });
    if (count === 0) throw new DomainError('FILE_TAKEN', '有文件已经用在另一项处理中，请刷新页面后重新上传。');
  }
}

export const isSanctionFile = (purpose: string): purpose is SanctionFilePurpose =>
  purpose === 'SANCTION_EVIDENCE' || purpose === 'SANCTION_APPEAL';

/** An uploaded file that belongs to nothing yet, held; only whoever uploaded it has it. */
export async function lockLooseFile(tx: Transaction, { id }: { id: string }, actor: Actor): Promise<StoredFile> {
  await tx.$executeRaw`SELECT 1 FROM "StoredFile" WHERE id = ${id}::uuid FOR UPDATE`;
  const file = await tx.storedFile.findUnique({ where: { id }, include: { sanctioned: true } });
  if (!file || !isSanctionFile(file.purpose) || file.uploadedById !== actor.personId) throw new NotFoundError('file');
  if (file.sanctioned) throw new DomainError('FILE_HANDED_IN', '这个文件已经提交，不能删除。');
  return file;
}

export const removeLooseFile = ({ tx, actor, subject, now }: Step<Transaction, StoredFile, unknown>): Promise<void> =>
  removeFile({ tx, actor, file: subject, now });
