import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { env } from '@/lib/env';
import { openStore } from './open-store';

export const workFolders = (): string => path.join(/*turbopackIgnore: true*/ env.dataDirectory, 'work');

/** A folder for one piece of work, gone when the work is done. */
export async function inWorkFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = path.join(/*turbopackIgnore: true*/ workFolders(), randomUUID());
  await mkdir(/*turbopackIgnore: true*/ folder, { recursive: true, mode: 0o700 });
  try {
    return await work(folder);
  } finally {
    await rm(/*turbopackIgnore: true*/ folder, { recursive: true, force: true });
  }
}

/** A path at which the checking process can read a stored object. */
export async function localCopy(storageKey: string, folder: string): Promise<string> {
  const store = openStore();
  if (store.pathOf) return store.pathOf(storageKey);
  const copy = path.join(/*turbopackIgnore: true*/ folder, randomUUID());
  await pipeline(await store.get(storageKey), createWriteStream(/*turbopackIgnore: true*/ copy));
  return copy;
}
