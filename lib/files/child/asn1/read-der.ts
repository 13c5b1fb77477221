/** One value of ASN.1 as it stands in its bytes. */
export interface DerNode {
  /** The first byte: class, constructed or not, number. */
  tag: number;
  /** With its header. */
  bytes: Uint8Array;
  content: Uint8Array;
  /** Of constructed values. */
  children: DerNode[];
}

export class DerError extends Error {}

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  oid: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

const deepest = 40;
const mostNodes = 50_000;
const constructed = 0x20;

/** Reads one value; what follows it (a signature's room is filled up with zeros) is left alone. Indefinite lengths too. */
export function readDer(bytes: Uint8Array): DerNode {
  return readValue({ bytes, nodes: 0 }, { at: 0, end: bytes.length, depth: 0 }).node;
}

interface Reading {
  bytes: Uint8Array;
  nodes: number;
}

interface Place {
  at: number;
  end: number;
  depth: number;
}

function readValue(reading: Reading, { at, end, depth }: Place): { node: DerNode; next: number } {
  if (depth > deepest || ++reading.nodes > mostNodes) throw new DerError('too deep or too many');
  const { bytes } = reading;
  const tag = byteAt(bytes, at, end);
  if ((tag & 0x1f) === 0x1f) throw new DerError('long tag');
  const { length, start } = readLength(bytes, at + 1, end);
  if (length === null) return readUntilEnd(reading, { tag, at, start, end, depth });
  const stop = start + length;
  if (stop > end) throw new DerError('longer than its room');
  const children: DerNode[] = [];
  for (let next = start; tag & constructed && next < stop; ) {
    const child = readValue(reading, { at: next, end: stop, depth: depth + 1 });
    children.push(child.node);
    next = child.next;
  }
  return { node: { tag, bytes: bytes.subarray(at, stop), content: bytes.subarray(start, stop), children }, next: stop };
}

/** A length that is not told: values follow until an empty one of tag zero. */
function readUntilEnd(
  reading: Reading,
  { tag, at, start, end, depth }: Place & { tag: number; start: number },
): { node: DerNode; next: number } {
  if (!(tag & constructed)) throw new DerError('length missing');
  const { bytes } = reading;
  const children: DerNode[] = [];
  let next = start;
  while (byteAt(bytes, next, end) !== 0 || byteAt(bytes, next + 1, end) !== 0) {
    const child = readValue(reading, { at: next, end, depth: depth + 1 });
    children.push(child.node);
    next = child.next;
  }
  return { node: { tag, bytes: bytes.subarray(at, next + 2), content: bytes.subarray(start, next), children }, next: next + 2 };
}

function readLength(bytes: Uint8Array, at: number, end: number): { length: number | null; start: number } {
  const first = byteAt(bytes, at, end);
  if (first < 0x80) return { length: first, start: at + 1 };
  if (first === 0x80) return { length: null, start: at + 1 };
  const count = first & 0x7f;
  if (count > 4) throw new DerError('length too long');
  let length = 0;
  for (let index = 1; index <= count; index++) length = length * 256 + byteAt(bytes, at + index, end);
  return { length, start: at + 1 + count };
}

function byteAt(bytes: Uint8Array, at: number, end: number): number {
  const byte = bytes[at];
  if (at >= end || byte === undefined) throw new DerError('ends too early');
  return byte;
}
