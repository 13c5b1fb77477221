interface AboutPerson {
  mobile?: string;
  documentNumber?: string;
  name?: string;
}

export const shortestPassword = 8;
export const longestPassword = 64;

export const passwordHint = `${shortestPassword} 至 ${longestPassword} 个字符，大写字母、小写字母、数字、符号至少用三种；不能含有手机号、证件号码或姓名。`;

/** What is wrong with a new password, in one sentence, or null. */
export function passwordFault(password: string, person: AboutPerson = {}): string | null {
  const length = [...password].length;
  if (length === 0) return '请设置密码。';
  if (length < shortestPassword) return `密码至少 ${shortestPassword} 个字符，您填写了 ${length} 个。`;
  if (length > longestPassword) return `密码最多 ${longestPassword} 个字符，您填写了 ${length} 个。`;
  if (kindsOf(password) < 3) return '密码要在大写字母、小写字母、数字、符号四种中至少用三种，请换一个。';
  const personal = personalPart(password, person);
  if (personal) return `密码不能含有${personal}，请换一个。`;
  if (isCommon(password)) return '这个密码太常见，容易被猜中，请换一个。';
  return null;
}

function kindsOf(password: string): number {
  const kinds = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{Lu}\p{Ll}\p{Nd}]/u];
  return kinds.filter((kind) => kind.test(password)).length;
}

function personalPart(password: string, { mobile, documentNumber, name }: AboutPerson): string | null {
  const plain = password.normalize('NFKC').toUpperCase();
  if (mobile && plain.includes(mobile)) return '手机号';
  if (documentNumber && (plain.includes(documentNumber) || hasBirthday(plain, documentNumber)))
    return '证件号码或其中的出生日期';
  if (name && [...name].length > 1 && plain.includes(name.normalize('NFKC').toUpperCase())) return '姓名';
  return null;
}

const hasBirthday = (plain: string, number: string): boolean =>
  number.length === 18 && plain.includes(number.slice(6, 14));

const commonWords = new Set(
  `a aa aaa abc abcd abcde abcdef admin administrator asd asdf asdfgh baidu china default dragon guest hello iloveyou
  jiangsu jiaoshi keji kexue laoshi letmein login love master mima mm monkey nihao pass passw passwd password passwort
  princess q qaz qazwsx qq qwe qweasd qwer qwert qwerty qwertyuiop renzheng root school secret sunshine superman teacher
  test user weixin welcome wo woaini wsx xiaoxue xuexiao you youxiang zaq zhongguo zx zxc zxcv zxcvbn`.split(/\s+/),
);
const runs = ['0123456789', '9876543210', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const letterLikes: Record<string, string> = { '0': 'o', '1': 'l', '3': 'e', '5': 's', '@': 'a', $: 's', '!': 'i' };

/** Common when every part of it is: a known word, a run of keys, one key again and again, a year, or a few digits. */
function isCommon(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  const spelled = [...plain].map((character) => letterLikes[character] ?? character).join('');
  return [plain, spelled].some((text) => (text.match(/[a-z]+|\d+|[^\p{ASCII}]+/gu) ?? []).every(isWeakPart));
}

function isWeakPart(part: string): boolean {
  if (commonWords.has(part) || /^(.)\1*$/.test(part) || runs.some((run) => run.includes(part))) return true;
  return /^\d{1,3}$/.test(part) || /^(19|20)\d\d$/.test(part) || /^(\d{1,4})\1+$/.test(part);
}
