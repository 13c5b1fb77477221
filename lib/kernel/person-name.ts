export type PersonNameResult = { ok: true; normalised: string } | { ok: false; because: string };

/** The column's length, in code points. */
const longest = 200;

const dotVariants = /[\u0387\u2022\u2027\u2219\u22C5\u30FB\uFF65\uFE52\u2024]/gu;
/** Invisible marks that come along when text is copied, and variation selectors. */
const invisible = /\p{Default_Ignorable_Code_Point}/gu;
const ideograph = String.raw`[\p{Script=Han}\u3007]`;

/** A name as on the identity document: every ideograph of GB 18030-2022 level 3 and later, "·" kept. */
export function parsePersonName(text: string): PersonNameResult {
  const name = normalise(text);
  const because = fault(name);
  return because ? { ok: false, because } : { ok: true, normalised: name };
}

function normalise(text: string): string {
  return text
    .replace(/[\uFF21-\uFF3A\uFF41-\uFF5A\uFF0D\uFF07]/g, (wide) => wide.normalize('NFKC'))
    .replace(invisible, '')
    .replace(/\p{Script=Latin}\p{M}+/gu, (letter) => letter.normalize('NFC'))
    .replace(/[\s\u3000]+/gu, ' ')
    .trim()
    .replace(dotVariants, '·')
    .replace(new RegExp(`(?<=${ideograph}) ?[.\uFF0E] ?(?=${ideograph})`, 'gu'), '·')
    .replaceAll('\uFF0E', '.')
    .replace(/ ?·[ ·]*/gu, '·')
    .replace(/[\u2018\u2019]/g, "'")
    .replace(new RegExp(`(?<=${ideograph}) | (?=${ideograph})`, 'gu'), '');
}

function fault(name: string): string | undefined {
  if (name === '') return '请填写姓名。';
  const points = [...name];
  const strange = points.find((character) => !/[\p{L}\p{M}\u3007· .'-]/u.test(character));
  if (strange !== undefined) return `姓名中不能有${describe(strange)}，请按证件上的姓名填写。`;
  if (!/[\p{L}\u3007]/u.test(name)) return '请按证件上的姓名填写。';
  if (/^[·\p{M}.'-]|[·'-]$/u.test(name)) return '姓名的开头和结尾不能是间隔号或标点，请按证件上的姓名填写。';
  if (points.length > longest) return `姓名最多 ${longest} 个字，您填写了 ${points.length} 个字。`;
  return undefined;
}

function describe(character: string): string {
  const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  if (/\p{Co}/u.test(character)) return `自造字（编码 ${code}，请改用该字的正式编码）`;
  if (/[\p{Cc}\p{Cf}\p{Cs}\p{Cn}]/u.test(character)) return `看不见的控制字符（编码 ${code}）`;
  if (/\p{Nd}/u.test(character)) return `数字“${character}”`;
  if (/\p{Extended_Pictographic}/u.test(character)) return `表情符号“${character}”`;
  return `符号“${character}”`;
}
