import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { creditCodeCheckCharacter, parseCreditCode } from './credit-code';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const first17 = fc
  .array(fc.constantFrom(...alphabet), { minLength: 17, maxLength: 17 })
  .map((characters) => characters.join(''));
const valid = first17.map((start) => start + creditCodeCheckCharacter(start));
const sentence = (text: string) => {
  const result = parseCreditCode(text);
  return result.ok ? '' : result.because;
};

describe('the vectors of GB 32100', () => {
  test.each([
    '91350100M000100Y43',
    '9144030071526726XG',
    '914403001922038216',
    '91330100799655058B',
    '12100000400002259P',
  ])('%s is right', (code) => {
    expect(parseCreditCode(code)).toEqual({ ok: true, normalised: code });
  });

  test('the sample printed with Z at its end is wrong, as Z is not in the alphabet', () => {
    expect(sentence('91350100M000100Y4Z')).toContain('不使用字母 I、O、S、V、Z');
  });

  test('letters are not counted by ASCII, and the check is 31 minus the remainder', () => {
    // The snippet that is widely copied takes charCode - 55 for letters and leaves out "31 -".
    const asCopied = (start: string) => {
      const value = (character: string) => (/\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55);
      const sum = [...start].reduce((total, character, index) => total + value(character) * (3 ** index % 31), 0);
      return alphabet.charAt(sum % 31);
    };
    expect(asCopied('91330100799655058')).not.toBe('B');
    expect(creditCodeCheckCharacter('91330100799655058')).toBe('B');
  });
});

describe('typing', () => {
  test('lower case, spaces and full-width characters are put right', () => {
    expect(parseCreditCode(' 9144 0300 7152 6726 xg ')).toMatchObject({ normalised: '9144030071526726XG' });
    expect(parseCreditCode('９１４４０３００７１５２６７２６ＸＧ')).toMatchObject({ normalised: '9144030071526726XG' });
  });

  test('a refusal says what to look at', () => {
    expect(sentence('')).toBe('请填写统一社会信用代码。');
    expect(sentence('9144')).toBe('统一社会信用代码应为 18 位，您填写了 4 位。');
    expect(sentence('9144O30071526726XG')).toContain('第 5 位的“O”可能是 0');
    expect(sentence('9144030071526726X?')).toContain('第 18 位的“?”');
    expect(sentence('914403001922038217')).toContain('校验不符');
  });

  test('every valid code is accepted; one character changed, or two neighbours swapped, is not', () => {
    fc.assert(
      fc.property(valid, fc.nat(16), fc.integer({ min: 1, max: 30 }), (code, place, shift) => {
        expect(parseCreditCode(code).ok).toBe(true);
        const other = alphabet.charAt((alphabet.indexOf(code.charAt(place)) + shift) % 31);
        expect(parseCreditCode(code.slice(0, place) + other + code.slice(place + 1)).ok).toBe(false);
        const [first = '', second = ''] = [code[place], code[place + 1]];
        const swapped = code.slice(0, place) + second + first + code.slice(place + 2);
        if (first !== second && place < 16) expect(parseCreditCode(swapped).ok).toBe(false);
      }),
      { numRuns: 3000 },
    );
  });
});
