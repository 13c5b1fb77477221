import { child, octetsOf, sameBytes, timeOf } from '../asn1/der-values.ts';
import { readDer, tags } from '../asn1/read-der.ts';
import { hashOf } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { judgeChain } from './certificate-chain.ts';
import { type SignedData, readSignedData } from './signed-data.ts';
import { digestOf, knowsHash } from './verify-bytes.ts';
import { verifySignedData } from './verify-signed-data.ts';

const timestampType = '1.2.840.113549.1.9.16.1.4';

export interface Timestamp {
  at: Date;
  authority: Certificate;
}

/** The time that an authority we trust has put on these bytes (RFC 3161); null where it proves nothing. */
export function provenTime(token: Uint8Array, stamped: Uint8Array, anchors: readonly Certificate[]): Timestamp | null {
  const message = readSignedData(token);
  const { content, certificate } = message;
  if (message.contentType !== timestampType || !content || !certificate) return null;
  const check = verifySignedData(message, content);
  if (!check.isDigestValid || !check.isSignatureValid || check.strength !== 'good') return null;
  const at = timeFor(content, stamped);
  return at && isTrusted(message, certificate, { anchors, at }) ? { at, authority: certificate } : null;
}

/** TSTInfo: version, policy, what was stamped, serial number, time. */
function timeFor(content: Uint8Array, stamped: Uint8Array): Date | null {
  const info = readDer(content);
  const imprint = child(info, 2, tags.sequence);
  const hash = hashOf(child(imprint, 0));
  if (!hash || hash === 'sha1' || !knowsHash(hash)) return null;
  return sameBytes(octetsOf(child(imprint, 1)), digestOf(hash, stamped)) ? timeOf(child(info, 4)) : null;
}

const isTrusted = (
  { certificates: others }: SignedData,
  certificate: Certificate,
  { anchors, at }: { anchors: readonly Certificate[]; at: Date },
): boolean => judgeChain({ certificate, others, anchors, purpose: 'timestamp', at: [at] }).status === 'trusted';
