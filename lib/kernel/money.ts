declare const unit: unique symbol;

/** Whole fen (分); never a fraction. */
export type Fen = number & { readonly [unit]: 'fen' };

/** What the 32-bit columns hold: 21,474,836.47 yuan. */
const largestStored = 2_147_483_647;

export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`not whole fen: ${amount}`);
  return amount as Fen;
}

/** ¥100.00; thousands are grouped. */
export function yuan(amount: number): string {
  const whole = fen(amount);
  const digits = String(Math.abs(whole)).padStart(3, '0');
  const grouped = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${whole < 0 ? '-' : ''}¥${grouped}.${digits.slice(-2)}`;
}

/** For spreadsheets: -1234.50, without sign of currency and grouping. */
export const plainYuan = (amount: number): string => yuan(amount).replace('¥', '').replaceAll(',', '');

/** What goes back into a money field: 100.00, without sign and grouping. */
export const yuanAsTyped = plainYuan;

/** Reads 100, 100.5, ￥1,000.00, 100元 and full-width digits; null when it is no amount of whole fen. */
export function parseYuan(text: string): Fen | null {
  const plain = text
    .normalize('NFKC')
    .replace(/\s/g, '')
    .replace(/^[¥￥]/, '')
    .replace(/元$/, '');
  if (!/^(\d{1,3}(,\d{3})+|\d+)(\.\d{1,2})?$/.test(plain)) return null;
  const [whole = '', fraction = ''] = plain.replaceAll(',', '').split('.');
  const amount = Number(whole + fraction.padEnd(2, '0'));
  return amount <= largestStored ? fen(amount) : null;
}
