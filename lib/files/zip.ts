import { crc32, deflateRawSync } from 'node:zlib';

export interface Packed {
  name: Buffer;
  bytes: Buffer;
}

/** A small archive, as bills and invoices come in. */
export function zip(files: readonly Packed[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes } of files) {
    const content = deflateRawSync(bytes);
    const facts = factsOf({ name, bytes, content });
    const local = Buffer.concat([Buffer.from('504b0304', 'hex'), facts, name, content]);
    directory.push(Buffer.concat([Buffer.from('504b01021400', 'hex'), facts, Buffer.alloc(10), uint32(at), name]));
    parts.push(local);
    at += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = [Buffer.from('504b050600000000', 'hex'), uint16(files.length), uint16(files.length), uint32(size), uint32(at), uint16(0)];
  return Buffer.concat([...parts, ...directory, ...end]);
}

/** What stands the same before the content and in the directory: version, no flags, deflated, no time, sum, sizes, lengths. */
const factsOf = ({ name, bytes, content }: Packed & { content: Buffer }): Buffer =>
  Buffer.concat([
    ...[uint16(20), uint16(0), uint16(8), uint32(0)],
    ...[uint32(crc32(bytes)), uint32(content.length), uint32(bytes.length), uint16(name.length), uint16(0)],
  ]);

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
