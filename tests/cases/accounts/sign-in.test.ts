import { describe, expect, it } from 'vitest';
import { actorOfSession } from '@/lib/accounts/actor-of-session';
import { resetPassword } from '@/lib/accounts/reset-password';
import { signInInput } from '@/lib/accounts/schema';
import { signIn } from '@/lib/accounts/sign-in';
import { withdrawConsent } from '@/lib/accounts/withdraw-consent';
import { db } from '@/lib/db/client';
import { seedAssociations } from '@/prisma/seed/associations';
import {
  codeFor,
  eventsOf,
  later,
  lastSms,
  onOwnAccount,
  registered,
  somebodyNew,
  today,
} from '../../build/accounts/registration';

interface Try {
  account: string;
  password: string;
  now?: Date;
  ip?: string;
  privacy?: string;
}

const enter = ({ account, password, privacy, now = today, ip = '' }: Try) =>
  signIn({ input: signInInput.parse({ account, password, privacy }), now, request: { ip, userAgent: 'test' } });

const sentenceOf = async (attempt: Promise<unknown>): Promise<string> =>
  attempt.then(
    () => '',
    (error: unknown) => (error as { sentence: string }).sentence,
  );

describe('sign-in', () => {
  it('works with the mobile number and with the ID number, as typed', async () => {
    const person = await registered();
    const spaced = person.mobile.replace(/^(...)(....)/, '$1 $2 ');
    expect(await enter({ account: spaced, password: person.password })).toMatchObject({
      outcome: 'signed_in',
      role: 'APPLICANT',
    });
    const lower = person.documentNumber.toLowerCase();
    expect(await enter({ account: lower, password: person.password })).toMatchObject({ outcome: 'signed_in' });
  });

  it('answers an unknown account word for word like a wrong password, up to the lock', async () => {
    const person = await registered();
    const unknown = somebodyNew().mobile;
    for (let tries = 1; tries <= 7; tries++) {
      const [known, nobody] = [person.mobile, unknown].map((account) =>
        sentenceOf(enter({ account, password: 'Wrong-pass-9' })),
      );
      expect(await known).toBe(await nobody);
      expect(await known).toMatch(tries < 5 ? `还可以试 ${5 - tries} 次` : /已暂停登录，请在 15 分钟后再试/);
    }
  });

  it('is locked for 15 minutes after five failures, also for the right password, and open again afterwards', async () => {
    const { mobile, documentNumber, password } = await registered();
    for (let tries = 0; tries < 5; tries++)
      await sentenceOf(enter({ account: mobile, password: 'Wrong-pass-9', now: later(tries) }));
    await expect(enter({ account: mobile, password, now: later(5) })).rejects.toThrow('SIGN_IN_LOCKED');
    await expect(enter({ account: documentNumber, password, now: later(18) })).rejects.toThrow('SIGN_IN_LOCKED');
    expect(await enter({ account: mobile, password, now: later(19.1) })).toMatchObject({ outcome: 'signed_in' });
  });

  it('counts failures of mobile and ID number together, and forgets them after a success', async () => {
    const { mobile, documentNumber, password } = await registered();
    for (const account of [mobile, documentNumber, mobile, documentNumber])
      await sentenceOf(enter({ account, password: 'Wrong-pass-9' }));
    await enter({ account: mobile, password });
    expect(await sentenceOf(enter({ account: mobile, password: 'Wrong-pass-9' }))).toContain('还可以试 4 次');
  });

  it('cannot be guessed by 20 tries at once', async () => {
    const { mobile, password } = await registered();
    await Promise.allSettled(Array.from({ length: 20 }, () => enter({ account: mobile, password: 'Wrong-pass-9' })));
    await expect(enter({ account: mobile, password })).rejects.toThrow('SIGN_IN_LOCKED');
  });

  it('is throttled for one address that tries many accounts; successes do not count', async () => {
    const person = await registered();
    const ip = '192.0.2.8';
    for (let tries = 0; tries < 3; tries++) await enter({ account: person.mobile, password: person.password, ip });
    await db.rateLimit.update({ where: { key: `sign-in:address:${ip}` }, data: { points: 120 } });
    await expect(enter({ account: somebodyNew().mobile, password: 'x', ip })).rejects.toThrow('ADDRESS_LIMIT');
    expect((await db.rateLimit.findUniqueOrThrow({ where: { key: `sign-in:address:${ip}` } })).points).toBe(121);
  });

  it('is refused to a disabled account like a wrong password', async () => {
    const person = await registered();
    await db.person.update({ where: { id: person.personId }, data: { disabledAt: today } });
    await expect(enter({ account: person.mobile, password: person.password })).rejects.toThrow('SIGN_IN_REFUSED');
    expect(await actorOfSession(person.sessionId, today)).toBeNull();
  });

  it('asks for consent again after it was withdrawn, which ended every session', async () => {
    const person = await registered();
    await onOwnAccount(withdrawConsent, { actor: person.actor, input: { document: 'privacy' } });
    expect(await actorOfSession(person.sessionId, today)).toBeNull();
    const account = person.mobile;
    expect(await enter({ account, password: person.password })).toEqual({ outcome: 'consent_needed' });
    expect(await enter({ account, password: person.password, privacy: 'yes' })).toMatchObject({ outcome: 'signed_in' });
    expect(await enter({ account, password: person.password })).toMatchObject({ outcome: 'signed_in' });
  });

  it('starts staff with one role and no application in that role', async () => {
    await seedAssociations(db);
    const person = await registered();
    const grant = { personId: person.personId, associationId: 'jiangsu', approvedAt: today };
    await db.roleGrant.create({ data: { ...grant, role: 'REVIEWER' } });
    expect(await enter({ account: person.mobile, password: person.password })).toMatchObject({ role: 'REVIEWER' });
    const written = { stream: `person:${person.personId}`, name: 'signed_in', actorRole: 'REVIEWER' } as const;
    expect(await db.auditEvent.count({ where: written })).toBe(1);
    await db.roleGrant.create({ data: { ...grant, role: 'EXPERT' } });
    expect(await enter({ account: person.mobile, password: person.password })).toMatchObject({ role: 'APPLICANT' });
  });

  it('leaves a trace of every failure', async () => {
    const person = await registered();
    await sentenceOf(enter({ account: person.mobile, password: 'Wrong-pass-9' }));
    expect(await eventsOf(person.personId)).toEqual(['registered', 'signed_in', 'sign_in_failed']);
  });
});

describe('a forgotten password', () => {
  const reset = async (mobile: string, password: string, now = later(2)) =>
    resetPassword({ input: { mobile, code: await codeFor(mobile, 'RESET_PASSWORD', now), password }, now });

  it('is set anew by a code: old sessions end, the lock opens, the owner is told', async () => {
    const person = await registered();
    for (let tries = 0; tries < 5; tries++)
      await sentenceOf(enter({ account: person.mobile, password: 'Wrong-pass-9' }));
    await reset(person.mobile, 'xin-Mima8-zhong');
    expect(await actorOfSession(person.sessionId, later(2))).toBeNull();
    expect(await lastSms(person.mobile)).toContain('密码刚刚修改');
    expect(await enter({ account: person.mobile, password: 'xin-Mima8-zhong', now: later(2) })).toMatchObject({
      outcome: 'signed_in',
    });
    await expect(enter({ account: person.mobile, password: person.password, now: later(2) })).rejects.toThrow(
      'SIGN_IN_REFUSED',
    );
  });

  it('must not hold the ID number, and a refusal leaves the code usable', async () => {
    const person = await registered();
    const code = await codeFor(person.mobile, 'RESET_PASSWORD', later(2));
    const wish = { mobile: person.mobile, code, password: `Ab!${person.documentNumber}` };
    await expect(resetPassword({ input: wish, now: later(2) })).rejects.toMatchObject({
      fieldErrors: { password: [expect.any(String)] },
    });
    await expect(
      resetPassword({ input: { ...wish, password: 'xin-Mima8-zhong' }, now: later(3) }),
    ).resolves.toBeUndefined();
  });

  it('cannot be set for a number without an account, whatever code is guessed', async () => {
    const { mobile } = somebodyNew();
    await codeFor(mobile, 'RESET_PASSWORD', later(2));
    await expect(
      resetPassword({ input: { mobile, code: '123456', password: 'xin-Mima8-zhong' }, now: later(2) }),
    ).rejects.toThrow('验证码不正确或已过期');
  });
});
