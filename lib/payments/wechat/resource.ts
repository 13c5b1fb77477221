import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** The encrypted part of a notice: AES-256-GCM under the merchant's APIv3 key, the tag behind the text. */
export interface SealedResource {
  algorithm: string;
  ciphertext: string;
  associated_data?: string | undefined;
  nonce: string;
}

export const resourceAlgorithm = 'AEAD_AES_256_GCM';
const tagBytes = 16;

export function sealResource(text: string, key: string, associated: string, nonce = freshNonce()): SealedResource {
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'utf8'), Buffer.from(nonce, 'utf8'));
  cipher.setAAD(Buffer.from(associated, 'utf8'));
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return { algorithm: resourceAlgorithm, ciphertext: sealed.toString('base64'), associated_data: associated, nonce };
}

/** Null when the text was altered, or sealed under another key. */
export function openResource(sealed: SealedResource, key: string): string | null {
  const bytes = Buffer.from(sealed.ciphertext, 'base64');
  if (sealed.algorithm !== resourceAlgorithm || bytes.length < tagBytes || sealed.nonce.length !== 12) return null;
  try {
    const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'utf8'), Buffer.from(sealed.nonce, 'utf8'), {
      authTagLength: tagBytes,
    });
    decipher.setAAD(Buffer.from(sealed.associated_data ?? '', 'utf8'));
    decipher.setAuthTag(bytes.subarray(-tagBytes));
    return decipher.update(bytes.subarray(0, -tagBytes), undefined, 'utf8') + decipher.final('utf8');
  } catch {
    return null;
  }
}

const freshNonce = (): string => randomBytes(6).toString('hex');
