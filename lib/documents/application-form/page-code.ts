import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

export type PageCode = { applicationNumber: string; version: number; page: number; pages: number; digest: string };

/** No I, L, O and U: nobody can mistake them for 1, 0 and V. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PART_LENGTH = 8;
const CODE =
  /^S1\.([A-Z0-9-]{1,16})\.([1-9]\d{0,3})\.([1-9]\d{0,3})\.([1-9]\d{0,3})\.([0-9A-HJKMNP-TV-Z]{8})([0-9A-HJKMNP-TV-Z]{8})$/;

/** Names what is printed on a page, without its version or number, so that an unchanged page keeps its digest. */
export function pageDigest(input: { applicationNumber: string; printed: string; pageKey: Uint8Array }): string {
  return keyedLetters(input.pageKey, `page-content\n${input.applicationNumber}\n${input.printed}`);
}

/** The text of the two-dimensional code: whose page this is, and proof that we issued it so. */
export function writePageCode(code: PageCode, pageKey: Uint8Array): string {
  return `${headerOf(code)}.${code.digest}${sealOf(code, pageKey)}`;
}

/** Understands the code and also its letters typed with spaces; anything that we did not issue is null. */
export function readPageCode(text: string, pageKey: Uint8Array): PageCode | null {
  const [, applicationNumber = '', version, page, pages, digest = '', seal = ''] =
    CODE.exec(text.replace(/\s/g, '')) ?? [];
  const code = { applicationNumber, version: Number(version), page: Number(page), pages: Number(pages), digest };
  if (seal === '' || code.page > code.pages) return null;
  return timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(code, pageKey))) ? code : null;
}

/** The code as people read and type it: the header, then the letters in fours. */
export function readableCode(code: string): { header: string; letters: string } {
  const letters = code.slice(-2 * PART_LENGTH);
  return { header: code.slice(0, -2 * PART_LENGTH), letters: (letters.match(/.{4}/g) ?? []).join(' ') };
}

function headerOf({ applicationNumber, version, page, pages }: PageCode): string {
  return `S1.${applicationNumber}.${version}.${page}.${pages}`;
}

function sealOf(code: PageCode, pageKey: Uint8Array): string {
  return keyedLetters(pageKey, `page-code\n${headerOf(code)}.${code.digest}`);
}

/** Preparing a key takes longer than using it. */
const preparedKeys = new WeakMap<Uint8Array, KeyObject>();

/** Eight letters that only who holds the key can make. */
export function keyedLetters(key: Uint8Array, message: string): string {
  const prepared = preparedKeys.get(key) ?? createSecretKey(key);
  preparedKeys.set(key, prepared);
  const digest = createHmac('sha256', prepared).update(message).digest();
  const bits = [...digest.subarray(0, 5)].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: PART_LENGTH }, (_, index) =>
    LETTERS.charAt(Number.parseInt(bits.slice(5 * index, 5 * index + 5), 2)),
  ).join('');
}
