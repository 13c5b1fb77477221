import { createHash } from 'node:crypto';
import { bitsOf, child, isTrue, octetsOf, oidOf, smallInteger, tagged, textOf, timeOf } from '../asn1/der-values.ts';
import { DerError, type DerNode, readDer, tags } from '../asn1/read-der.ts';

export interface NamePart {
  oid: string;
  text: string;
}

export interface Certificate {
  bytes: Uint8Array;
  /** Hexadecimal SHA-256 of the whole. */
  sha256: string;
  /** The part that its issuer signed. */
  signed: Uint8Array;
  signatureAlgorithm: DerNode;
  signature: Uint8Array;
  serial: Uint8Array;
  issuer: Uint8Array;
  issuerParts: NamePart[];
  subject: Uint8Array;
  subjectParts: NamePart[];
  notBefore: Date;
  notAfter: Date;
  key: Uint8Array;
  isAuthority: boolean;
  /** How many authorities may follow below; null for any number. */
  pathLength: number | null;
  /** Bits of the key usage by their number; null where any use is allowed. */
  usages: ReadonlySet<number> | null;
  /** Purposes; null where any is allowed. */
  purposes: readonly string[] | null;
  keyIdentifier: Uint8Array | null;
  /** Says something critical that is not understood here: then it must not be relied upon. */
  isBeyondUs: boolean;
  extensions: Extension[];
}

interface Extension {
  oid: string;
  isCritical: boolean;
  value: Uint8Array;
}

export const usageBits = { digitalSignature: 0, nonRepudiation: 1, keyCertSign: 5 } as const;

const oids = { keyIdentifier: '2.5.29.14', usage: '2.5.29.15', constraints: '2.5.29.19', purposes: '2.5.29.37' } as const;
/** Alternative names, policies, revocation lists, authority key: understood as far as they matter, which is not at all. */
const harmless = new Set<string>([...Object.values(oids), '2.5.29.17', '2.5.29.18', '2.5.29.32', '2.5.29.31', '2.5.29.35']);

export function readCertificate(bytes: Uint8Array): Certificate {
  const whole = readDer(bytes);
  if (whole.tag !== tags.sequence) throw new DerError('no certificate');
  const body = child(whole, 0, tags.sequence);
  const [serial, , issuer, validity, subject, key] = body.children[0]?.tag === 0xa0 ? body.children.slice(1) : body.children;
  if (!serial || !issuer || !validity || !subject || !key) throw new DerError('no certificate');
  const extensions = extensionsOf(body);
  const extension = (oid: string): DerNode | null => {
    const found = extensions.find((one) => one.oid === oid);
    return found ? readDer(found.value) : null;
  };
  const constraints = extension(oids.constraints);
  const identifier = extension(oids.keyIdentifier);
  return {
    bytes: whole.bytes,
    sha256: createHash('sha256').update(whole.bytes).digest('hex'),
    signed: body.bytes,
    signatureAlgorithm: child(whole, 1, tags.sequence),
    signature: bitsOf(child(whole, 2)),
    serial: serial.content,
    issuer: issuer.bytes,
    issuerParts: partsOf(issuer),
    subject: subject.bytes,
    subjectParts: partsOf(subject),
    notBefore: timeOf(child(validity, 0)),
    notAfter: timeOf(child(validity, 1)),
    key: key.bytes,
    isAuthority: isTrue(constraints?.children[0]),
    pathLength: constraints?.children[1] ? smallInteger(constraints.children[1], 0) : null,
    usages: usagesOf(extension(oids.usage)),
    purposes: extension(oids.purposes)?.children.map(oidOf) ?? null,
    keyIdentifier: identifier ? octetsOf(identifier) : null,
    isBeyondUs: extensions.some(({ oid, isCritical }) => isCritical && !harmless.has(oid)),
    extensions,
  };
}

function extensionsOf(body: DerNode): Extension[] {
  const list = tagged(body.children.slice(6), 3)?.children[0];
  return (list?.children ?? []).map((extension) => {
    const value = extension.children.at(-1);
    if (!value) throw new DerError('empty extension');
    return { oid: oidOf(child(extension, 0)), isCritical: isTrue(extension.children[1]), value: octetsOf(value) };
  });
}

function usagesOf(bits: DerNode | null): ReadonlySet<number> | null {
  if (!bits) return null;
  const used = new Set<number>();
  bits.content.subarray(1).forEach((byte, index) => {
    for (let bit = 0; bit < 8; bit++) if (byte & (0x80 >> bit)) used.add(index * 8 + bit);
  });
  return used;
}

/** Every part of a distinguished name, in order. */
const partsOf = (name: DerNode): NamePart[] =>
  name.children.flatMap(({ children }) => children.map((part) => ({ oid: oidOf(child(part, 0)), text: textOf(child(part, 1)) })));
