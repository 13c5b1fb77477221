export type MobileResult = { ok: true; normalised: string } | { ok: false; because: string };

/** Mainland mobile number: eleven digits; +86, spaces, hyphens and full-width digits are taken off. */
export function parseMobile(text: string): MobileResult {
  const plain = text.normalize('NFKC').replace(/[\s\-‐-―()]/g, '');
  const digits = plain.replace(/^(\+86|0086|86(?=1\d{10}$))/, '');
  if (digits === '') return { ok: false, because: '请填写手机号。' };
  if (!/^\d+$/.test(digits)) return { ok: false, because: '手机号只能是数字，请检查。' };
  if (digits.length !== 11) return { ok: false, because: `手机号应为 11 位，您填写了 ${digits.length} 位。` };
  if (!/^1[3-9]/.test(digits)) return { ok: false, because: '手机号应以 13 至 19 开头，请检查前两位。' };
  return { ok: true, normalised: digits };
}
