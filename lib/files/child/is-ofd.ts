import { open } from 'node:fs/promises';

const endLength = 22;
const longestComment = 65_535;
const entryLength = 46;
const mostDirectoryBytes = 1024 * 1024;

/** GB/T 33190: an archive with OFD.xml at its top. Its list of contents is read, nothing is unpacked. */
export async function isOfd(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const read = async (at: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, at);
      return buffer.subarray(0, bytesRead);
    };
    const tailAt = Math.max(0, size - endLength - longestComment);
    const tail = await read(tailAt, size - tailAt);
    const end = tail.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    if (end < 0 || end + endLength > tail.length) return false;
    const length = Math.min(tail.readUInt32LE(end + 12), mostDirectoryBytes);
    return names(await read(tail.readUInt32LE(end + 16), length)).includes('OFD.xml');
  } finally {
    await handle.close();
  }
}

function names(directory: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at + entryLength <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const [name, extra, comment] = [28, 30, 32].map((field) => directory.readUInt16LE(at + field));
    found.push(directory.toString('utf8', at + entryLength, at + entryLength + (name ?? 0)));
    at += entryLength + (name ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return found;
}
