import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer, text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { localStore } from './local-store';
import { ObjectMissingError, type ObjectStore } from './object-store';

let folder: string;
let store: ObjectStore;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'store-'));
  store = localStore(folder);
});
afterEach(async () => rm(folder, { recursive: true, force: true }));

async function* failing() {
  yield Buffer.from('half');
  throw new Error('cut off');
}

describe('the store on disk', () => {
  it('gives back what was put, with its length and hash', async () => {
    const bytes = Buffer.alloc(300_000, 'x');
    const put = await store.put('files/a.pdf', Readable.from([bytes]));
    expect(put).toEqual({ bytes: 300_000, sha256: createHash('sha256').update(bytes).digest('hex') });
    expect(await store.head('files/a.pdf')).toEqual({ bytes: 300_000 });
    expect(await buffer(await store.get('files/a.pdf'))).toEqual(bytes);
  });

  it('gives a part', async () => {
    await store.put('a', Readable.from(['0123456789']));
    expect(await text(await store.get('a', { start: 2, end: 4 }))).toBe('234');
  });

  it('keeps the old object whole until the new one is', async () => {
    await store.put('a', Readable.from(['first']));
    await expect(store.put('a', Readable.from(failing()))).rejects.toThrow('cut off');
    expect(await text(await store.get('a'))).toBe('first');
    expect(await readdir(folder)).toEqual(['a']);
  });

  it('survives being opened anew', async () => {
    await store.put('files/x/y.jpg', Readable.from(['kept']));
    expect(await text(await localStore(folder).get('files/x/y.jpg'))).toBe('kept');
  });

  it('says plainly that there is no such object', async () => {
    expect(await store.head('none')).toBeNull();
    await expect(store.get('none')).rejects.toBeInstanceOf(ObjectMissingError);
    await expect(store.delete('none')).resolves.toBeUndefined();
  });

  it.each(['../a', '/etc/passwd', 'a/../b', 'a//b', 'a\\b', '.a', 'a/', '', 'A', 'a\0b', 'x'.repeat(201)])(
    'refuses the key %j',
    async (key) => {
      await expect(store.put(key, Readable.from(['x']))).rejects.toThrow('unsafe object key');
      await expect(store.get(key)).rejects.toThrow('unsafe object key');
    },
  );
});
