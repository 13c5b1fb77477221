import { describe, expect, it } from 'vitest';
import { actorOfSession } from '@/lib/accounts/actor-of-session';
import { checkCode } from '@/lib/accounts/check-code';
import { registerPerson } from '@/lib/accounts/register-person';
import { registerInput } from '@/lib/accounts/schema';
import { db } from '@/lib/db/client';
import { fields } from '@/lib/secrets';
import {
  codeFor,
  eventsOf,
  later,
  registered,
  registrationInput,
  somebodyNew,
  somewhere,
  today,
} from '../../build/accounts/registration';

const register = async (facts: ReturnType<typeof somebodyNew>) => {
  const code = await codeFor(facts.mobile);
  return registerPerson({ input: registrationInput(facts, code), now: today, request: somewhere });
};

describe('registration', () => {
  it('makes one account, signed in as applicant, with the consents as they were worded', async () => {
    const person = await registered({ name: '示例·阿依古丽' });
    expect(await actorOfSession(person.sessionId, today)).toMatchObject({ name: '示例·阿依古丽', role: 'APPLICANT' });
    const row = await db.person.findUniqueOrThrow({ where: { id: person.personId } });
    expect(fields().open(row.documentCipher)).toBe(person.documentNumber);
    expect(row).toMatchObject({ birthday: new Date('1990-06-15T00:00:00Z') });
    expect(JSON.stringify(row)).not.toContain(person.documentNumber);
    expect(row.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    const consents = await db.consentRecord.findMany({ where: { personId: person.personId } });
    expect(consents.map(({ document, version }) => [document, version]).sort()).toEqual([
      ['privacy', '2026-11-01'],
      ['truthfulness', '2026-11-01'],
    ]);
    expect(await eventsOf(person.personId)).toEqual(['registered', 'signed_in']);
  });

  it('of one ID number from 50 phones at once succeeds exactly once, and shows the other 49 the way back', async () => {
    const { documentNumber } = somebodyNew();
    const attempts = Array.from({ length: 50 }, () => somebodyNew({ documentNumber }));
    const codes = await Promise.all(attempts.map(({ mobile }) => codeFor(mobile)));
    const outcomes = await Promise.all(
      attempts.map((facts, index) =>
        registerPerson({ input: registrationInput(facts, codes[index] ?? ''), now: today, request: somewhere }),
      ),
    );
    expect(outcomes.filter(({ outcome }) => outcome === 'registered')).toHaveLength(1);
    expect(outcomes.filter(({ outcome }) => outcome === 'document_known')).toHaveLength(49);
    expect(await db.person.count({ where: { documentIndex: fields().index('document', documentNumber) } })).toBe(1);
  });

  it('with one code twice at once makes one account', async () => {
    const facts = somebodyNew();
    const code = await codeFor(facts.mobile);
    const once = () => registerPerson({ input: registrationInput(facts, code), now: today, request: somewhere });
    const outcomes = await Promise.allSettled([once(), once(), once()]);
    const made = outcomes.filter((outcome) => outcome.status === 'fulfilled' && outcome.value.outcome === 'registered');
    expect(made).toHaveLength(1);
  });

  it('with a known ID number tells the tail of its phone only to who knows the name', async () => {
    const owner = await registered({ name: '马示例' });
    const { documentNumber } = owner;
    expect(await register(somebodyNew({ documentNumber, name: '马示例' }))).toEqual({
      outcome: 'document_known',
      isSameMobile: false,
      phoneTail: owner.mobile.slice(-2),
    });
    expect(await register(somebodyNew({ documentNumber, name: '牛示例' }))).toMatchObject({ phoneTail: null });
  });

  it('tells of a known ID number only after the code, and costs that code', async () => {
    const { documentNumber } = await registered();
    const facts = somebodyNew({ documentNumber });
    const code = await codeFor(facts.mobile);
    const attempt = (typed: string) =>
      registerPerson({ input: registrationInput(facts, typed), now: today, request: somewhere });
    await expect(attempt(code === '111111' ? '222222' : '111111')).rejects.toThrow('验证码不正确');
    expect(await attempt(code)).toMatchObject({ outcome: 'document_known' });
    await expect(attempt(code)).rejects.toThrow('验证码不正确或已过期');
  });

  it('with a phone that another account has says what to do, and keeps the code', async () => {
    const owner = await registered();
    const facts = somebodyNew({ mobile: owner.mobile });
    const now = later(2);
    const code = await codeFor(owner.mobile, 'REGISTER', now);
    const attempt = registerPerson({ input: registrationInput(facts, code), now, request: somewhere });
    await expect(attempt).rejects.toMatchObject({
      fieldErrors: { mobile: [expect.stringContaining('已绑定另一个账号')] },
    });
    await expect(checkCode({ purpose: 'REGISTER', mobile: owner.mobile, code, now })).resolves.toBeTruthy();
  });
});

describe('what is typed at registration', () => {
  const typed = { ...somebodyNew(), code: '123456', documentKind: 'MAINLAND_ID', privacy: 'yes', truthfulness: 'yes' };
  const faultsOf = (changes: Record<string, string>) => {
    const { privacy, ...rest } = { ...typed, ...changes };
    const result = registerInput.safeParse(privacy ? { ...rest, privacy } : rest);
    return result.success ? {} : Object.fromEntries(result.error.issues.map(({ path, message }) => [path[0], message]));
  };

  it('shows every fault in one go', () => {
    const faults = faultsOf({
      mobile: '123',
      name: '',
      documentNumber: '32000019900615001',
      password: 'short',
      privacy: '',
      code: '',
    });
    expect(Object.keys(faults).sort()).toEqual(['code', 'documentNumber', 'mobile', 'name', 'password', 'privacy']);
    expect(faults.documentNumber).toBe('证件号码应为 18 位，您填写了 17 位。');
  });

  it('takes full-width digits and blanks as people type them', () => {
    const result = registerInput.parse({ ...typed, mobile: '１９９ 0000 0001', code: '12 34 56' });
    expect(result).toMatchObject({ mobile: '19900000001', code: '123456' });
  });

  it('takes the number of a residence permit and of a foreigner’s card', () => {
    expect(faultsOf({ documentKind: 'FOREIGNER_CARD_OLD', documentNumber: 'USA123456789012' })).toEqual({});
    expect(faultsOf({ documentKind: 'HMT_RESIDENCE_PERMIT', documentNumber: typed.documentNumber })).toHaveProperty(
      'documentNumber',
    );
  });

  it('refuses a password that holds the name', () => {
    expect(faultsOf({ name: '欧阳示例', password: 'Ab7-欧阳示例-z' })).toHaveProperty('password');
  });
});
