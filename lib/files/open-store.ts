import path from 'node:path';
import { env } from '@/lib/env';
import { localStore } from './local-store';
import type { ObjectStore } from './object-store';

let opened: ObjectStore | undefined;

/** The store that the settings name. */
export function openStore(): ObjectStore {
  opened ??= makeStore();
  return opened;
}

function makeStore(): ObjectStore {
  if (env.STORAGE === 'local') return localStore(path.join(/*turbopackIgnore: true*/ env.dataDirectory, 'files'));
  throw new Error('STORAGE=s3 has no adapter in this version: use STORAGE=local');
}
