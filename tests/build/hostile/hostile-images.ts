import { crc32, deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import type { HostileKind } from './hostile-kind';
import { onePage } from './pdf-parts';
import { seededBytes } from '../seeded';

const picture = (width: number, height: number, seed = 1): Sharp =>
  sharp(seededBytes(width * height * 3, seed), { raw: { width, height, channels: 3 } });

const jpeg = (width = 640, height = 480): Promise<Buffer> => picture(width, height).jpeg({ quality: 80 }).toBuffer();
const png = (width = 640, height = 480): Promise<Buffer> => picture(width, height).png().toBuffer();
/** Smooth, so that every pass of a progressive picture is small. */
const sunset = (side: number): Sharp =>
  sharp({ create: { width: 1, height: 2, channels: 3, background: '#d86' } }).resize(side, side, { fit: 'fill' });
const jpegOf = (image: Sharp): Promise<Buffer> => image.jpeg({ progressive: true }).toBuffer();
const cut = (file: Buffer, part: number): Buffer => file.subarray(0, Math.floor(file.length * part));
const joined = async () => sharp([await png(8, 8), blankPng(8, 8)], { join: { animated: true } });

/** Pictures that are broken, too large, or not what is wanted. */
export const refusedImages: HostileKind[] = [
  { kind: 'half a JPEG', expect: 'IMAGE_DAMAGED', make: async () => cut(await jpeg(), 0.5) },
  { kind: 'head of a JPEG', expect: 'IMAGE_DAMAGED', make: async () => cut(await jpeg(), 0.002) },
  { kind: 'three quarters of a PNG', expect: 'IMAGE_DAMAGED', make: async () => cut(await png(), 0.75) },
  { kind: 'PNG with a flipped byte', expect: 'IMAGE_DAMAGED', make: async () => flip(await png(), 0.5) },
  { kind: 'half a WebP', expect: 'IMAGE_DAMAGED', make: async () => cut(await picture(640, 480).webp().toBuffer(), 0.5) },
  { kind: 'TIFF that points past its end', expect: 'UNKNOWN_TYPE', make: async () => cut(await picture(64, 64).tiff().toBuffer(), 0.4) },
  { kind: 'JPEG that claims 65000 pixels a side', expect: 'IMAGE_TOO_MANY_PIXELS', make: async () => claim(await jpeg(), 65_000) },
  { kind: 'PNG that claims 2 billion pixels a side', expect: 'IMAGE_TOO_MANY_PIXELS', make: () => blankPng(2_000_000, 2_000_000, 10) },
  { kind: '400 megapixels in 50 kilobytes', expect: 'IMAGE_TOO_MANY_PIXELS', make: () => blankPng(20_000, 20_000) },
  { kind: '100-megapixel photo', expect: 'IMAGE_TOO_MANY_PIXELS', make: () => blankPng(10_000, 10_000) },
  { kind: 'animated WebP', expect: 'IMAGE_MANY_PAGES', make: async () => (await joined()).webp().toBuffer() },
  { kind: 'TIFF of two pages', expect: 'IMAGE_MANY_PAGES', make: async () => (await joined()).tiff().toBuffer() },
  { kind: 'GIF', expect: 'OTHER_IMAGE', make: () => picture(20, 20).gif().toBuffer() },
  { kind: 'BMP', expect: 'OTHER_IMAGE', make: () => Buffer.concat([Buffer.from('BM'), Buffer.alloc(200)]) },
  { kind: 'Photoshop file', expect: 'OTHER_IMAGE', make: () => Buffer.concat([Buffer.from('8BPS\x00\x01'), Buffer.alloc(200)]) },
  { kind: 'HEIC', expect: 'HEIC', make: () => isoFile('heic', 'mif1') },
  { kind: 'HEIC sequence', expect: 'HEIC', make: () => isoFile('hevc', 'msf1') },
  { kind: 'AVIF', expect: 'AVIF', make: () => picture(64, 64).avif().toBuffer() },
  { kind: 'SVG', expect: 'UNKNOWN_TYPE', make: () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>') },
  { kind: 'SVG that reads a file', expect: 'UNKNOWN_TYPE', make: () => Buffer.from(readingSvg) },
  { kind: 'portrait smaller than the print', purpose: 'PHOTO', expect: 'PHOTO_TOO_SMALL', make: () => jpeg(294, 500) },
  { kind: 'PDF as portrait', purpose: 'PHOTO', expect: 'PDF_NOT_ALLOWED', make: () => onePage() },
];

/** Pictures that are odd but honest, and some that hide things: kept, but only what can be seen of them. */
export const cleanedImages: HostileKind[] = [
  { kind: 'JPEG with a zip behind it', expect: 'accepted', make: async () => Buffer.concat([await jpeg(), Buffer.from('PK\x03\x04secret')]) },
  { kind: 'JPEG with HTML behind it', expect: 'accepted', make: async () => Buffer.concat([await jpeg(), Buffer.from('<script>secret</script>')]) },
  { kind: 'JPEG with a place and an owner', expect: 'accepted', make: () => withPlace() },
  { kind: 'JPEG that lies on its side', expect: 'accepted', make: () => picture(640, 480).withMetadata({ orientation: 6 }).jpeg().toBuffer() },
  { kind: 'CMYK JPEG', expect: 'accepted', make: () => picture(64, 64).toColourspace('cmyk').jpeg().toBuffer() },
  { kind: 'PNG of 16 bits with holes', expect: 'accepted', make: () => picture(64, 64).ensureAlpha(0.5).toColourspace('rgb16').png().toBuffer() },
  { kind: 'PNG with a text that swells', expect: 'accepted', make: swellingPng },
  { kind: 'TIFF of one page', expect: 'accepted', make: () => picture(64, 64).tiff().toBuffer() },
  { kind: 'GIF that is a script too', expect: 'OTHER_IMAGE', make: async () => Buffer.concat([await picture(20, 20).gif().toBuffer(), Buffer.from('/*<script>secret</script>*/')]) },
  { kind: 'JPEG with ten thousand comments', expect: 'accepted', make: async () => commented(await jpeg(), 10_000) },
  { kind: 'JPEG of a thousand passes', expect: 'IMAGE_DAMAGED', make: async () => passes(await jpegOf(sunset(1500)), 1000) },
  { kind: '59 megapixels, all there', expect: 'accepted', make: () => blankPng(7_680, 7_680) },
  { kind: 'picture one pixel high', expect: 'accepted', make: () => jpeg(6000, 1) },
  { kind: 'portrait from a phone', purpose: 'PHOTO', expect: 'accepted', make: () => jpeg(1200, 1600) },
];

const readingSvg = '<?xml version="1.0"?><!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg><text>&x;</text></svg>';

const withPlace = (): Promise<Buffer> =>
  picture(64, 64).withExif({ IFD0: { Copyright: 'secret' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '32/1 3/1 30/1' } }).jpeg().toBuffer();

function flip(file: Buffer, part: number): Buffer {
  const copy = Buffer.from(file);
  const at = Math.floor(copy.length * part);
  copy[at] = (copy[at] ?? 0) ^ 0xff;
  return copy;
}

/** Rewrites the size in a JPEG's frame header. */
function claim(file: Buffer, side: number): Buffer {
  const copy = Buffer.from(file);
  const frame = copy.indexOf(Buffer.from([0xff, 0xc0]));
  copy.writeUInt16BE(side, frame + 5);
  copy.writeUInt16BE(side, frame + 7);
  return copy;
}

/** Segments that a decoder has to skip one by one, each with a secret. */
function commented(file: Buffer, count: number): Buffer {
  const words = Buffer.from('secret');
  const segment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, words.length + 2]), words]);
  return Buffer.concat([file.subarray(0, 2), ...Array.from({ length: count }, () => segment), file.subarray(2)]);
}

/** The last pass of a progressive picture over and over: each costs a walk over all of its pixels. */
function passes(file: Buffer, count: number): Buffer {
  const start = file.lastIndexOf(Buffer.from([0xff, 0xda]));
  const last = file.subarray(start, -2);
  return Buffer.concat([file.subarray(0, -2), ...Array.from({ length: count }, () => last), file.subarray(-2)]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

const pngHead = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function pngOf(width: number, height: number, ...chunks: Buffer[]): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size[8] = 1;
  return Buffer.concat([pngHead, chunk('IHDR', size), ...chunks, chunk('IEND', Buffer.alloc(0))]);
}

const blankRows = (width: number, rows: number): Buffer => deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * rows));

/** One bit a pixel, all the same: a great deal of nothing. */
const blankPng = (width: number, height: number, rows = height): Buffer =>
  pngOf(width, height, chunk('IDAT', blankRows(width, rows)));

function swellingPng(): Buffer {
  const text = Buffer.concat([Buffer.from('Comment\0\0'), deflateSync(Buffer.alloc(300 * 1024 * 1024, 'x'))]);
  return pngOf(64, 64, chunk('zTXt', text), chunk('IDAT', blankRows(64, 64)));
}

function isoFile(brand: string, compatible: string): Buffer {
  const box = Buffer.alloc(24);
  box.writeUInt32BE(24, 0);
  box.write(`ftyp${brand}`, 4, 'latin1');
  box.write(`${compatible}${brand}`, 16, 'latin1');
  return Buffer.concat([box, Buffer.alloc(400)]);
}
