import { beforeAll, describe, expect, it } from 'vitest';
import { actorOfSession } from '@/lib/accounts/actor-of-session';
import { changeMobile, prepareNewMobile } from '@/lib/accounts/change-mobile';
import { changePassword, prepareNewPassword } from '@/lib/accounts/change-password';
import { decideDataRequest, lockDataRequest } from '@/lib/accounts/decide-data-request';
import { endOwnSession } from '@/lib/accounts/end-own-session';
import { exportOwnData } from '@/lib/accounts/export-own-data';
import { ownAccount, ownDataRequests, ownSessions } from '@/lib/accounts/own-account';
import { requestDataChange } from '@/lib/accounts/request-data-change';
import { revealOwnField } from '@/lib/accounts/reveal-own-field';
import { type DataRequestInput, dataRequestInput } from '@/lib/accounts/schema';
import { signIn } from '@/lib/accounts/sign-in';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { aDraft } from '../../build/applications/drafts';
import { seededHouse } from '../../build/applications/house';
import {
  codeFor,
  eventsOf,
  later,
  onOwnAccount,
  type Registered,
  registered,
  smsTo,
  somebodyNew,
  somewhere,
  today,
} from '../../build/accounts/registration';

let admin: Actor;
beforeAll(async () => {
  await seededHouse();
  admin = { ...(await registered({ name: '沈示例' })).actor, role: 'SYSTEM_ADMIN' };
});

const enter = (account: string, password: string, now = today) =>
  signIn({ input: { account, password }, now, request: somewhere });

async function anotherSession({ mobile, password }: Registered): Promise<string> {
  const entered = await enter(mobile, password);
  if (entered.outcome !== 'signed_in') throw new Error('signed in');
  return entered.sessionId;
}

async function setPassword(person: Registered, input: { currentPassword: string; password: string }, now = today) {
  const prepared = await prepareNewPassword({ input, actor: person.actor, now });
  await onOwnAccount((step) => changePassword({ ...step, prepared }), { actor: person.actor, input, now });
}

describe('one’s own account', () => {
  it('shows numbers masked; looking at one in full is written down', async () => {
    const person = await registered();
    const account = await ownAccount(person.actor);
    expect(account).toMatchObject({ mobileMasked: `199****${person.mobile.slice(-4)}`, documentKind: '居民身份证' });
    expect(JSON.stringify(account)).not.toContain(person.documentNumber);
    const shown = await onOwnAccount(revealOwnField, { actor: person.actor, input: { what: 'document' as const } });
    expect(shown).toBe(person.documentNumber);
    expect(await eventsOf(person.personId)).toContain('identity_revealed');
  });

  it('changes its password by the old one; other devices are signed out, this one goes on', async () => {
    const person = await registered();
    const elsewhere = await anotherSession(person);
    await setPassword(person, { currentPassword: person.password, password: 'xin-Mima8-zhong' });
    expect(await actorOfSession(elsewhere, today)).toBeNull();
    expect(await actorOfSession(person.sessionId, today)).not.toBeNull();
    expect(await enter(person.mobile, 'xin-Mima8-zhong')).toMatchObject({ outcome: 'signed_in' });
  });

  it('refuses a wrong present password, five times and then for a quarter of an hour', async () => {
    const person = await registered();
    const wrong = { currentPassword: 'Wrong-pass-9', password: 'xin-Mima8-zhong' };
    for (let tries = 0; tries < 5; tries++) await expect(setPassword(person, wrong)).rejects.toThrow('当前密码不正确');
    await expect(setPassword(person, { ...wrong, currentPassword: person.password })).rejects.toThrow('输错次数过多');
    await expect(
      setPassword(person, { ...wrong, currentPassword: person.password }, later(16)),
    ).resolves.toBeUndefined();
  });

  it('moves to a new mobile by a code to it, and tells the old one', async () => {
    const person = await registered();
    const { mobile } = somebodyNew();
    const input = { currentPassword: person.password, mobile, code: await codeFor(mobile, 'CHANGE_PHONE') };
    const prepared = await prepareNewMobile({ input, actor: person.actor, now: today });
    await onOwnAccount((step) => changeMobile({ ...step, prepared }), { actor: person.actor, input });
    expect((await smsTo(person.mobile)).at(-1)).toContain('已换绑新的手机号');
    expect(await enter(mobile, person.password)).toMatchObject({ outcome: 'signed_in' });
    await expect(enter(person.mobile, person.password)).rejects.toThrow('SIGN_IN_REFUSED');
  });

  it('does not move to a number that another account has', async () => {
    const [person, other] = [await registered(), await registered()];
    const code = await codeFor(other.mobile, 'CHANGE_PHONE', later(2));
    const input = { currentPassword: person.password, mobile: other.mobile, code };
    const prepared = await prepareNewMobile({ input, actor: person.actor, now: later(2) });
    const moving = onOwnAccount((step) => changeMobile({ ...step, prepared }), {
      actor: person.actor,
      input,
      now: later(2),
    });
    await expect(moving).rejects.toThrow('已绑定另一个账号');
  });

  it('lists its devices, signs out the others, and nobody else’s', async () => {
    const [person, other] = [await registered(), await registered()];
    const elsewhere = await anotherSession(person);
    expect((await ownSessions(person.actor, today)).map(({ isCurrent }) => isCurrent)).toEqual([true, false]);
    const foreign = onOwnAccount(endOwnSession, { actor: person.actor, input: { sessionId: other.sessionId } });
    await expect(foreign).rejects.toThrow('not found');
    expect(await onOwnAccount(endOwnSession, { actor: person.actor, input: { sessionId: 'others' } })).toBe(1);
    expect(await actorOfSession(elsewhere, today)).toBeNull();
    expect(await actorOfSession(other.sessionId, today)).not.toBeNull();
  });

  it('gives everything kept about it, and nothing that is secret', async () => {
    const person = await registered();
    await aDraft({ actor: person.actor });
    const data = await exportOwnData(person.actor, today);
    const text = JSON.stringify(data);
    expect(data.person).toMatchObject({ documentNumber: person.documentNumber, mobile: person.mobile });
    expect(data.applications).toHaveLength(1);
    expect(text).not.toMatch(/argon2|Cipher|Index"/);
  });
});

describe('what only staff can change', () => {
  const ask = (person: Registered, typed: Record<string, string>) =>
    onOwnAccount<DataRequestInput, void>(requestDataChange, {
      actor: person.actor,
      input: dataRequestInput.parse({ reason: '登记时填写有误', ...typed }),
    });

  const decide = async (person: Registered, decision: 'grant' | 'refuse') => {
    const { id } = await db.dataRequest.findFirstOrThrow({ where: { personId: person.personId, status: 'OPEN' } });
    await inTransaction(async (tx) =>
      decideDataRequest({
        tx,
        actor: admin,
        subject: await lockDataRequest(tx, id),
        input: { decision, note: '已核对证件' },
        now: later(30),
      }),
    );
  };

  it('corrects a name, once asked and once granted', async () => {
    const person = await registered({ name: '马示例' });
    await ask(person, { kind: 'CORRECT_NAME', name: '馬示例' });
    await expect(ask(person, { kind: 'CORRECT_NAME', name: '妈示例' })).rejects.toThrow('正在办理');
    await decide(person, 'grant');
    expect((await ownAccount(person.actor)).name).toBe('馬示例');
    expect(await ownDataRequests(person.actor)).toMatchObject([{ status: 'GRANTED', decisionNote: '已核对证件' }]);
  });

  it('corrects a document, but never to another account’s', async () => {
    const [person, other, free] = [await registered(), await registered(), somebodyNew()];
    await ask(person, { kind: 'CORRECT_DOCUMENT', documentKind: 'MAINLAND_ID', documentNumber: other.documentNumber });
    await expect(decide(person, 'grant')).rejects.toThrow('已经是另一个账号的');
    await decide(person, 'refuse');
    await ask(person, { kind: 'CORRECT_DOCUMENT', documentKind: 'MAINLAND_ID', documentNumber: free.documentNumber });
    await decide(person, 'grant');
    expect(await enter(free.documentNumber, person.password)).toMatchObject({ outcome: 'signed_in' });
  });

  it('closes an account without records: blank, signed out, and the number free again', async () => {
    const person = await registered();
    await ask(person, { kind: 'CLOSE_ACCOUNT', sure: 'yes' });
    await decide(person, 'grant');
    expect(await actorOfSession(person.sessionId, later(30))).toBeNull();
    expect(await db.person.findUniqueOrThrow({ where: { id: person.personId } })).toMatchObject({
      name: '已注销',
      passwordHash: null,
      birthday: null,
    });
    const again = await registered({ mobile: person.mobile, documentNumber: person.documentNumber }, later(40));
    expect(again.personId).not.toBe(person.personId);
  });

  it('does not close an account whose application is under way', async () => {
    const person = await registered();
    await aDraft({ actor: person.actor });
    await ask(person, { kind: 'CLOSE_ACCOUNT', sure: 'yes' });
    await expect(decide(person, 'grant')).rejects.toThrow('还有进行中的申报');
  });

  it('keeps the ID number of who has applied, so that closing does not open the cycle again', async () => {
    const person = await registered();
    const { applicationId } = await aDraft({ actor: person.actor });
    await db.application.update({ where: { id: applicationId }, data: { status: 'WITHDRAWN', levelFrozenAt: today } });
    await ask(person, { kind: 'CLOSE_ACCOUNT', sure: 'yes' });
    await decide(person, 'grant');
    await expect(registered({ documentNumber: person.documentNumber }, later(40))).rejects.toThrow('document_known');
  });
});
