import { randomUUID } from 'node:crypto';
import type { StoredFile } from '@/lib/db/generated/client';
import { finishUpload } from '@/lib/files/finish-upload';
import { DomainError } from '@/lib/kernel/domain-error';
import { admitUpload, type WantedUpload } from './admit-upload';
import { noteUpload } from './note-upload';

interface WholeUpload extends WantedUpload {
  /** The bytes, already on this machine's disk. */
  path: string;
  name: string;
}

/** A file that came in one piece (a plain form, a cropped photo): the same judgement, limits and checks as a resumable one. */
export async function receiveUpload({ path, name, ...wanted }: WholeUpload): Promise<StoredFile> {
  const { actor, purpose, applicationId = null, batchId = null, now } = wanted;
  const { ownerId } = await admitUpload(wanted);
  const upload = { id: randomUUID(), path, name, purpose, applicationId, batchId, ownerId };
  const file = await finishUpload({ actor, upload, now, recorded: noteUpload(now) });
  if (file.refusal) throw new DomainError('FILE_REFUSED', file.refusal);
  return file;
}
