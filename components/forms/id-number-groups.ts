/** 320102 19900302 001 X: region, birthday, order, check digit; other documents in fours. */
export function idNumberGroups(typed: string): string {
  const plain = typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  if (!/^\d{1,17}[\dX]?$/.test(plain)) return (plain.match(/.{1,4}/gu) ?? []).join(' ');
  return [plain.slice(0, 6), plain.slice(6, 14), plain.slice(14, 17), plain.slice(17)].filter(Boolean).join(' ');
}
