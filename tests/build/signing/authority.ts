import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { bits, integer, nothing, numbered, octets, oid, sequence, set, time, utf8, yes } from './der';

export interface Holder {
  name: string;
  key: KeyObject;
  publicKey: KeyObject;
  certificate: Buffer;
}

interface CertificateWish {
  name: string;
  /** Signs itself where there is none. */
  issuer?: Holder;
  isAuthority?: boolean;
  /** Bits of the first byte of the key usage; digital signature alone where nothing is said. */
  usage?: number | null;
  purposes?: string[];
  from?: string;
  to?: string;
  kind?: 'ec' | 'rsa';
  /** More parts of the subject's name, by object identifier. */
  subject?: Record<string, string>;
  pathLength?: number;
}

export const usages = { digitalSignature: 0x80, keyEncipherment: 0x20, keyCertSign: 0x04 } as const;
let serial = 1000n;

/** A key and its certificate; all of them invented. */
export function certify(wish: CertificateWish): Holder {
  const { name, kind = 'ec' } = wish;
  const { privateKey, publicKey } =
    kind === 'ec' ? generateKeyPairSync('ec', { namedCurve: 'P-256' }) : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const signer = wish.issuer?.key ?? privateKey;
  const algorithm = sequence(...signatureAlgorithm(signer));
  const body = tbs(wish, { algorithm, publicKey });
  return { name, key: privateKey, publicKey, certificate: sequence(body, algorithm, bits(sign('sha256', body, signer))) };
}

export const signatureAlgorithm = (key: KeyObject): Buffer[] =>
  key.asymmetricKeyType === 'rsa' ? [oid('1.2.840.113549.1.1.11'), nothing] : [oid('1.2.840.10045.4.3.2')];

function tbs(wish: CertificateWish, { algorithm, publicKey }: { algorithm: Buffer; publicKey: KeyObject }): Buffer {
  const { name, issuer, from = '2024-01-01', to = '2034-01-01', subject = {} } = wish;
  return sequence(
    numbered(0, integer(2)),
    integer(serial++),
    algorithm,
    nameOf(issuer?.name ?? name),
    sequence(time(new Date(from)), time(new Date(to))),
    nameOf(name, issuer ? subject : {}),
    publicKey.export({ format: 'der', type: 'spki' }),
    numbered(3, sequence(...extensions(wish))),
  );
}

export const nameOf = (name: string, more: Record<string, string> = {}): Buffer =>
  sequence(
    set(sequence(oid('2.5.4.6'), utf8('CN'))),
    ...Object.entries(more).map(([key, text]) => set(sequence(oid(key), utf8(text)))),
    set(sequence(oid('2.5.4.3'), utf8(name))),
  );

function extensions({ isAuthority = false, usage, purposes, pathLength }: CertificateWish): Buffer[] {
  const bitsOfUse = usage === undefined ? (isAuthority ? usages.keyCertSign : usages.digitalSignature) : usage;
  const constraints = isAuthority ? sequence(yes, ...(pathLength === undefined ? [] : [integer(pathLength)])) : sequence();
  return [
    sequence(oid('2.5.29.19'), yes, octets(constraints)),
    ...(bitsOfUse === null ? [] : [sequence(oid('2.5.29.15'), yes, octets(bits(Buffer.from([bitsOfUse]))))]),
    ...(purposes ? [sequence(oid('2.5.29.37'), octets(sequence(...purposes.map(oid))))] : []),
  ];
}

export const pem = ({ certificate }: Holder): string =>
  `-----BEGIN CERTIFICATE-----\n${certificate.toString('base64').replace(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`;
