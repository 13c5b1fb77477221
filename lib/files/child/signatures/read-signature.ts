import type { SealSignature } from '../../electronic-seals/schema.ts';
import { orNull } from '../or-null.ts';
import { algorithmWords } from './algorithms.ts';
import type { Certificate } from './certificate.ts';
import { judgeChain } from './certificate-chain.ts';
import { pdfTime } from './pdf-time.ts';
import type { PdfView } from './pdf-view.ts';
import { type SignatureField, stringText, subFilterOf } from './signature-fields.ts';
import { readSignedData, type SignedData } from './signed-data.ts';
import { signedBytes, type SignedRange, signedRange } from './signed-range.ts';
import { noSigner, partOf, signerWords } from './signer-words.ts';
import { provenTime, type Timestamp } from './timestamp.ts';
import { attributeOids, claimedTime, verifySignedData } from './verify-signed-data.ts';

/** A signature by itself, before one has looked at what came after it. */
export interface ReadSignature {
  field: SignatureField;
  range: SignedRange | null;
  facts: SealSignature;
}

interface Reading {
  view: PdfView;
  anchors: readonly Certificate[];
  at: Date;
}

const detached = new Set(['adbe.pkcs7.detached', 'ETSI.CAdES.detached']);
const documentTime = 'ETSI.RFC3161';

const nothingKnown: Omit<SealSignature, 'field'> = {
  role: 'signature',
  ...noSigner,
  signedAt: null,
  rangeSound: false,
  digestValid: false,
  signatureValid: false,
  strength: 'unreadable',
  algorithm: null,
  chain: 'unknown',
  anchor: null,
  certificateSha256: null,
  coversWholeFile: false,
  changedAfter: 'none',
  revocation: 'not_checked',
};

export function readSignature(field: SignatureField, reading: Reading): ReadSignature {
  const range = signedRange(reading.view, field);
  const filter = subFilterOf(field.signature);
  const role = filter === documentTime ? 'timestamp' : 'signature';
  const base = { ...nothingKnown, field: field.number, role, rangeSound: range !== null } as const;
  if (!range) return { field, range, facts: { ...base, strength: 'good' } };
  if (role === 'timestamp') return { field, range, facts: { ...base, ...timestampFacts(range, reading) } };
  if (!detached.has(filter)) return { field, range, facts: { ...base, strength: 'unsupported' } };
  const message = orNull(() => readSignedData(range.value));
  const facts = message ? orNull(() => messageFacts(message, { ...reading, field, range })) : null;
  return { field, range, facts: { ...base, ...facts } };
}

function messageFacts(message: SignedData, { view, anchors, at, field, range }: Reading & { field: SignatureField; range: SignedRange }) {
  const { certificate, certificates: others, algorithm } = message;
  const check = orNull(() => verifySignedData(message, signedBytes(view.bytes, range)));
  if (!certificate || !check) return { strength: 'unreadable' } as const;
  const claimed = orNull(() => claimedTime(message)) ?? pdfTime(stringText(view.get(field.signature, 'M')));
  const token = message.unsigned.get(attributeOids.timestamp);
  const proven = token ? orNull(() => provenTime(token.bytes, message.signature, anchors)) : null;
  const moments = proven ? [proven.at] : [claimed ?? at, at];
  const { status, anchor } = judgeChain({ certificate, others, anchors, purpose: 'sign', at: moments });
  return {
    ...signerWords(certificate),
    signedAt: signedAt(proven, claimed),
    digestValid: check.isDigestValid,
    signatureValid: check.isSignatureValid,
    strength: check.strength,
    algorithm: algorithm ? algorithmWords(algorithm) : null,
    chain: status,
    anchor: anchor ? partOf(anchor.subjectParts, '2.5.4.3') : null,
    certificateSha256: certificate.sha256,
  };
}

function signedAt(proven: Timestamp | null, claimed: Date | null): SealSignature['signedAt'] {
  if (proven) return { at: proven.at.toISOString(), source: 'timestamp' };
  return claimed ? { at: claimed.toISOString(), source: 'claimed' } : null;
}

/** A timestamp over the whole document proves a time when its authority is trusted, and else nothing. */
function timestampFacts(range: SignedRange, { view, anchors }: Reading): Partial<SealSignature> {
  const proven = orNull(() => provenTime(range.value, signedBytes(view.bytes, range), anchors));
  if (!proven) return { strength: 'unsupported' };
  return {
    ...signerWords(proven.authority),
    signedAt: signedAt(proven, null),
    digestValid: true,
    signatureValid: true,
    strength: 'good',
    chain: 'trusted',
    certificateSha256: proven.authority.sha256,
  };
}
