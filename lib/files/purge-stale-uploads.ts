import { readdir, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { db } from '@/lib/db/client';
import { openStore } from './open-store';
import { pictureKey, pictureSizes, type PictureSize } from './page-picture';
import { partialDirectory, partialLifeMs } from './partial-uploads';
import { dropCrops } from './sheet-crops';
import { workFolders } from './work-folder';

const workLifeMs = 60 * 60_000;
const removedLifeMs = 7 * 24 * 60 * 60_000;
const sizes = Object.keys(pictureSizes) as PictureSize[];

/** Uploads that nobody went on with, folders of work that was cut off, and the bytes of files removed a week ago. */
export async function purgeStaleUploads(now: Date): Promise<void> {
  await purgeOlder(partialDirectory(), partialLifeMs);
  await purgeOlder(workFolders(), workLifeMs);
  await purgeRemoved(now);
}

/** The disk keeps real time, whatever the app's clock says. */
async function purgeOlder(folder: string, lifeMs: number): Promise<void> {
  for (const name of (await unlessGone(() => readdir(folder))) ?? []) {
    const entry = path.join(folder, name);
    const found = await unlessGone(() => stat(entry));
    if (found && Date.now() - found.mtimeMs > lifeMs) await rm(entry, { recursive: true, force: true });
  }
}

async function purgeRemoved(now: Date): Promise<void> {
  const before = new Date(now.getTime() - removedLifeMs);
  const removed = await db.storedFile.findMany({
    where: { deletedAt: { lt: before }, storageKey: { startsWith: 'files/' }, sheets: { none: { stampedForms: { some: {} } } } },
    include: { sheets: { select: { id: true, findings: true } } },
    take: 500,
  });
  const store = openStore();
  for (const file of removed) {
    for (let page = 1; page <= file.pages; page++) {
      for (const size of sizes) await store.delete(pictureKey({ file, page, size }));
    }
    for (const sheet of file.sheets) await dropCrops(sheet);
    await store.delete(file.storageKey);
    await db.storedFile.update({ where: { id: file.id }, data: { storageKey: `purged/${file.id}` } });
  }
}

/** Uploads end and folders go while this looks at them. */
async function unlessGone<Result>(look: () => Promise<Result>): Promise<Result | null> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
