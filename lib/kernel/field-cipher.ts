import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

export interface FieldKey {
  id: string;
  /** 32 bytes. */
  secret: Buffer;
}

export interface FieldCipher {
  /** `keyId.base64url(iv | tag | ciphertext)`, AES-256-GCM under the newest key. */
  seal(text: string): string;
  /** Opens what any known key sealed; throws on a wrong key or a changed byte. */
  open(sealed: string): string;
  /** Deterministic keyed digest for look-up; does not change when field keys rotate. */
  index(purpose: string, text: string): string;
  isSealedByNewest(sealed: string): boolean;
}

/** The first field key seals; all of them open. The index key stays for good. */
export function makeFieldCipher(keys: readonly FieldKey[], indexSecret: Buffer): FieldCipher {
  const newest = keys[0];
  if (!newest) throw new Error('no field key is set');
  const byId = new Map(keys.map((key) => [key.id, derive(key.secret)]));
  const sealingKey = derive(newest.secret);

  return {
    seal(text) {
      const iv = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealingKey, iv);
      cipher.setAAD(Buffer.from(newest.id));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return `${newest.id}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    open(sealed) {
      const dot = sealed.indexOf('.');
      const id = sealed.slice(0, dot);
      const key = byId.get(id);
      if (!key) throw new Error(`field key ${id} is not known`);
      const bytes = Buffer.from(sealed.slice(dot + 1), 'base64url');
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12));
      decipher.setAAD(Buffer.from(id));
      decipher.setAuthTag(bytes.subarray(12, 28));
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
    },
    index(purpose, text) {
      return createHmac('sha256', indexSecret).update(`${purpose}\u0000${text}`).digest('base64url');
    },
    isSealedByNewest(sealed) {
      return sealed.startsWith(`${newest.id}.`);
    },
  };
}

function derive(secret: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), 'field-encryption', 32));
}

/** Parses `id:base64,id:base64` (newest first); each secret is 32 bytes. */
export function parseFieldKeys(text: string): FieldKey[] {
  return text.split(',').map((part) => {
    const [id = '', secret = ''] = part.trim().split(':');
    const bytes = Buffer.from(secret, 'base64');
    if (!/^[a-z0-9-]{1,16}$/.test(id) || bytes.length !== 32) {
      throw new Error('FIELD_KEYS must be id:base64 pairs of 32 bytes, newest first');
    }
    return { id, secret: bytes };
  });
}
