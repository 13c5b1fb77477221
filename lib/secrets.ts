import { hkdfSync } from 'node:crypto';
import { env } from '@/lib/env';
import { type FieldCipher, makeFieldCipher, parseFieldKeys } from '@/lib/kernel/field-cipher';

let cipher: FieldCipher | undefined;
let pageKeyBytes: Uint8Array | undefined;

/** Seals and opens ID numbers, phones and addresses. */
export function fields(): FieldCipher {
  cipher ??= makeFieldCipher(parseFieldKeys(env.FIELD_KEYS), indexSecret());
  return cipher;
}

/** Keys the digest in the codes on each printed page. */
export function pageKey(): Uint8Array {
  pageKeyBytes ??= new Uint8Array(hkdfSync('sha256', indexSecret(), Buffer.alloc(0), 'page-code', 32));
  return pageKeyBytes;
}

function indexSecret(): Buffer {
  if (env.INDEX_KEY) return Buffer.from(env.INDEX_KEY, 'base64');
  const oldest = parseFieldKeys(env.FIELD_KEYS).at(-1);
  if (!oldest) throw new Error('no field key is set');
  return Buffer.from(hkdfSync('sha256', oldest.secret, Buffer.alloc(0), 'blind-index', 32));
}
