import { beijingDay, longPlainDate, parsePlainDate } from './dates';
import { provinceByCode } from './regions';

export const documentKinds = ['MAINLAND_ID', 'HMT_RESIDENCE_PERMIT', 'FOREIGNER_CARD', 'FOREIGNER_CARD_OLD'] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentKindNames: Record<DocumentKind, string> = {
  MAINLAND_ID: '居民身份证',
  HMT_RESIDENCE_PERMIT: '港澳台居民居住证',
  FOREIGNER_CARD: '外国人永久居留身份证（18 位号码）',
  FOREIGNER_CARD_OLD: '外国人永久居留身份证（15 位旧号码）',
};

export type IdNumberResult =
  | { ok: true; kind: DocumentKind; normalised: string; birthday?: string; sex?: 'MALE' | 'FEMALE' }
  | { ok: false; because: string };

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const permitPrefixes = ['810000', '820000', '830000'];

/**
 * Reads an identity document's number as people type it. `today` is a Beijing day, YYYY-MM-DD.
 * A residence permit typed under 居民身份证 comes back with its own kind.
 */
export function parseIdNumber(kind: DocumentKind, text: string, today = beijingDay(new Date())): IdNumberResult {
  const number = text
    .normalize('NFKC')
    .replace(/[\s\-‐-―]/g, '')
    .toUpperCase();
  if (number === '') return { ok: false, because: '请填写证件号码。' };
  if (kind === 'FOREIGNER_CARD_OLD') return parseOldForeignerCard(number);
  const because = faultOfForm(kind, number) ?? faultOfPrefix(kind, number) ?? faultOfDate(number, today);
  if (because) return { ok: false, because };
  if (idCheckCharacter(number.slice(0, 17)) !== number[17]) {
    return { ok: false, because: '证件号码的最后一位校验不符，可能有一位输错或两位颠倒，请对照证件核对。' };
  }
  return {
    ok: true,
    kind: kind === 'MAINLAND_ID' && isPermit(number) ? 'HMT_RESIDENCE_PERMIT' : kind,
    normalised: number,
    birthday: birthdayOf(number),
    sex: Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE',
  };
}

/** Three letters of the nationality, then twelve digits. */
function parseOldForeignerCard(number: string): IdNumberResult {
  if (/^[A-Z]{3}\d{12}$/.test(number)) return { ok: true, kind: 'FOREIGNER_CARD_OLD', normalised: number };
  return { ok: false, because: '15 位旧号码由 3 个字母和 12 位数字组成，请对照证件核对。' };
}

function faultOfForm(kind: DocumentKind, number: string): string | undefined {
  const points = [...number];
  const place = points.findIndex((character, index) => !/\d/.test(character) && !(index === 17 && character === 'X'));
  if (place >= 0 && points.length <= 18) {
    return `证件号码只能是数字，最后一位可以是 X；请检查第 ${place + 1} 位的“${points[place]}”。`;
  }
  if (points.length === 15 && kind === 'MAINLAND_ID') return '15 位身份证号码已停止使用，请填写 18 位号码。';
  if (points.length !== 18) return `证件号码应为 18 位，您填写了 ${points.length} 位。`;
  return undefined;
}

function faultOfPrefix(kind: DocumentKind, number: string): string | undefined {
  if (kind === 'FOREIGNER_CARD') {
    return number.startsWith('9') ? undefined : '外国人永久居留身份证的 18 位号码以 9 开头，请核对证件类型和号码。';
  }
  if (kind === 'HMT_RESIDENCE_PERMIT') {
    if (isPermit(number)) return undefined;
    return '港澳台居民居住证号码以 810000、820000 或 830000 开头，请核对证件类型和号码。';
  }
  if (number.startsWith('9')) return '这像是外国人永久居留身份证号码，请把证件类型改为外国人永久居留身份证。';
  if (isPermit(number) || (provinceByCode(number.slice(0, 2)) && !/^8/.test(number))) return undefined;
  return `号码开头的“${number.slice(0, 2)}”不是省级行政区代码，请对照证件核对。`;
}

function faultOfDate(number: string, today: string): string | undefined {
  const birthday = birthdayOf(number);
  if (!parsePlainDate(birthday) || birthday < '1800') {
    return `号码第 7 至 14 位“${number.slice(6, 14)}”不是真实的出生日期，请对照证件核对。`;
  }
  if (birthday > today) return `号码中的出生日期${longPlainDate(birthday)}还没有到，请对照证件核对。`;
  return undefined;
}

const isPermit = (number: string): boolean => permitPrefixes.includes(number.slice(0, 6));

const birthdayOf = (number: string): string => `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;

/** GB 11643, ISO 7064 MOD 11-2: the eighteenth character for the first seventeen digits. */
export function idCheckCharacter(first17: string): string {
  const sum = weights.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return '10X98765432'.charAt(sum % 11);
}
