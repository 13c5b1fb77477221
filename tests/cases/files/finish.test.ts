import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { env } from '@/lib/env';
import { finishUpload } from '@/lib/files/finish-upload';
import { openStore } from '@/lib/files/open-store';
import { pagePicture } from '@/lib/files/page-picture';
import { partialDirectory } from '@/lib/files/partial-uploads';
import { purgeStaleUploads } from '@/lib/files/purge-stale-uploads';
import { recordFile } from '@/lib/files/record-file';
import { removeFile } from '@/lib/files/remove-file';
import { uploadedFile } from '@/lib/files/uploaded-file';
import type { Actor } from '@/lib/kernel/actor';
import { manyPages, onePage } from '@/tests/build/hostile/pdf-parts';
import { arrived } from '@/tests/build/uploads/arrived';

const now = new Date('2025-02-10T02:00:00Z');
const ownerId = randomUUID();
const actor: Actor = { personId: ownerId, name: '示例', role: 'APPLICANT', associationId: null, unitId: null, sessionId: null };
const hashOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const eventsOf = (fileId: string, name: string) =>
  db.auditEvent.findMany({ where: { name, data: { path: ['fileId'], equals: fileId } } });

it('keeps a PDF as it came, records it once and tells it once', async () => {
  const bytes = manyPages(3);
  const upload = await arrived({ ownerId, bytes });
  const file = await finishUpload({ actor, upload, now });
  expect(file).toMatchObject({ id: upload.id, status: 'CLEAN', pages: 3, mediaType: 'application/pdf', sha256: hashOf(bytes) });
  expect(await buffer(await openStore().get(file.storageKey))).toEqual(bytes);
  expect(await finishUpload({ actor, upload, now })).toEqual(file);
  expect(await eventsOf(file.id, 'file_uploaded')).toHaveLength(1);
});

it('keeps a portrait as the print needs it, whatever the browser sent', async () => {
  const bytes = await sharp({ create: { width: 900, height: 1600, channels: 4, background: '#33669980' } }).png().toBuffer();
  const upload = await arrived({ ownerId, bytes, purpose: 'PHOTO', name: 'me.png' });
  const file = await finishUpload({ actor, upload, now });
  const kept = await buffer(await openStore().get(file.storageKey));
  expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', width: 295, height: 413 });
  expect(kept.length).toBeLessThanOrEqual(190 * 1024);
  expect(file).toMatchObject({ name: 'me.jpg', bytes: kept.length, sha256: hashOf(kept) });
});

it('makes one row of two finishes that do not know of each other', async () => {
  const id = randomUUID();
  const rowOf = (storageKey: string) => ({
    id,
    ownerId,
    purpose: 'EVIDENCE' as const,
    storageKey,
    name: 'a.pdf',
    mediaType: 'application/pdf',
    bytes: 1,
    sha256: 'x',
    status: 'CLEAN' as const,
  });
  const files = await Promise.all(['one', 'two'].map((key) => recordFile({ actor, row: rowOf(`files/${id}/${key}`), now })));
  expect(files[0]).toEqual(files[1]);
  expect(await eventsOf(id, 'file_uploaded')).toHaveLength(1);
});

it('records a refusal with its sentence and answers with it where the file is wanted', async () => {
  const upload = await arrived({ ownerId, bytes: Buffer.from('not a picture') });
  const file = await finishUpload({ actor, upload, now });
  expect(file).toMatchObject({ status: 'REFUSED', refusal: '这不是图片或 PDF 文件，请上传 JPEG、PNG 图片或 PDF。' });
  expect(await eventsOf(file.id, 'file_refused')).toMatchObject([{ data: { refusalCode: 'UNKNOWN_TYPE' } }]);
  const wanted = { actor, fileId: file.id, purpose: 'EVIDENCE', applicationId: null } as const;
  await expect(inTransaction((tx) => uploadedFile(tx, wanted))).rejects.toMatchObject({ sentence: file.refusal });
});

it('gives a file for attaching only to its uploader, its purpose and its application', async () => {
  const applicationId = randomUUID();
  const file = await finishUpload({ actor, upload: await arrived({ ownerId, bytes: onePage(), applicationId }), now });
  const wanted = { actor, fileId: file.id, purpose: 'EVIDENCE' as const, applicationId };
  const find = (more: object) => inTransaction((tx) => uploadedFile(tx, { ...wanted, ...more }));
  expect(await find({})).toMatchObject({ id: file.id });
  await expect(find({ actor: { ...actor, personId: randomUUID() } })).rejects.toThrow('not found');
  await expect(find({ purpose: 'STAMPED_FORM' })).rejects.toThrow('not found');
  await expect(find({ applicationId: randomUUID() })).rejects.toThrow('not found');
});

it('hides a removed file at once and forgets its bytes after a week', async () => {
  const file = await finishUpload({ actor, upload: await arrived({ ownerId, bytes: onePage() }), now });
  await pagePicture({ file, page: 1, size: 'small' });
  await inTransaction((tx) => removeFile({ tx, actor, file, now }));
  const key = file.storageKey;
  const wanted = { actor, fileId: file.id, purpose: 'EVIDENCE', applicationId: null } as const;
  await expect(inTransaction((tx) => uploadedFile(tx, wanted))).rejects.toThrow('not found');
  await purgeStaleUploads(new Date(now.getTime() + 6 * 86_400_000));
  expect(await openStore().head(key)).not.toBeNull();
  await purgeStaleUploads(new Date(now.getTime() + 8 * 86_400_000));
  expect(await openStore().head(key)).toBeNull();
  expect(await openStore().head(`pictures/${file.id}/1-small.jpg`)).toBeNull();
  expect(await eventsOf(file.id, 'file_removed')).toHaveLength(1);
});

it('purges uploads that nobody went on with for a day, and no others', async () => {
  const folder = partialDirectory();
  await mkdir(folder, { recursive: true });
  const [old, young] = [randomUUID(), randomUUID()];
  for (const name of [old, `${old}.json`, young, `${young}.json`]) await writeFile(path.join(folder, name), 'x');
  const before = new Date(Date.now() - 25 * 60 * 60_000);
  for (const name of [old, `${old}.json`]) await utimes(path.join(folder, name), before, before);
  await purgeStaleUploads(now);
  expect((await readdir(folder)).sort()).toEqual([young, `${young}.json`].sort());
});

it('leaves no folder of its work behind', async () => {
  expect(await readdir(path.join(env.dataDirectory, 'work'))).toEqual([]);
});

it('draws a page once and keeps the picture', async () => {
  const file = await finishUpload({ actor, upload: await arrived({ ownerId, bytes: manyPages(2) }), now });
  const first = await pagePicture({ file, page: 2, size: 'large' });
  const picture = await buffer(first.content);
  expect(await sharp(picture).metadata()).toMatchObject({ format: 'jpeg', height: 1800 });
  expect(await buffer((await pagePicture({ file, page: 2, size: 'large' })).content)).toEqual(picture);
  await expect(pagePicture({ file, page: 3, size: 'large' })).rejects.toThrow('not found');
});
