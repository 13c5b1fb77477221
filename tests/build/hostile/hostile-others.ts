import { crc32, gzipSync } from 'node:zlib';
import type { HostileKind } from './hostile-kind';
import { seededBytes } from '../seeded';

const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');
const text = (words: string) => () => Buffer.from(words);
const magic = (head: number[], length = 600) => () => Buffer.concat([Buffer.from(head), seededBytes(length, head.length)]);

/** Files that are neither pictures nor PDFs. */
export const otherFiles: HostileKind[] = [
  { kind: 'nothing', expect: 'EMPTY', make: () => Buffer.alloc(0) },
  { kind: 'one byte', expect: 'UNKNOWN_TYPE', make: () => Buffer.from('%') },
  { kind: 'noise', expect: 'UNKNOWN_TYPE', make: () => seededBytes(5000, 99) },
  { kind: 'plain text', expect: 'UNKNOWN_TYPE', make: text('这是一段文字') },
  { kind: 'web page', expect: 'UNKNOWN_TYPE', make: text('<!doctype html><script>alert(1)</script>') },
  { kind: 'shell script', expect: 'UNKNOWN_TYPE', make: text('#!/bin/sh\nrm -rf /\n') },
  { kind: 'PostScript', expect: 'UNKNOWN_TYPE', make: text('%!PS-Adobe-3.0\n(x) run\n') },
  { kind: 'virus scanner test file', expect: 'UNKNOWN_TYPE', make: text(eicar) },
  { kind: 'Windows program', expect: 'UNKNOWN_TYPE', make: magic([0x4d, 0x5a, 0x90, 0x00, 0x03]) },
  { kind: 'Linux program', expect: 'UNKNOWN_TYPE', make: magic([0x7f, 0x45, 0x4c, 0x46, 0x02, 0x01, 0x01]) },
  { kind: 'zip', expect: 'ARCHIVE', make: () => zip([['a.txt', Buffer.from('a')]]) },
  { kind: 'zip with a climbing name', expect: 'ARCHIVE', make: () => zip([['../../etc/cron.d/x', Buffer.from('a')]]) },
  { kind: 'OFD document', expect: 'OFD', make: () => zip([['Doc_0/Document.xml', Buffer.from('<a/>')], ['OFD.xml', Buffer.from('<ofd:OFD/>')]]) },
  { kind: 'zip with OFD.xml further down', expect: 'ARCHIVE', make: () => zip([['a/OFD.xml', Buffer.from('<a/>')]]) },
  { kind: 'RAR', expect: 'ARCHIVE', make: magic([0x52, 0x61, 0x72, 0x21, 0x1a, 0x07, 0x01, 0x00]) },
  { kind: '7z', expect: 'ARCHIVE', make: magic([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0x00, 0x04]) },
  { kind: 'gzip of 200 MB', expect: 'ARCHIVE', make: () => gzipSync(Buffer.alloc(200 * 1024 * 1024)) },
  { kind: 'Word document', expect: 'OFFICE', make: () => office('word/document.xml', 'wordprocessingml.document.main') },
  { kind: 'Excel sheet', expect: 'OFFICE', make: () => office('xl/workbook.xml', 'spreadsheetml.sheet.main') },
  { kind: 'old Word document', expect: 'OFFICE', make: magic([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) },
  { kind: 'MP4 film', expect: 'MEDIA', make: () => Buffer.concat([Buffer.from('\0\0\0\x18ftypisom\0\0\0\0isomiso2', 'latin1'), Buffer.alloc(400)]) },
  { kind: 'MP3 song', expect: 'MEDIA', make: () => Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\0', 'latin1'), Buffer.from([0xff, 0xfb, 0x90, 0x64]), Buffer.alloc(600)]) },
  { kind: 'portrait of 10 MB and a byte', purpose: 'PHOTO', expect: 'TOO_LARGE', make: () => Buffer.alloc(10 * 1024 * 1024 + 1, 0xff) },
];

function office(part: string, type: string): Buffer {
  const types = `<?xml version="1.0"?><Types><Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/></Types>`;
  return zip([
    ['[Content_Types].xml', Buffer.from(types)],
    [part, Buffer.from('<x/>')],
  ]);
}

/** A stored zip: local entries, then the directory. */
function zip(entries: [string, Buffer][]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, data] of entries) {
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt32LE(crc32(data), 10);
    facts.writeUInt32LE(data.length, 14);
    facts.writeUInt32LE(data.length, 18);
    facts.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04'), facts, Buffer.from(name), data]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\0'), facts, tail, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const end = Buffer.alloc(18);
  const listed = Buffer.concat(directory);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(listed.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, listed, Buffer.from('PK\x05\x06'), end]);
}
