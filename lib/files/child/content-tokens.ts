export type Token = { kind: 'number'; value: number } | { kind: 'name'; value: string } | { kind: 'operator'; value: string };

const space = /[\s\0]+|%[^\r\n]*/y;
const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?=[\s\0/[\]()<>{}%]|$)/y;
const name = /\/[^\s\0/[\]()<>{}%]*/y;
const hexString = /<[0-9A-Fa-f\s]*>/y;
const bracket = /<<|>>|[[\]{}]/y;
const word = /[^\s\0/[\]()<>{}%]+/y;
/** The data of a picture within the text: skipped to the next lone EI. */
const inlineEnd = /[\s\0]EI(?=[\s\0]|$)/g;

/** The words of a page's content. Strings and brackets are passed over: what is drawn where does not depend on them. */
export function* contentTokens(text: string): Generator<Token> {
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const [found] = pattern.exec(text) ?? [];
    if (found === undefined) return null;
    at = pattern.lastIndex;
    return found;
  };
  while (at < text.length) {
    if (take(space) !== null || take(hexString) !== null || take(bracket) !== null) continue;
    const digits = take(number);
    if (digits !== null) {
      yield { kind: 'number', value: Number(digits) };
      continue;
    }
    const named = take(name);
    if (named !== null) {
      yield { kind: 'name', value: named.slice(1) };
      continue;
    }
    const value = take(word);
    if (value !== null) yield { kind: 'operator', value };
    if (value === 'ID') at = afterInlineData(text, at);
    if (value === null) at = text[at] === '(' ? afterString(text, at) : at + 1;
  }
}

function afterInlineData(text: string, at: number): number {
  inlineEnd.lastIndex = at;
  return inlineEnd.exec(text) ? inlineEnd.lastIndex - 2 : text.length;
}

function afterString(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at + 1;
  }
  return text.length;
}
