import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fen, parseYuan, yuan, yuanAsTyped } from './money';

test('money is shown with its sign and two decimals', () => {
  expect(yuan(10000)).toBe('¥100.00');
  expect(yuan(0)).toBe('¥0.00');
  expect(yuan(5)).toBe('¥0.05');
  expect(yuan(-1205)).toBe('-¥12.05');
  expect(yuan(123456789)).toBe('¥1,234,567.89');
});

test.each(['100', '100.00', '100.0', '￥100', '¥ 100.00', '１００', '100元', ' 100 '])(
  '%s is a hundred yuan',
  (text) => {
    expect(parseYuan(text)).toBe(10000);
  },
);

test('thousands may be grouped, rightly', () => {
  expect(parseYuan('1,234.5')).toBe(123450);
  expect(parseYuan('12,34')).toBeNull();
});

test.each(['', '-1', '1.234', '1e3', '一百', '0x10', '1.', '99999999999'])('%s is no amount', (text) => {
  expect(parseYuan(text)).toBeNull();
});

test('half a fen is a bug', () => {
  expect(() => fen(0.5)).toThrow(RangeError);
  expect(() => fen(Number.NaN)).toThrow(RangeError);
});

test('what is shown can be read back to the same fen', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_147_483_647 }), (amount) => {
      expect(parseYuan(yuan(amount))).toBe(amount);
      expect(parseYuan(yuanAsTyped(amount))).toBe(amount);
    }),
  );
});
