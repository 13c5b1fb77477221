import { describe, expect, test } from 'vitest';
import { passwordFault } from './password-policy';

const person = { mobile: '19900000001', documentNumber: '320000199405120126', name: '林示例' };

describe('a new password', () => {
  test.each(['Kexue-huo-7山', 'tai3yang&Shui', 'Xr7!vqLm', '三角函数42题目ab'])('%s is taken', (password) => {
    expect(passwordFault(password, person)).toBeNull();
  });

  test.each([
    ['', '请设置密码。'],
    ['Ab1!x', '密码至少 8 个字符，您填写了 5 个。'],
    ['abcdefgh', '密码要在大写字母、小写字母、数字、符号四种中至少用三种，请换一个。'],
    ['abcdefgh1234', '密码要在大写字母、小写字母、数字、符号四种中至少用三种，请换一个。'],
    ['Ab!19900000001', '密码不能含有手机号，请换一个。'],
    ['Ab!320000199405120126', '密码不能含有证件号码或其中的出生日期，请换一个。'],
    ['Lin!19940512', '密码不能含有证件号码或其中的出生日期，请换一个。'],
    ['Ab3-林示例-x', '密码不能含有姓名，请换一个。'],
  ])('%s is refused with a sentence that says what to do', (password, sentence) => {
    expect(passwordFault(password, person)).toBe(sentence);
  });

  test.each([
    'Password1!',
    'P@ssw0rd',
    'Aa123456',
    'Qwerty123!',
    'Admin@2024',
    'Teacher2025!',
    'Abcd1234!',
    'Woaini520!',
  ])('%s is too common', (password) => {
    expect(passwordFault(password, person)).toBe('这个密码太常见，容易被猜中，请换一个。');
  });

  test('is counted in characters, not in UTF-16 units', () => {
    expect(passwordFault('𠮷𠮷Ab1', person)).toBe('密码至少 8 个字符，您填写了 5 个。');
  });

  test('may hold at most 64 characters', () => {
    expect(passwordFault(`Ab1!${'kx7'.repeat(40)}`)).toMatch(/^密码最多 64 个字符/);
  });
});
