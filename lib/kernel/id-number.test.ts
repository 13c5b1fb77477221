import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DocumentKind, idCheckCharacter, parseIdNumber } from './id-number';
import { provinces } from './regions';

const today = '2026-11-24';
const parse = (kind: DocumentKind, text: string) => parseIdNumber(kind, text, today);
const sentence = (kind: DocumentKind, text: string) => {
  const result = parse(kind, text);
  return result.ok ? '' : result.because;
};

const day = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2026-11-23'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const digits = (length: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length }).map((list) => list.join(''));
const mainlandPrefix = fc
  .tuple(fc.constantFrom(...provinces.map(({ code }) => code).filter((code) => !code.startsWith('8'))), digits(4))
  .map((parts) => parts.join(''));
const numberWith = (prefix: fc.Arbitrary<string>) =>
  fc.tuple(prefix, day, digits(3)).map(([start, birthday, order]) => {
    const first17 = start + birthday.replaceAll('-', '') + order;
    return { number: first17 + idCheckCharacter(first17), birthday };
  });
const mainland = numberWith(mainlandPrefix);

describe('the vectors of GB 11643', () => {
  test('the standard’s own samples are read with birthday and sex', () => {
    expect(parse('MAINLAND_ID', '11010519491231002X')).toEqual({
      ok: true,
      kind: 'MAINLAND_ID',
      normalised: '11010519491231002X',
      birthday: '1949-12-31',
      sex: 'FEMALE',
    });
    expect(parse('MAINLAND_ID', '440524188001010014')).toMatchObject({ ok: true, birthday: '1880-01-01', sex: 'MALE' });
  });

  test('full-width digits, spaces, hyphens and a lower-case x are put right', () => {
    for (const text of ['１１０１０５１９４９１２３１００２Ｘ', ' 110105 19491231 002x ', '110105-19491231-002X']) {
      expect(parse('MAINLAND_ID', text)).toMatchObject({ ok: true, normalised: '11010519491231002X' });
    }
  });
});

describe('what is generated valid is accepted', () => {
  test('residents of every province, with birthday and sex as in the number', () => {
    fc.assert(
      fc.property(mainland, ({ number, birthday }) => {
        const sex = Number(number[16]) % 2 === 1 ? 'MALE' : 'FEMALE';
        expect(parse('MAINLAND_ID', number)).toMatchObject({ ok: true, kind: 'MAINLAND_ID', birthday, sex });
      }),
      { numRuns: 2000 },
    );
  });

  test('residence permits of Hong Kong, Macau and Taiwan, whichever kind was chosen', () => {
    fc.assert(
      fc.property(numberWith(fc.constantFrom('810000', '820000', '830000')), ({ number }) => {
        expect(parse('HMT_RESIDENCE_PERMIT', number)).toMatchObject({ ok: true, kind: 'HMT_RESIDENCE_PERMIT' });
        expect(parse('MAINLAND_ID', number)).toMatchObject({ ok: true, kind: 'HMT_RESIDENCE_PERMIT' });
      }),
      { numRuns: 500 },
    );
  });

  test('foreigners’ cards that begin with 9', () => {
    fc.assert(
      fc.property(numberWith(digits(5).map((rest) => `9${rest}`)), ({ number, birthday }) => {
        expect(parse('FOREIGNER_CARD', number)).toMatchObject({ ok: true, birthday });
      }),
      { numRuns: 500 },
    );
  });

  test('the old foreigners’ card of fifteen characters, without a birthday to read from it', () => {
    expect(parse('FOREIGNER_CARD_OLD', 'abc 110080010101')).toEqual({
      ok: true,
      kind: 'FOREIGNER_CARD_OLD',
      normalised: 'ABC110080010101',
    });
    expect(sentence('FOREIGNER_CARD_OLD', '110080010101')).toContain('3 个字母和 12 位数字');
  });
});

describe('slips of the hand', () => {
  test('one digit changed is refused', () => {
    const change = fc.tuple(mainland, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }));
    fc.assert(
      fc.property(change, ([{ number }, place, shift]) => {
        const other = String((Number(number[place]) + shift) % 10);
        expect(parse('MAINLAND_ID', number.slice(0, place) + other + number.slice(place + 1)).ok).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });

  test('two different neighbours swapped are refused', () => {
    fc.assert(
      fc.property(mainland, fc.integer({ min: 0, max: 16 }), ({ number }, place) => {
        const [first = '', second = ''] = [number[place], number[place + 1]];
        fc.pre(first !== second);
        const swapped = number.slice(0, place) + second + first + number.slice(place + 2);
        expect(parse('MAINLAND_ID', swapped).ok).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('a refusal says what to look at', () => {
  const withCheck = (first17: string) => first17 + idCheckCharacter(first17);

  test('each fault has its own sentence', () => {
    expect(sentence('MAINLAND_ID', '  ')).toBe('请填写证件号码。');
    expect(sentence('MAINLAND_ID', '1101051949123100')).toBe('证件号码应为 18 位，您填写了 16 位。');
    expect(sentence('MAINLAND_ID', '110105491231002')).toContain('15 位身份证号码已停止使用');
    expect(sentence('MAINLAND_ID', '1101O519491231002X')).toContain('第 5 位的“O”');
    expect(sentence('MAINLAND_ID', withCheck('99010519491231002'))).toContain('外国人永久居留身份证');
    expect(sentence('MAINLAND_ID', withCheck('16010519491231002'))).toContain('“16”不是省级行政区代码');
    expect(sentence('MAINLAND_ID', withCheck('81010519491231002'))).toContain('“81”不是省级行政区代码');
    expect(sentence('MAINLAND_ID', withCheck('32010019990229001'))).toContain('“19990229”不是真实的出生日期');
    expect(sentence('MAINLAND_ID', withCheck('32010020261125001'))).toContain('2026年11月25日还没有到');
    expect(sentence('MAINLAND_ID', '110105194912310020')).toContain('校验不符');
    expect(sentence('HMT_RESIDENCE_PERMIT', '11010519491231002X')).toContain('810000、820000 或 830000');
    expect(sentence('FOREIGNER_CARD', '11010519491231002X')).toContain('以 9 开头');
  });

  test('a birthday of today is accepted, one of tomorrow is not', () => {
    expect(parse('MAINLAND_ID', withCheck('32010020261124001')).ok).toBe(true);
    expect(parse('MAINLAND_ID', withCheck('32010020261125001')).ok).toBe(false);
  });

  test('any text at all is answered with a whole sentence or accepted', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
        const result = parse('MAINLAND_ID', text);
        if (!result.ok) expect(result.because).toMatch(/。$/);
      }),
    );
  });
});
