import { sameBytes } from '../asn1/der-values.ts';
import { orNull } from '../or-null.ts';
import { algorithmOf } from './algorithms.ts';
import { type Certificate, usageBits } from './certificate.ts';
import { isWeak, verifyBytes } from './verify-bytes.ts';

export type ChainStatus = 'trusted' | 'untrusted' | 'incomplete' | 'expired' | 'expired_since' | 'wrong_usage';
export type ChainPurpose = 'sign' | 'timestamp';

interface ChainToJudge {
  certificate: Certificate;
  /** What came along with the signature. */
  others: readonly Certificate[];
  anchors: readonly Certificate[];
  purpose: ChainPurpose;
  /** Moments at which all of it must be in force; the first is when it was signed. */
  at: readonly Date[];
}

interface JudgedChain {
  status: ChainStatus;
  /** The anchor that it leads to. */
  anchor: Certificate | null;
}

const longest = 8;
const mostTries = 200;

/** Whether a certificate leads to an anchor of trust, was in force, and was made for this. Revocation is not asked. */
export function judgeChain({ certificate, others, anchors, purpose, at }: ChainToJudge): JudgedChain {
  if (!isMadeFor(certificate, purpose)) return { status: 'wrong_usage', anchor: null };
  if (!isInForce(certificate, at)) return { status: lapse([certificate], at), anchor: null };
  const search = { others, anchors, tries: 0 };
  const path = pathFrom([certificate], search);
  const anchor = path?.at(-1) ?? null;
  if (!path) return { status: endsInItself(certificate, others) ? 'untrusted' : 'incomplete', anchor: null };
  if (!path.every((one) => isInForce(one, at))) return { status: lapse(path, at), anchor };
  return { status: path.some(({ isBeyondUs }) => isBeyondUs) ? 'untrusted' : 'trusted', anchor };
}

interface Search {
  others: readonly Certificate[];
  anchors: readonly Certificate[];
  tries: number;
}

/** From the signer's certificate up to an anchor. */
function pathFrom(path: readonly Certificate[], search: Search): readonly Certificate[] | null {
  const last = path.at(-1);
  if (!last || path.length > longest) return null;
  if (search.anchors.some(({ sha256 }) => sha256 === last.sha256)) return path;
  for (const issuer of issuersOf(last, path.length - 1, search)) {
    if (path.includes(issuer)) continue;
    const found = pathFrom([...path, issuer], search);
    if (found) return found;
  }
  return null;
}

/** Anchors first. `below` is how many authorities stand between the issuer and the signer. */
const issuersOf = (certificate: Certificate, below: number, search: Search): Certificate[] =>
  [...search.anchors, ...search.others].filter((issuer) => {
    if (!mayIssue(issuer, below) || !sameBytes(issuer.subject, certificate.issuer)) return false;
    search.tries++;
    return search.tries <= mostTries && hasSigned(issuer, certificate);
  });

const mayIssue = ({ isAuthority, usages, pathLength }: Certificate, below: number): boolean =>
  isAuthority && (usages?.has(usageBits.keyCertSign) ?? true) && (pathLength === null || pathLength >= below);

function hasSigned(issuer: Certificate, certificate: Certificate): boolean {
  const { signatureAlgorithm, signed: data, signature } = certificate;
  const verified = orNull(() => {
    const algorithm = algorithmOf(signatureAlgorithm, null);
    return algorithm && !isWeak(algorithm, issuer.key) && verifyBytes(algorithm, { key: issuer.key, data, signature });
  });
  return verified === 'valid';
}

const isInForce = ({ notBefore, notAfter }: Certificate, at: readonly Date[]): boolean =>
  at.every((moment) => notBefore <= moment && moment <= notAfter);

/** Whether it had ended only after it was signed. */
const lapse = (path: readonly Certificate[], at: readonly Date[]): 'expired' | 'expired_since' =>
  path.every((one) => isInForce(one, at.slice(0, 1)) && at.every((moment) => one.notBefore <= moment)) ? 'expired_since' : 'expired';

/** Mail, documents (RFC 9336, Adobe, Microsoft), anything. */
const ofDocuments = new Set(['1.3.6.1.5.5.7.3.4', '1.3.6.1.5.5.7.3.36', '1.2.840.113583.1.1.5', '1.3.6.1.4.1.311.10.3.12', '2.5.29.37.0']);
/** Web servers, programs, timestamps, revocation: whoever holds such a certificate signs no documents with it. */
const foreign = new Set(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.3', '1.3.6.1.5.5.7.3.8', '1.3.6.1.5.5.7.3.9']);
const stamping = '1.3.6.1.5.5.7.3.8';

function isMadeFor({ usages, purposes }: Certificate, purpose: ChainPurpose): boolean {
  const signs = usages === null || usages.has(usageBits.digitalSignature) || usages.has(usageBits.nonRepudiation);
  if (!signs) return false;
  if (purpose === 'timestamp') return purposes?.includes(stamping) ?? false;
  return purposes === null || purposes.some((one) => ofDocuments.has(one)) || !purposes.some((one) => foreign.has(one));
}

/** Its last issuer known here answers for himself: somebody's own authority, and none that we trust. */
function endsInItself(certificate: Certificate, others: readonly Certificate[]): boolean {
  let last = certificate;
  for (let steps = 0; steps < longest; steps++) {
    if (sameBytes(last.subject, last.issuer)) return true;
    const issuer = others.find(({ subject }) => sameBytes(subject, last.issuer));
    if (!issuer) return false;
    last = issuer;
  }
  return false;
}
