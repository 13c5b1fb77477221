import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePersonName } from './person-name';

const read = (text: string) => {
  const result = parsePersonName(text);
  return result.ok ? result.normalised : `! ${result.because}`;
};

describe('names as they stand on the document', () => {
  test.each([
    ['张三', '张三'],
    ['欧阳示例', '欧阳示例'],
    ['买买提·艾力', '买买提·艾力'],
    ['〇示', '〇示'],
    // Extension A, B, C, D, E, F, G, H and I.
    ['㛃𠮷𪜶𫖯𬱖𮐲𰻝𱁬𮯰', '㛃𠮷𪜶𫖯𬱖𮐲𰻝𱁬𮯰'],
    ['﨎示', '﨎示'],
    ["Anna Maria O'Neil-Li", "Anna Maria O'Neil-Li"],
    ['José Núñez', 'José Núñez'],
    ['John A. Smith Jr.', 'John A. Smith Jr.'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  test('the separator is U+00B7 however it was typed', () => {
    for (const dot of ['·', '•', '・', '‧', '．', '･', '∙', '⋅', '.', ' · ', '··']) {
      expect(read(`买买提${dot}艾力`)).toBe('买买提·艾力');
    }
  });

  test('spaces go from Chinese names and stay single in Latin ones', () => {
    expect(read(' 张　 三 ')).toBe('张三');
    expect(read('Anna   Maria\tLi')).toBe('Anna Maria Li');
    expect(read('Ａｎｎａ Ｌｉ')).toBe('Anna Li');
  });

  test('invisible marks that come with copied text are dropped, combining letters composed', () => {
    expect(read('\uFEFF张\u200B三\u200F')).toBe('张三');
    expect(read('张\u{E0101}三')).toBe('张三');
    expect(read('Jose\u0301')).toBe('José');
  });
});

describe('refusals name the character', () => {
  test.each([
    ['', '请填写姓名。'],
    ['张三😀', '姓名中不能有表情符号“😀”，请按证件上的姓名填写。'],
    ['张\uE000', '自造字（编码 U+E000'],
    ['张\u0007三', '看不见的控制字符（编码 U+0007）'],
    ['张三2', '数字“2”'],
    ['张三（曾用名）', '符号“（”'],
    ['张\uD83D', '编码 U+D83D'],
    ['·张三', '姓名的开头和结尾不能是间隔号'],
    ['···', '请按证件上的姓名填写。'],
  ])('%j', (text, expected) => {
    const result = parsePersonName(text);
    expect(result.ok ? result : result.because).toContain(expected);
  });

  test('length is counted in characters, not in UTF-16 units', () => {
    expect(read('𠮷'.repeat(200))).toBe('𠮷'.repeat(200));
    expect(read('𠮷'.repeat(201))).toContain('您填写了 201 个字');
  });
});

test('reading twice changes nothing more, and nothing throws', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc
      .array(fc.constantFrom('张', '𠮷', ' ', '·', '•', '.', 'a', 'É', '\u0301', '\u3000', "'"), { maxLength: 12 })
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const first = parsePersonName(typed);
      if (first.ok) expect(parsePersonName(first.normalised)).toEqual(first);
      else expect(first.because).toMatch(/。$/);
    }),
    { numRuns: 3000 },
  );
});

test('any ideograph of the Unicode blocks that GB 18030 level 3 takes in is allowed', () => {
  const blocks: [number, number][] = [
    [0x4e00, 0x9fff],
    [0x3400, 0x4dbf],
    [0x20000, 0x2a6df],
    [0x2a700, 0x2b739],
    [0x2b740, 0x2b81d],
    [0x2b820, 0x2cea1],
    [0x2ceb0, 0x2ebe0],
    [0x2ebf0, 0x2ee5d],
    [0x30000, 0x3134a],
    [0x31350, 0x323af],
  ];
  const ideograph = fc
    .constantFrom(...blocks)
    .chain(([min, max]) => fc.integer({ min, max }).map((code) => String.fromCodePoint(code)));
  fc.assert(
    fc.property(ideograph, (character) => {
      expect(read(`示${character}`)).toBe(`示${character}`);
    }),
    { numRuns: 3000 },
  );
});
