import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { db } from '@/lib/db/client';
import type { StoredFile } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { type CheckedUpload, checkSignatures, checkUpload } from './check-upload';
import { liveAnchors } from './electronic-seals/trust-anchors';
import { openStore } from './open-store';
import { type FilePurpose, purposeRules } from './purposes';
import { type FileToRecord, recordFile } from './record-file';
import { refusalSentence } from './refusals';
import { safeFileName } from './safe-file-name';
import { inWorkFolder } from './work-folder';

export interface ArrivedUpload {
  /** Becomes the id of the stored file: an upload finished twice is one file. */
  id: string;
  path: string;
  /** As the person's device called it. */
  name: string;
  purpose: FilePurpose;
  applicationId: string | null;
  batchId: string | null;
  ownerId: string;
}

interface Finishing {
  actor: Actor;
  upload: ArrivedUpload;
  now: Date;
  recorded?: FileToRecord['recorded'];
}

const kept = globalThis as { finishingUploads?: Map<string, Promise<StoredFile>> };

/** After the last byte: checked, kept in the store, recorded. A refused file is recorded with its sentence and not kept. */
export async function finishUpload(finishing: Finishing): Promise<StoredFile> {
  const { upload } = finishing;
  kept.finishingUploads ??= new Map();
  const running = kept.finishingUploads.get(upload.id);
  if (running) return running;
  const work = finishOnce(finishing);
  kept.finishingUploads.set(upload.id, work);
  try {
    return await work;
  } finally {
    kept.finishingUploads.delete(upload.id);
  }
}

async function finishOnce(finishing: Finishing): Promise<StoredFile> {
  const known = await db.storedFile.findUnique({ where: { id: finishing.upload.id } });
  if (known) return known;
  return inWorkFolder(async (folder) => {
    const { path: source, purpose } = finishing.upload;
    const output = path.join(/*turbopackIgnore: true*/ folder, 'checked');
    const checked = await checkUpload({ source, output, purpose, name: await nameToLookFor(finishing.upload) });
    return checked.outcome === 'refused' ? recordRefusal(finishing, checked) : keep(finishing, checked);
  });
}

/** A proof that has a text names the person whom it is about. */
async function nameToLookFor({ purpose, ownerId }: ArrivedUpload): Promise<string | undefined> {
  if (purpose !== 'EVIDENCE') return undefined;
  const owner = await db.person.findUnique({ where: { id: ownerId }, select: { name: true } });
  return owner?.name;
}

async function keep(finishing: Finishing, checked: CheckedUpload & { outcome: 'accepted' }): Promise<StoredFile> {
  const { upload, ...by } = finishing;
  const { file, extension, mediaType, pages, pageFacts, pageCodes } = checked;
  const signatures = checked.isSigned ? await checkSignatures(file, { anchors: await liveAnchors(), at: by.now }) : undefined;
  const store = openStore();
  const storageKey = `files/${upload.id}/${randomUUID()}.${extension}`;
  const stored = await store.put(storageKey, createReadStream(/*turbopackIgnore: true*/ file));
  const name = safeFileName(upload.name, { fallback: purposeRules[upload.purpose].label, extension });
  const row = { ...rowOf(upload), name, storageKey, mediaType, pages, pageCodes, pageFacts, signatures, ...stored, status: 'CLEAN' as const };
  const recorded = await recordFile({ ...by, row });
  if (recorded.storageKey !== storageKey) await store.delete(storageKey);
  return recorded;
}

async function recordRefusal(
  { actor, upload, now }: Finishing,
  checked: CheckedUpload & { outcome: 'refused' },
): Promise<StoredFile> {
  const row = {
    ...rowOf(upload),
    name: safeFileName(upload.name, { fallback: purposeRules[upload.purpose].label }),
    storageKey: `refused/${upload.id}`,
    mediaType: 'application/octet-stream',
    bytes: 0,
    sha256: '',
    pages: 0,
    pageCodes: [],
    status: 'REFUSED' as const,
    refusal: refusalSentence(checked),
  };
  return recordFile({ actor, row, now, refusalCode: checked.code });
}

const rowOf = ({ path: _path, name: _name, ...row }: ArrivedUpload) => row;
