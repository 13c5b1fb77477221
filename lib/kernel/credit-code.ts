export type CreditCodeResult = { ok: true; normalised: string } | { ok: false; because: string };

/** GB 32100: no I, O, S, V, Z. A character's place is its value. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const lookAlikes: Record<string, string> = { I: '1', O: '0', S: '5', V: 'U 或 Y', Z: '2' };

export function parseCreditCode(text: string): CreditCodeResult {
  const code = text
    .normalize('NFKC')
    .replace(/[\s\-‐-―]/g, '')
    .toUpperCase();
  const because = fault(code);
  return because ? { ok: false, because } : { ok: true, normalised: code };
}

function fault(code: string): string | undefined {
  if (code === '') return '请填写统一社会信用代码。';
  const points = [...code];
  const place = points.findIndex((character) => !alphabet.includes(character));
  if (place >= 0) return strangeCharacter(points[place] ?? '', place + 1);
  if (code.length !== 18) return `统一社会信用代码应为 18 位，您填写了 ${code.length} 位。`;
  if (creditCodeCheckCharacter(code.slice(0, 17)) !== code[17]) {
    return '统一社会信用代码的最后一位校验不符，可能有一位输错或两位颠倒，请对照证书核对。';
  }
  return undefined;
}

function strangeCharacter(character: string, place: number): string {
  const meant = lookAlikes[character];
  if (!meant) return `统一社会信用代码只含数字和大写字母，第 ${place} 位的“${character}”请检查。`;
  return `统一社会信用代码不使用字母 I、O、S、V、Z，第 ${place} 位的“${character}”可能是 ${meant}。`;
}

/** The eighteenth character for the first seventeen: 31 minus the weighted sum modulo 31. */
export function creditCodeCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return alphabet.charAt((31 - (sum % 31)) % 31);
}
