import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { checkKey, ObjectMissingError, type ObjectStore, type StoredObject } from './object-store';

/** Objects as files under one directory: written aside, flushed to disk, then renamed into place. */
export function localStore(directory: string): ObjectStore {
  const fileOf = (key: string): string => path.join(/*turbopackIgnore: true*/ directory, checkKey(key));

  return {
    put: async (key, source) => writeWhole(fileOf(key), source),
    get: async (key, range) => {
      const file = fileOf(key);
      if ((await sizeOf(file)) === null) throw new ObjectMissingError(key);
      return createReadStream(/*turbopackIgnore: true*/ file, range);
    },
    head: async (key) => {
      const bytes = await sizeOf(fileOf(key));
      return bytes === null ? null : { bytes };
    },
    delete: async (key) => rm(/*turbopackIgnore: true*/ fileOf(key), { force: true }),
    pathOf: fileOf,
  };
}

async function writeWhole(file: string, source: Readable): Promise<StoredObject> {
  const folder = path.dirname(file);
  const aside = `${file}.${randomUUID()}.part`;
  await mkdir(/*turbopackIgnore: true*/ folder, { recursive: true, mode: 0o700 });
  try {
    const written = await writeFlushed(aside, source);
    await rename(/*turbopackIgnore: true*/ aside, file);
    await flushFolder(folder);
    return written;
  } catch (error) {
    await rm(/*turbopackIgnore: true*/ aside, { force: true });
    throw error;
  }
}

async function writeFlushed(file: string, source: Readable): Promise<StoredObject> {
  const hash = createHash('sha256');
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      bytes += chunk.length;
      done(null, chunk);
    },
  });
  const handle = await open(/*turbopackIgnore: true*/ file, 'wx', 0o600);
  await pipeline(source, measure, handle.createWriteStream({ flush: true }));
  return { bytes, sha256: hash.digest('hex') };
}

/** A rename survives a power cut only when its folder is flushed too; some systems cannot open a folder. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(/*turbopackIgnore: true*/ folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function sizeOf(file: string): Promise<number | null> {
  try {
    const found = await stat(/*turbopackIgnore: true*/ file);
    return found.isFile() ? found.size : null;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return null;
    throw error;
  }
}
