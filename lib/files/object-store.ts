import type { Readable } from 'node:stream';

export interface StoredObject {
  bytes: number;
  sha256: string;
}

/** First and last byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where the bytes of files live. Keys are lower-case letters, digits, `-`, `.` and `/`. */
export interface ObjectStore {
  put(key: string, source: Readable): Promise<StoredObject>;
  /** Fails with ObjectMissingError when there is no such object. */
  get(key: string, range?: ByteRange): Promise<Readable>;
  head(key: string): Promise<{ bytes: number } | null>;
  /** Deleting what is not there is no error. */
  delete(key: string): Promise<void>;
  /** Where the bytes lie on this machine; a store elsewhere has no such place. */
  pathOf?(key: string): string;
}

export class ObjectMissingError extends Error {
  constructor(key: string) {
    super(`no object ${key}`);
    this.name = 'ObjectMissingError';
  }
}

const keyForm = /^[a-z0-9][a-z0-9.-]*(?:\/[a-z0-9][a-z0-9.-]*)*$/;

/** Keys are made by this program only; a strange one is a bug, not a request. */
export function checkKey(key: string): string {
  if (key.length > 200 || !keyForm.test(key) || key.includes('..')) throw new Error('unsafe object key');
  return key;
}
