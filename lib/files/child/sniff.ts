import { open } from 'node:fs/promises';
import { fileTypeFromFile } from 'file-type';
import type { RefusalCode } from '../refusals.ts';
import { isOfd } from './is-ofd.ts';
import { Refused } from './refused.ts';

const images = new Set(['image/jpeg', 'image/png', 'image/webp', 'image/tiff']);

const refusedTypes: [RegExp, RefusalCode][] = [
  [/^image\/hei[cf]/, 'HEIC'],
  [/^image\/avif/, 'AVIF'],
  [/^image\/svg/, 'UNKNOWN_TYPE'],
  [/^image\//, 'OTHER_IMAGE'],
  [/^(video|audio)\//, 'MEDIA'],
  [/officedocument|opendocument|msword|ms-excel|ms-powerpoint|x-cfb|ms-office|\/rtf$/, 'OFFICE'],
  [/zip|rar|7z|gzip|x-tar|bzip|x-xz|zstd|x-lz|x-compress|x-cab/, 'ARCHIVE'],
];

/** The kind by the first bytes; name and declared type are never asked. */
export async function sniff(file: string): Promise<'image' | 'pdf'> {
  if ((await firstBytes(file, 5)) === '%PDF-') return 'pdf';
  const found = await typeOf(file);
  if (images.has(found)) return 'image';
  if (/zip|ofd/.test(found) && (await isOfd(file))) throw new Refused('OFD');
  const refused = refusedTypes.find(([pattern]) => pattern.test(found));
  throw new Refused(refused?.[1] ?? 'UNKNOWN_TYPE');
}

/** A file that breaks off inside its own header is of no known type. */
async function typeOf(file: string): Promise<string> {
  try {
    return (await fileTypeFromFile(file))?.mime ?? '';
  } catch {
    return '';
  }
}

async function firstBytes(file: string, count: number): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
