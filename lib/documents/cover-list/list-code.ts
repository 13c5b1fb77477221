import { timingSafeEqual } from 'node:crypto';
import { keyedLetters } from '@/lib/documents/application-form/page-code';

export type ListCode = { packetNumber: string; page: number; pages: number };

const CODE = /^L1\.([A-Z0-9]{1,12})\.([1-9]\d{0,2})\.([1-9]\d{0,2})\.([0-9A-HJKMNP-TV-Z]{8})$/;

/** Tells a sheet of the list from a page of a form, so that a list scanned along with its stack is known and laid aside. */
export function writeListCode(code: ListCode, pageKey: Uint8Array): string {
  return `${headerOf(code)}.${sealOf(code, pageKey)}`;
}

/** Anything that we did not print is null. */
export function readListCode(text: string, pageKey: Uint8Array): ListCode | null {
  const [, packetNumber = '', page, pages, seal = ''] = CODE.exec(text) ?? [];
  if (seal === '') return null;
  const code = { packetNumber, page: Number(page), pages: Number(pages) };
  return timingSafeEqual(Buffer.from(seal), Buffer.from(sealOf(code, pageKey))) ? code : null;
}

const headerOf = ({ packetNumber, page, pages }: ListCode): string => `L1.${packetNumber}.${page}.${pages}`;

const sealOf = (code: ListCode, pageKey: Uint8Array): string =>
  keyedLetters(pageKey, `list-code\n${headerOf(code)}`);
