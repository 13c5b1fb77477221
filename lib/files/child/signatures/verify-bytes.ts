import { constants, createHash, createPublicKey, getHashes, verify } from 'node:crypto';
import type { Algorithm, HashName } from './algorithms.ts';
import { isSm2Key, verifySm2 } from './sm2.ts';

export type Verification = 'valid' | 'invalid' | 'unsupported';

const shortestRsa = 2048;

export const digestOf = (hash: HashName, data: Uint8Array): Uint8Array => createHash(hash).update(data).digest();

export const knowsHash = (hash: HashName): boolean => getHashes().includes(hash);

/** Whether this key signed these bytes. */
export function verifyBytes(
  algorithm: Algorithm,
  { key, data, signature }: { key: Uint8Array; data: Uint8Array; signature: Uint8Array },
): Verification {
  if (!knowsHash(algorithm.hash)) return 'unsupported';
  if (algorithm.kind === 'sm2') return isSm2Key(key) && verifySm2(key, data, signature) ? 'valid' : 'invalid';
  const publicKey = createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' });
  const { asymmetricKeyType } = publicKey;
  if (algorithm.kind === 'ecdsa') return said(asymmetricKeyType === 'ec' && verify(algorithm.hash, data, publicKey, signature));
  if (asymmetricKeyType !== 'rsa' && asymmetricKeyType !== 'rsa-pss') return 'invalid';
  const isPss = algorithm.kind === 'rsa-pss';
  const padding = isPss ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const saltLength = isPss ? algorithm.saltLength : undefined;
  return said(verify(algorithm.hash, data, { key: publicKey, padding, saltLength }, signature));
}

/** Today anybody can make two documents of one SHA-1, and an RSA key this short can be had. */
export function isWeak(algorithm: Algorithm, key: Uint8Array): boolean {
  if (algorithm.hash === 'sha1') return true;
  if (algorithm.kind !== 'rsa' && algorithm.kind !== 'rsa-pss') return false;
  const { asymmetricKeyDetails } = createPublicKey({ key: Buffer.from(key), format: 'der', type: 'spki' });
  return (asymmetricKeyDetails?.modulusLength ?? 0) < shortestRsa;
}

const said = (isValid: boolean): Verification => (isValid ? 'valid' : 'invalid');
