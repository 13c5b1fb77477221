import { constants, createHash, sign } from 'node:crypto';
import { type Holder, nameOf, signatureAlgorithm } from './authority';
import { der, integer, nothing, numbered, octets, oid, sequence, set, time } from './der';

export interface MessageWish {
  signer: Holder;
  issuer: Holder;
  /** Sent along: those between signer and anchor. */
  others?: readonly Holder[];
  at?: Date;
  isPss?: boolean;
  /** An attribute is left out or made false. */
  lacks?: 'attributes' | 'certificate digest';
  /** Another authority puts its time on the signature. */
  stampedBy?: { signer: Holder; issuer: Holder; at: Date };
}

const data = '1.2.840.113549.1.7.1';
const timestampInfo = '1.2.840.113549.1.9.16.1.4';
const sha256 = sequence(oid('2.16.840.1.101.3.4.2.1'), nothing);
const pss = sequence(
  oid('1.2.840.113549.1.1.10'),
  sequence(numbered(0, sha256), numbered(1, sequence(oid('1.2.840.113549.1.1.8'), sha256)), numbered(2, integer(32))),
);

export const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

/** A detached message of RFC 5652 over these bytes. */
export const signMessage = (content: Uint8Array, wish: MessageWish): Buffer => message(content, { ...wish, type: data });

/** A time on these bytes (RFC 3161). */
export function stampTime(bytes: Uint8Array, { signer, issuer, at }: { signer: Holder; issuer: Holder; at: Date }): Buffer {
  const info = sequence(integer(1), oid('1.2.3.4'), sequence(sha256, octets(digest(bytes))), integer(7), time(at));
  return message(info, { signer, issuer, at, type: timestampInfo, isAttached: true });
}

type Wish = MessageWish & { type: string; isAttached?: boolean };

function message(content: Uint8Array, wish: Wish): Buffer {
  const { signer, others = [], type, isAttached, stampedBy, lacks } = wish;
  const attributes = lacks === 'attributes' ? null : attributesOf(content, wish);
  const signature = signed(attributes ?? content, wish);
  const stamp = stampedBy ? sequence(oid('1.2.840.113549.1.9.16.2.14'), set(stampTime(signature, stampedBy))) : null;
  const signerInfo = sequence(
    integer(1),
    sequence(nameOf(wish.issuer.name), serialOf(signer)),
    sha256,
    ...(attributes ? [retagged(attributes, 0xa0)] : []),
    wish.isPss ? pss : sequence(...signatureAlgorithm(signer.key)),
    octets(signature),
    ...(stamp ? [der(0xa1, stamp)] : []),
  );
  const certificates = [signer, ...others].map(({ certificate }) => certificate);
  const body = sequence(
    integer(1),
    set(sha256),
    sequence(oid(type), ...(isAttached ? [numbered(0, octets(content))] : [])),
    numbered(0, ...certificates),
    set(signerInfo),
  );
  return sequence(oid('1.2.840.113549.1.7.2'), numbered(0, body));
}

function attributesOf(content: Uint8Array, { signer, at, type, lacks }: Wish): Buffer {
  const certificateDigest = digest(lacks === 'certificate digest' ? Buffer.from('another') : signer.certificate);
  return set(
    sequence(oid('1.2.840.113549.1.9.3'), set(oid(type))),
    sequence(oid('1.2.840.113549.1.9.4'), set(octets(digest(content)))),
    ...(at ? [sequence(oid('1.2.840.113549.1.9.5'), set(time(at)))] : []),
    sequence(oid('1.2.840.113549.1.9.16.2.47'), set(sequence(sequence(sequence(octets(certificateDigest)))))),
  );
}

function signed(bytes: Uint8Array, { signer, isPss }: Wish): Buffer {
  if (!isPss) return sign('sha256', bytes, signer.key);
  return sign('sha256', bytes, { key: signer.key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 32 });
}

function retagged(bytes: Buffer, tag: number): Buffer {
  const other = Buffer.from(bytes);
  other[0] = tag;
  return other;
}

/** Behind the version, which all of these have. */
function serialOf({ certificate }: Holder): Buffer {
  const start = certificate.indexOf(Buffer.from([0xa0, 0x03, 0x02, 0x01, 0x02])) + 5;
  return certificate.subarray(start, start + 2 + (certificate[start + 1] ?? 0));
}
