import { child, oidOf, smallInteger, tagged } from '../asn1/der-values.ts';
import type { DerNode } from '../asn1/read-der.ts';

export type HashName = 'sha1' | 'sha256' | 'sha384' | 'sha512' | 'sm3';

const hashes: Record<string, HashName> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '1.2.156.10197.1.401': 'sm3',
};

export type Algorithm =
  | { kind: 'rsa'; hash: HashName }
  | { kind: 'rsa-pss'; hash: HashName; saltLength: number }
  | { kind: 'ecdsa'; hash: HashName }
  | { kind: 'sm2'; hash: 'sm3' };

const withHash: Record<string, Algorithm> = {
  '1.2.840.113549.1.1.5': { kind: 'rsa', hash: 'sha1' },
  '1.2.840.113549.1.1.11': { kind: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.1': { kind: 'ecdsa', hash: 'sha1' },
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', hash: 'sha512' },
  '1.2.156.10197.1.501': { kind: 'sm2', hash: 'sm3' },
  '1.2.156.10197.1.301.1': { kind: 'sm2', hash: 'sm3' },
};

const rsaKey = '1.2.840.113549.1.1.1';
const rsaPss = '1.2.840.113549.1.1.10';
const ecKey = '1.2.840.10045.2.1';

/** From an AlgorithmIdentifier; null for what nobody here knows. */
export const hashOf = (identifier: DerNode): HashName | null => hashes[oidOf(child(identifier, 0))] ?? null;

/** How a signature was made. Where its identifier names the key alone, the digest's says the rest. */
export function algorithmOf(identifier: DerNode, digest: HashName | null): Algorithm | null {
  const oid = oidOf(child(identifier, 0));
  if (oid === rsaPss) return pssOf(identifier.children[1]);
  if (oid === rsaKey && digest && digest !== 'sm3') return { kind: 'rsa', hash: digest };
  if (oid === ecKey && digest === 'sm3') return { kind: 'sm2', hash: 'sm3' };
  if (oid === ecKey && digest) return { kind: 'ecdsa', hash: digest };
  return withHash[oid] ?? null;
}

/** Both hashes of the padding must be one and the same. */
function pssOf(parameters: DerNode | undefined): Algorithm | null {
  const parts = parameters?.children ?? [];
  const [hashPart, maskPart, saltPart] = [tagged(parts, 0), tagged(parts, 1), tagged(parts, 2)];
  const hash = hashPart ? hashOf(child(hashPart, 0)) : 'sha1';
  const mask = maskPart ? hashOf(child(child(maskPart, 0), 1)) : 'sha1';
  if (!hash || hash !== mask) return null;
  return { kind: 'rsa-pss', hash, saltLength: smallInteger(saltPart?.children[0], 20) };
}

const hashWords: Record<HashName, string> = { sha1: 'SHA-1', sha256: 'SHA-256', sha384: 'SHA-384', sha512: 'SHA-512', sm3: 'SM3' };
const kindWords: Record<Algorithm['kind'], string> = { rsa: 'RSA', 'rsa-pss': 'RSA-PSS', ecdsa: 'ECDSA', sm2: 'SM2' };

export const algorithmWords = ({ kind, hash }: Algorithm): string => `${kindWords[kind]} / ${hashWords[hash]}`;
