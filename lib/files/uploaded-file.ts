import type { StoredFile } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { FilePurpose } from './purposes';

interface Wanted {
  actor: Actor;
  /** The same as the upload's id. */
  fileId: string;
  purpose: FilePurpose;
  applicationId: string | null;
}

/** The file that this person has uploaded for this purpose, ready to be attached; a refused one answers with its sentence. */
export async function uploadedFile(tx: Transaction, { actor, fileId, purpose, applicationId }: Wanted): Promise<StoredFile> {
  const file = await tx.storedFile.findUnique({ where: { id: fileId } });
  const fits = file && file.purpose === purpose && file.applicationId === applicationId;
  if (!fits || file.uploadedById !== actor.personId || file.deletedAt) throw new NotFoundError('file');
  if (file.status !== 'CLEAN') throw new DomainError('FILE_REFUSED', file.refusal ?? '文件没有通过检查，请重新上传。');
  return file;
}
