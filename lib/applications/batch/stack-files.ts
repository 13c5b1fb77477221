import type { StoredFile } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { removeFile } from '@/lib/files/remove-file';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { LockedBatch } from './lock-batch';

type FileStep = Step<Transaction, LockedBatch, { fileId: string }>;

/** Takes note of a file that has just arrived: it is read by the worker and counts by belonging to the stack. */
export async function noteStackFile(step: FileStep): Promise<string> {
  const file = await fileOf(step);
  if (file.uploadedById !== step.actor.personId || file.deletedAt) throw new NotFoundError('file');
  if (file.status !== 'CLEAN') throw new DomainError('FILE_REFUSED', file.refusal ?? '文件没有通过检查，请重新上传。');
  return file.id;
}

/** Takes a file out of the stack, with all its pages; what was handed in stays. */
export async function removeStackFile(step: FileStep): Promise<void> {
  const { tx, actor, now } = step;
  const file = await fileOf(step);
  await removeFile({ tx, actor, file, now });
}

async function fileOf({ tx, subject, input }: FileStep): Promise<StoredFile> {
  const file = await tx.storedFile.findUnique({ where: { id: input.fileId } });
  if (!file || file.batchId !== subject.id) throw new NotFoundError('file');
  return file;
}
