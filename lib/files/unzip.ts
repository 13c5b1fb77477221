import { crc32, inflateRawSync } from 'node:zlib';

export interface ZipEntry {
  name: string;
  /** Its content, whole and unharmed; throws where it is not, or has more than `largest` bytes. */
  read(largest: number): Buffer;
}

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const isUtf8 = 0x0800;

/** Every file of a small archive; throws where it is none. Names are GBK unless they say otherwise. */
export function* unzip(archive: Buffer): Generator<ZipEntry> {
  const end = archive.lastIndexOf(Buffer.from('504b0506', 'hex'));
  if (end < 0 || archive.readUInt32LE(end) !== directoryEnd) throw new RangeError('no archive');
  let at = archive.readUInt32LE(end + 16);
  for (let left = archive.readUInt16LE(end + 10); left > 0; left--) {
    if (archive.readUInt32LE(at) !== directoryEntry) throw new RangeError('an archive without its directory');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    const name = archive.subarray(at + 46, at + 46 + (nameLength ?? 0));
    const encoding = archive.readUInt16LE(at + 8) & isUtf8 ? 'utf-8' : 'gbk';
    const entryAt = at;
    yield { name: new TextDecoder(encoding).decode(name), read: (largest) => contentOf(archive, entryAt, largest) };
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
}

/** By the directory's own sizes: those before the content may be left out. */
function contentOf(archive: Buffer, at: number, largest: number): Buffer {
  const local = archive.readUInt32LE(at + 42);
  if (archive.readUInt32LE(local) !== localEntry) throw new RangeError('an archive without one of its files');
  const from = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const packed = archive.subarray(from, from + archive.readUInt32LE(at + 20));
  const method = archive.readUInt16LE(at + 10);
  if (method !== 0 && method !== 8) throw new RangeError('an archive packed in another way');
  const bytes = method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: largest });
  if (crc32(bytes) !== archive.readUInt32LE(at + 16)) throw new RangeError('a damaged archive');
  return bytes;
}
