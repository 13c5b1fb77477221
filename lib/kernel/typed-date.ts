const lastDay = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate();
const two = (value: number) => String(value).padStart(2, '0');

/** `2025-03-02`, `2025年3月2日`, `2025.3.2` or `20250302`, also in full-width digits; null when it is no day. */
export function parseTypedDate(typed: string): string | null {
  const numbers = numbersOf(typed, /^(\d{4})(\d{2})(\d{2})$/);
  if (numbers.length !== 3) return null;
  const [year = 0, month = 0, day = 0] = numbers;
  if (!isMonth(year, month) || day < 1 || day > lastDay(year, month)) return null;
  return `${year}-${two(month)}-${two(day)}`;
}

/** `2025-03`, `2025年3月`, `2025.3` or `202503`; null when it is no month. */
export function parseTypedMonth(typed: string): string | null {
  const numbers = numbersOf(typed, /^(\d{4})(\d{2})$/);
  if (numbers.length !== 2) return null;
  const [year = 0, month = 0] = numbers;
  return isMonth(year, month) ? `${year}-${two(month)}` : null;
}

function isMonth(year: number, month: number): boolean {
  return year >= 1900 && year <= 2100 && month >= 1 && month <= 12;
}

function numbersOf(typed: string, packed: RegExp): number[] {
  const plain = typed.normalize('NFKC').replace(/\s/g, '');
  const whole = packed.exec(plain);
  if (whole) return whole.slice(1).map(Number);
  if (!/^\d{4}[-/.年]\d{1,2}([-/.月](\d{1,2}日?)?)?$/.test(plain)) return [];
  return (plain.match(/\d+/g) ?? []).map(Number);
}
