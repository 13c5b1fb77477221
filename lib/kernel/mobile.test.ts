import fc from 'fast-check';
import { expect, test } from 'vitest';
import { maskEmail, maskIdNumber, maskMobile, maskPersonName } from './masking';
import { parseMobile } from './mobile';

test.each(['19900000001', '+86 199 0000 0001', '0086-199-0000-0001', '8619900000001', '１９９００００　０００１'])(
  '%s is read',
  (text) => {
    expect(parseMobile(text)).toEqual({ ok: true, normalised: '19900000001' });
  },
);

test.each([
  ['', '请填写手机号。'],
  ['1990000001', '手机号应为 11 位，您填写了 10 位。'],
  ['12900000001', '手机号应以 13 至 19 开头，请检查前两位。'],
  ['1990000000a', '手机号只能是数字，请检查。'],
])('%s is refused with the reason', (text, because) => {
  expect(parseMobile(text)).toEqual({ ok: false, because });
});

test('every number from 13 to 19 is accepted', () => {
  const number = fc.tuple(fc.integer({ min: 3, max: 9 }), fc.integer({ min: 0, max: 999_999_999 }));
  fc.assert(
    fc.property(number, ([second, rest]) => {
      expect(parseMobile(`1${second}${String(rest).padStart(9, '0')}`).ok).toBe(true);
    }),
  );
});

test('what is masked keeps its ends only', () => {
  expect(maskMobile('19900000001')).toBe('199****0001');
  expect(maskMobile('123')).toBe('***');
  expect(maskIdNumber('11010519491231002X')).toBe('1101**********002X');
  expect(maskIdNumber('ABC110080010101')).toBe('ABC1*******0101');
  expect(maskPersonName('张三')).toBe('张*');
  expect(maskPersonName('欧阳示例')).toBe('欧**例');
  expect(maskPersonName('𠮷示')).toBe('𠮷*');
  expect(maskPersonName('张')).toBe('*');
  expect(maskEmail('shili@example.com')).toBe('s***@example.com');
});
