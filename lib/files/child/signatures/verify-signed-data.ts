import { child, octetsOf, oidOf, sameBytes, timeOf } from '../asn1/der-values.ts';
import { type DerNode, tags } from '../asn1/read-der.ts';
import { hashOf } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import type { SignedData } from './signed-data.ts';
import { digestOf, isWeak, knowsHash, verifyBytes } from './verify-bytes.ts';

export interface MessageCheck {
  /** What was signed is what lies before us. */
  isDigestValid: boolean;
  /** The key of the signer's certificate signed it. */
  isSignatureValid: boolean;
  /** `unsupported`: nobody here can compute it; `weak`: it proves nothing today. */
  strength: 'good' | 'weak' | 'unsupported';
}

export const attributeOids = {
  contentType: '1.2.840.113549.1.9.3',
  digest: '1.2.840.113549.1.9.4',
  time: '1.2.840.113549.1.9.5',
  certificate: '1.2.840.113549.1.9.16.2.12',
  certificateV2: '1.2.840.113549.1.9.16.2.47',
  timestamp: '1.2.840.113549.1.9.16.2.14',
} as const;

const nothing: MessageCheck = { isDigestValid: false, isSignatureValid: false, strength: 'good' };

/** The mathematics alone: whether one trusts the certificate is another question. */
export function verifySignedData(message: SignedData, content: Uint8Array): MessageCheck {
  const { algorithm, digest, certificate, signedAttributes, signature } = message;
  if (!certificate) return nothing;
  if (!algorithm || !digest || !knowsHash(digest)) return { ...nothing, strength: 'unsupported' };
  const verified = verifyBytes(algorithm, { key: certificate.key, data: signedAttributes ?? content, signature });
  if (verified === 'unsupported') return { ...nothing, strength: 'unsupported' };
  const isSignatureValid = verified === 'valid' && namesItsCertificate(message, certificate);
  return {
    isDigestValid: signedAttributes ? hasDigestOf(message, content) : verified === 'valid',
    isSignatureValid,
    strength: digest === 'sha1' || isWeak(algorithm, certificate.key) ? 'weak' : 'good',
  };
}

function hasDigestOf({ attributes, contentType, digest }: SignedData, content: Uint8Array): boolean {
  const [type, kept] = [attributes.get(attributeOids.contentType), attributes.get(attributeOids.digest)];
  if (!type || !kept || !digest || oidOf(type) !== contentType) return false;
  return sameBytes(octetsOf(kept), digestOf(digest, content));
}

/** Where the signer says by a digest which certificate is his, it is this one and no other with the same key. */
function namesItsCertificate({ attributes }: SignedData, { bytes }: Certificate): boolean {
  const first = attributes.get(attributeOids.certificate);
  const second = attributes.get(attributeOids.certificateV2);
  return (!first || isDigest(first, 'sha1', bytes)) && (!second || isDigest(second, 'sha256', bytes));
}

function isDigest(attribute: DerNode, usual: 'sha1' | 'sha256', bytes: Uint8Array): boolean {
  const { children } = child(child(attribute, 0, tags.sequence), 0, tags.sequence);
  const identifier = children[0]?.tag === tags.sequence ? children[0] : null;
  const hash = identifier ? hashOf(identifier) : usual;
  const kept = children[identifier ? 1 : 0];
  return kept !== undefined && hash !== null && knowsHash(hash) && sameBytes(octetsOf(kept), digestOf(hash, bytes));
}

/** The time that the signer claims. */
export function claimedTime({ attributes }: SignedData): Date | null {
  const time = attributes.get(attributeOids.time);
  return time ? timeOf(time) : null;
}
