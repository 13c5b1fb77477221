import { creditCodeCheckCharacter } from '../../../kernel/credit-code.ts';
import type { Certificate, NamePart } from './certificate.ts';

const commonName = '2.5.4.3';
const organisation = '2.5.4.10';
/** GM/T 0015: identity numbers of persons, which are nobody's business here. */
const personal = new Set(['1.2.156.10260.4.1.1', '1.2.156.10260.4.1.2']);
const longestWord = 120;

interface SignerWords {
  signerName: string | null;
  organisation: string | null;
  issuer: string | null;
  creditCode: string | null;
}

export const noSigner: SignerWords = { signerName: null, organisation: null, issuer: null, creditCode: null };

export const signerWords = (certificate: Certificate): SignerWords => ({
  signerName: partOf(certificate.subjectParts, commonName) ?? partOf(certificate.subjectParts, organisation),
  organisation: partOf(certificate.subjectParts, organisation),
  issuer: partOf(certificate.issuerParts, commonName) ?? partOf(certificate.issuerParts, organisation),
  creditCode: creditCodeIn(certificate),
});

export function partOf(parts: readonly NamePart[], oid: string): string | null {
  const text = parts.find((part) => part.oid === oid)?.text ?? '';
  return text.replace(/[\p{Cc}\p{Cf}]/gu, '').trim().slice(0, longestWord) || null;
}

/** Authorities put it in different places: any part of the name or any national extension may hold it. */
function creditCodeIn({ subjectParts, extensions }: Certificate): string | null {
  const national = extensions.filter(({ oid }) => oid.startsWith('1.2.156.') && !personal.has(oid));
  const texts = [...subjectParts.map(({ text }) => text), ...national.map(({ value }) => Buffer.from(value).toString('latin1'))];
  const candidates = texts.flatMap((text) => text.match(/[0-9A-HJ-NP-RTUW-Y]{18}/g) ?? []);
  return candidates.find((code) => creditCodeCheckCharacter(code.slice(0, 17)) === code[17] && !looksLikeIdNumber(code)) ?? null;
}

const looksLikeIdNumber = (code: string): boolean => /^\d{6}(19|20)\d\d(0[1-9]|1[0-2])([0-2]\d|3[01])\d{3}[\dX]$/.test(code);
