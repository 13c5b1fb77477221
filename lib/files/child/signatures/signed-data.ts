import { child, octetsOf, oidOf, sameBytes, tagged } from '../asn1/der-values.ts';
import { DerError, type DerNode, readDer, tags } from '../asn1/read-der.ts';
import { type Algorithm, algorithmOf, type HashName, hashOf } from './algorithms.ts';
import { type Certificate, readCertificate } from './certificate.ts';

/** A message of RFC 5652 with its one signer; GM/T 0010 differs in object identifiers alone. */
export interface SignedData {
  contentType: string;
  /** Null where the content lies elsewhere. */
  content: Uint8Array | null;
  certificates: Certificate[];
  certificate: Certificate | null;
  digest: HashName | null;
  algorithm: Algorithm | null;
  /** As they were signed; null where the content itself was. */
  signedAttributes: Uint8Array | null;
  attributes: ReadonlyMap<string, DerNode>;
  unsigned: ReadonlyMap<string, DerNode>;
  signature: Uint8Array;
}

const signedDataTypes = new Set(['1.2.840.113549.1.7.2', '1.2.156.10197.6.1.4.2.2']);
const mostCertificates = 20;

export function readSignedData(bytes: Uint8Array): SignedData {
  const outer = readDer(bytes);
  if (!signedDataTypes.has(oidOf(child(outer, 0)))) throw new DerError('no signed data');
  const parts = child(child(outer, 1), 0, tags.sequence).children;
  const [, , encapsulated] = parts;
  const signers = parts.at(-1);
  if (!encapsulated || signers?.tag !== tags.set || signers.children.length !== 1) throw new DerError('one signer was expected');
  const wrapped = encapsulated.children[1];
  const certificates = certificatesOf(tagged(parts.slice(3), 0));
  return {
    contentType: oidOf(child(encapsulated, 0)),
    content: wrapped ? octetsOf(child(wrapped, 0)) : null,
    certificates,
    ...readSigner(child(signers, 0, tags.sequence), certificates),
  };
}

/** Attribute certificates and other forms have tags of their own and are left out. */
function certificatesOf(list: DerNode | undefined): Certificate[] {
  const found = (list?.children ?? []).filter(({ tag }) => tag === tags.sequence);
  if (found.length > mostCertificates) throw new DerError('too many certificates');
  return found.map(({ bytes }) => readCertificate(bytes));
}

type SignerPart = Omit<SignedData, 'contentType' | 'content' | 'certificates'>;

function readSigner({ children }: DerNode, certificates: readonly Certificate[]): SignerPart {
  const [, identifier, digestPart, ...rest] = children;
  const at = rest[0]?.tag === 0xa0 ? 1 : 0;
  const [method, signature] = [rest[at], rest[at + 1]];
  if (!identifier || !digestPart || !method || !signature) throw new DerError('no signer');
  const signed = at === 1 ? rest[0] : undefined;
  const digest = hashOf(digestPart);
  return {
    certificate: certificates.find((certificate) => isNamed(certificate, identifier)) ?? null,
    digest,
    algorithm: algorithmOf(method, digest),
    signedAttributes: signed ? asSet(signed.bytes) : null,
    attributes: attributesOf(signed),
    unsigned: attributesOf(tagged(rest.slice(at + 2), 1)),
    signature: octetsOf(signature),
  };
}

function isNamed(certificate: Certificate, identifier: DerNode): boolean {
  if (identifier.tag !== tags.sequence) {
    const { keyIdentifier } = certificate;
    return keyIdentifier !== null && sameBytes(keyIdentifier, octetsOf(identifier));
  }
  const [issuer, serial] = [child(identifier, 0), child(identifier, 1)];
  return sameBytes(certificate.issuer, issuer.bytes) && sameBytes(certificate.serial, serial.content);
}

/** They lie under a tag number and are signed as the set that they are. */
function asSet(bytes: Uint8Array): Uint8Array {
  const set = Uint8Array.from(bytes);
  set[0] = tags.set;
  return set;
}

/** An attribute given twice, or with two values, could be read in two ways. */
function attributesOf(list: DerNode | undefined): Map<string, DerNode> {
  const found = new Map<string, DerNode>();
  for (const attribute of list?.children ?? []) {
    const oid = oidOf(child(attribute, 0));
    const values = child(attribute, 1, tags.set).children;
    const [value] = values;
    if (!value || values.length !== 1 || found.has(oid)) throw new DerError('ambiguous attribute');
    found.set(oid, value);
  }
  return found;
}
