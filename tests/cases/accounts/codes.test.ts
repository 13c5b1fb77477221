import { describe, expect, it } from 'vitest';
import { checkCode, spendCode } from '@/lib/accounts/check-code';
import { sendCode } from '@/lib/accounts/send-code';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { fields } from '@/lib/secrets';
import {
  codeFor,
  later,
  lastSms,
  registered,
  smsTo,
  somebodyNew,
  somewhere,
  today,
} from '../../build/accounts/registration';

const other = (code: string): string => (code === '000000' ? '000001' : '000000');
const check = (mobile: string, code: string, now = today) => checkCode({ purpose: 'REGISTER', mobile, code, now });

describe('a verification code', () => {
  it('reaches the number by SMS and stands in the database only as a keyed digest', async () => {
    const { mobile } = somebodyNew();
    const code = await codeFor(mobile);
    expect(code).toMatch(/^\d{6}$/);
    const row = await db.verificationCode.findFirstOrThrow({ where: { phoneIndex: fields().index('phone', mobile) } });
    expect(row.codeHash).not.toContain(code);
    await expect(check(mobile, code)).resolves.toBe(row.id);
  });

  it('is good for ten minutes', async () => {
    const { mobile } = somebodyNew();
    const code = await codeFor(mobile);
    await expect(check(mobile, code, later(9.9))).resolves.toBeTruthy();
    await expect(check(mobile, code, later(10))).rejects.toThrow('验证码不正确或已过期');
  });

  it('dies after five wrong tries, and the right one then comes too late', async () => {
    const { mobile } = somebodyNew();
    const code = await codeFor(mobile);
    for (let tries = 0; tries < 5; tries++) await expect(check(mobile, other(code))).rejects.toThrow('验证码不正确');
    await expect(check(mobile, code)).rejects.toThrow('输错次数过多');
  });

  it('counts parallel wrong tries one by one', async () => {
    const { mobile } = somebodyNew();
    const code = await codeFor(mobile);
    await Promise.allSettled(Array.from({ length: 20 }, () => check(mobile, other(code))));
    await expect(check(mobile, code)).rejects.toThrow('输错次数过多');
  });

  it('is spent once', async () => {
    const { mobile } = somebodyNew();
    const id = await check(mobile, await codeFor(mobile));
    const spend = () => inTransaction((tx) => spendCode(tx, id, today));
    const outcomes = await Promise.allSettled([spend(), spend(), spend()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('gives way to a newer one, and serves one purpose only', async () => {
    const { mobile } = somebodyNew();
    const first = await codeFor(mobile);
    const second = await codeFor(mobile, 'REGISTER', later(2));
    if (first !== second) await expect(check(mobile, first, later(2))).rejects.toThrow('验证码不正确');
    await expect(checkCode({ purpose: 'RECOVER', mobile, code: second, now: later(2) })).rejects.toThrow(
      '验证码不正确',
    );
    await expect(check(mobile, second, later(2))).resolves.toBeTruthy();
  });

  it('is not sent twice within a minute, also not by ten clicks at once', async () => {
    const { mobile } = somebodyNew();
    const ask = () => sendCode({ purpose: 'REGISTER', input: { mobile }, now: today, request: somewhere });
    const outcomes = await Promise.allSettled(Array.from({ length: 10 }, ask));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await smsTo(mobile)).toHaveLength(1);
  });

  it('is sent five times in 24 hours, and again the day after', async () => {
    const { mobile } = somebodyNew();
    for (let sent = 0; sent < 5; sent++) await codeFor(mobile, 'REGISTER', later(sent * 2));
    await expect(codeFor(mobile, 'REGISTER', later(10))).rejects.toThrow('24 小时内最多获取 5 次验证码');
    await expect(codeFor(mobile, 'REGISTER', later(25 * 60))).resolves.toMatch(/^\d{6}$/);
  });

  it('is limited for one address, however many numbers it tries', async () => {
    const ask = (now: Date) =>
      sendCode({ purpose: 'REGISTER', input: { mobile: somebodyNew().mobile }, now, request: { ip: '192.0.2.7' } });
    for (let sent = 0; sent < 120; sent++) await ask(today);
    await expect(ask(today)).rejects.toThrow('您所在的网络操作过于频繁');
    await expect(ask(later(61))).resolves.toBeUndefined();
  });

  it('for a new password tells an unknown number in the message, and nobody on the screen', async () => {
    const { mobile } = somebodyNew();
    await expect(
      sendCode({ purpose: 'RESET_PASSWORD', input: { mobile }, now: today, request: somewhere }),
    ).resolves.toBeUndefined();
    expect(await lastSms(mobile)).toContain('没有可以使用的账号');
    const person = await registered();
    await sendCode({ purpose: 'RESET_PASSWORD', input: { mobile: person.mobile }, now: later(2), request: somewhere });
    expect(await lastSms(person.mobile)).toContain('用于重设密码');
  });
});
