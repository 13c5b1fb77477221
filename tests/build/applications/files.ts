import { createHash, randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { attachEvidence } from '@/lib/applications/attach-evidence';
import { noteUpload } from '@/lib/applications/note-upload';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { FilePurpose, StoredFile } from '@/lib/db/generated/client';
import { openStore } from '@/lib/files/open-store';
import type { Actor } from '@/lib/kernel/actor';
import { act } from './act';

interface Place {
  actor: Actor;
  applicationId: string;
  now: Date;
}

interface FileWish {
  purpose: FilePurpose;
  name: string;
  content: Buffer;
  pages?: number;
  pageCodes?: string[][];
}

/** A file that has been uploaded and found clean. */
export async function storedFile({ actor, applicationId, now }: Place, wish: FileWish): Promise<StoredFile> {
  const { purpose, name, content, pages = 1, pageCodes = [] } = wish;
  const id = randomUUID();
  const storageKey = `files/${id}/${randomUUID()}.jpg`;
  await openStore().put(storageKey, Readable.from([content]));
  const { personId: ownerId } = await db.application.findUniqueOrThrow({ where: { id: applicationId } });
  return db.storedFile.create({
    data: {
      id,
      ownerId,
      uploadedById: actor.personId ?? '',
      applicationId,
      purpose,
      storageKey,
      name,
      mediaType: 'image/jpeg',
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
      pages,
      pageCodes,
      status: 'CLEAN',
      createdAt: now,
    },
  });
}

let portrait: Promise<Buffer> | undefined;

const plainPortrait = (): Promise<Buffer> => {
  portrait ??= sharp({ create: { width: 295, height: 413, channels: 3, background: '#dbe7f3' } }).jpeg().toBuffer();
  return portrait;
};

export async function storedPhoto(place: Place): Promise<StoredFile> {
  return storedFile(place, { purpose: 'PHOTO', name: '证件照.jpg', content: await plainPortrait() });
}

export async function storedEvidence(place: Place, rowId: string): Promise<StoredFile> {
  const file = await storedFile(place, { purpose: 'EVIDENCE', name: '获奖证书.jpg', content: await plainPortrait() });
  const input = { section: 'achievements', rowId, fileId: file.id } as const;
  await act(attachEvidence, { ...place, ability: 'edit_form', input });
  return file;
}

/** Uploaded pages whose codes read as given, and against which the examination found nothing. */
export async function storedScan(place: Place, pageCodes: string[][], name = '盖章扫描件.pdf'): Promise<StoredFile> {
  const content = Buffer.from(`scan ${randomUUID()}`);
  const file = await storedFile(place, { purpose: 'STAMPED_FORM', name, content, pages: pageCodes.length, pageCodes });
  await inTransaction((tx) => noteUpload(place.now)(tx, file));
  await db.scannedSheet.updateMany({
    where: { fileId: file.id, examinedAt: null },
    data: { lamp: 'GREEN', examinedAt: place.now },
  });
  return file;
}
