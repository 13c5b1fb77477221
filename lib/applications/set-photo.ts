import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Transaction } from '@/lib/db/transaction';
import { removeFile } from '@/lib/files/remove-file';
import { inWorkFolder } from '@/lib/files/work-folder';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import type { LoadedApplication } from './lock-application';
import { receiveUpload } from './receive-upload';

interface ArrivedPhoto {
  actor: Actor;
  applicationId: string;
  photo: File | null;
  now: Date;
}

/** Checks and keeps the picture; the one uploaded last is the photo of the application. */
export async function receivePhoto({ actor, applicationId, photo, now }: ArrivedPhoto): Promise<string> {
  if (!photo || photo.size === 0) throw new DomainError('EMPTY', '请先选择照片。', { photo: ['请先选择照片。'] });
  return inWorkFolder(async (folder) => {
    const file = path.join(/*turbopackIgnore: true*/ folder, 'photo');
    await writeFile(/*turbopackIgnore: true*/ file, new Uint8Array(await photo.arrayBuffer()), { mode: 0o600 });
    const wanted = { actor, purpose: 'PHOTO', applicationId, bytes: photo.size, now } as const;
    const stored = await receiveUpload({ ...wanted, path: file, name: photo.name });
    return stored.id;
  });
}

/** Earlier photos go, but for those that a locked form shows. */
export async function setPhoto({
  tx,
  actor,
  subject: application,
  input: { fileId },
  now,
}: Step<Transaction, LoadedApplication, { fileId: string }>): Promise<void> {
  const shown = await tx.formSnapshot.findMany({
    where: { applicationId: application.id },
    select: { photoFileId: true },
  });
  const kept = [fileId, ...shown.flatMap(({ photoFileId }) => photoFileId ?? [])];
  const earlier = await tx.storedFile.findMany({
    where: { applicationId: application.id, purpose: 'PHOTO', deletedAt: null, id: { notIn: kept } },
  });
  for (const file of earlier) await removeFile({ tx, actor, file, now });
  await tx.person.update({ where: { id: application.personId }, data: { photoFileId: fileId } });
}
