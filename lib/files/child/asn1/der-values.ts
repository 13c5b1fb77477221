import { DerError, type DerNode, tags } from './read-der.ts';

export function child(node: DerNode, index: number, tag?: number): DerNode {
  const found = node.children[index];
  if (!found || (tag !== undefined && found.tag !== tag)) throw new DerError('another value was expected');
  return found;
}

/** The value behind an explicit or implicit tag number, where it is there. */
export const tagged = (nodes: readonly DerNode[], number: number): DerNode | undefined =>
  nodes.find(({ tag }) => tag === (0xa0 | number) || tag === (0x80 | number));

export function oidOf(node: DerNode): string {
  if (node.tag !== tags.oid || node.content.length === 0 || node.content.length > 60) throw new DerError('no object identifier');
  const arcs: bigint[] = [];
  let arc = 0n;
  for (const byte of node.content) {
    arc = (arc << 7n) | BigInt(byte & 0x7f);
    if (byte & 0x80) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [first = 0n, ...rest] = arcs;
  const top = first < 40n ? 0n : first < 80n ? 1n : 2n;
  return [top, first - top * 40n, ...rest].join('.');
}

/** Whole, also where it was written in pieces. */
export function octetsOf(node: DerNode): Uint8Array {
  if (node.tag === tags.octetString || node.tag === 0x80) return node.content;
  if (node.tag === 0x24 || node.tag === 0xa0) return Buffer.concat(node.children.map(octetsOf));
  throw new DerError('no octets');
}

export function bitsOf(node: DerNode): Uint8Array {
  if (node.tag !== tags.bitString || node.content[0] !== 0) throw new DerError('no whole bits');
  return node.content.subarray(1);
}

export const smallInteger = (node: DerNode | undefined, absent: number): number => {
  if (!node) return absent;
  if (node.tag !== tags.integer || node.content.length > 4) throw new DerError('no small integer');
  return node.content.reduce((value, byte) => value * 256 + byte, 0);
};

export const isTrue = (node: DerNode | undefined): boolean => node?.tag === tags.boolean && node.content[0] !== 0;

export function timeOf(node: DerNode): Date {
  const text = Buffer.from(node.content).toString('latin1');
  const [, digits = '', zone] = /^(\d{12}(?:\d{2})?)(?:\.\d+)?(Z)$/.exec(text) ?? [];
  if (!zone) throw new DerError('no time');
  const full = node.tag === tags.utcTime ? `${Number(digits.slice(0, 2)) < 50 ? '20' : '19'}${digits}` : digits;
  const [, year, month, day, hour, minute, second] = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(full) ?? [];
  const time = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  if (Number.isNaN(time.getTime())) throw new DerError('no time');
  return time;
}

/** A string in whatever alphabet its tag names. */
export function textOf(node: DerNode): string {
  const bytes = Buffer.from(node.content);
  if (node.tag !== 0x1e) return bytes.toString(node.tag === 0x0c ? 'utf8' : 'latin1');
  return bytes.length % 2 === 0 ? bytes.swap16().toString('utf16le') : '';
}

export const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;
