import { beforeAll, describe, expect, it } from 'vitest';
import { actorOfSession } from '@/lib/accounts/actor-of-session';
import { decideRecovery, lockRecovery } from '@/lib/accounts/decide-recovery';
import { recoveryQueue } from '@/lib/accounts/people-queries';
import { judgeAccount } from '@/lib/accounts/policy';
import { requestRecovery } from '@/lib/accounts/request-recovery';
import { resetPassword } from '@/lib/accounts/reset-password';
import { signIn } from '@/lib/accounts/sign-in';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { insist } from '../../build/applications/act';
import { aDraft } from '../../build/applications/drafts';
import { seededHouse } from '../../build/applications/house';
import {
  codeFor,
  eventsOf,
  later,
  lastSms,
  registered,
  smsTo,
  somebodyNew,
  somewhere,
} from '../../build/accounts/registration';

let admin: Actor;
beforeAll(async () => {
  await seededHouse();
  admin = { ...(await registered({ name: '沈示例' })).actor, role: 'SYSTEM_ADMIN' };
});

/** The owner has a new phone and asks for his account. */
async function asked(owner: { name: string; documentNumber: string }, changes: { name?: string } = {}) {
  const { mobile } = somebodyNew();
  const code = await codeFor(mobile, 'RECOVER', later(1));
  const input = {
    mobile,
    code,
    name: owner.name,
    documentNumber: owner.documentNumber,
    reason: '原来的手机号已经停用',
    ...changes,
  };
  await requestRecovery({ input, now: later(1), request: somewhere });
  return mobile;
}

const openWish = (personId: string) => db.recoveryRequest.findFirstOrThrow({ where: { personId, status: 'OPEN' } });

function decide(actor: Actor, id: string, decision: 'grant' | 'refuse', now = later(60)) {
  return inTransaction(async (tx) => {
    const subject = await lockRecovery(tx, id);
    insist(judgeAccount(actor, 'decide_recovery', subject.account));
    await decideRecovery({ tx, actor, subject, input: { decision, note: '已电话核实本人身份' }, now });
  });
}

describe('the way back into an account whose phone is gone', () => {
  it('leads over staff to the new number: both numbers are told, sessions end, a code sets the password', async () => {
    const owner = await registered({ name: '马示例' });
    const mobile = await asked(owner);
    expect(await lastSms(owner.mobile)).toContain('申请把账号换到另一个手机号');
    await decide(admin, (await openWish(owner.personId)).id, 'grant');
    expect(await actorOfSession(owner.sessionId, later(60))).toBeNull();
    expect((await smsTo(owner.mobile)).at(-1)).toContain('账号已换到新的手机号');
    expect((await smsTo(mobile)).at(-1)).toContain('请用新手机号在“忘记密码”页设置新密码');
    const password = 'xin-Mima8-zhong';
    await resetPassword({
      input: { mobile, code: await codeFor(mobile, 'RESET_PASSWORD', later(61)), password },
      now: later(61),
    });
    const entered = await signIn({ input: { account: mobile, password }, now: later(62), request: somewhere });
    expect(entered).toMatchObject({ outcome: 'signed_in' });
    const old = signIn({
      input: { account: owner.mobile, password: owner.password },
      now: later(62),
      request: somewhere,
    });
    await expect(old).rejects.toThrow('SIGN_IN_REFUSED');
    expect(await eventsOf(owner.personId)).toContain('recovery_granted');
  });

  it('changes nothing when staff refuse, and says the reason to both', async () => {
    const owner = await registered();
    const mobile = await asked(owner, { name: '别示例' });
    await decide(admin, (await openWish(owner.personId)).id, 'refuse');
    for (const number of [owner.mobile, mobile])
      expect(await lastSms(number)).toContain('未通过：已电话核实本人身份。');
    const entered = await signIn({
      input: { account: owner.mobile, password: owner.password },
      now: later(61),
      request: somewhere,
    });
    expect(entered).toMatchObject({ outcome: 'signed_in' });
  });

  it('answers an unknown ID number alike and leaves nothing in the queue', async () => {
    const before = await db.recoveryRequest.count();
    await asked({ name: '无示例', documentNumber: somebodyNew().documentNumber });
    expect(await db.recoveryRequest.count()).toBe(before);
  });

  it('refuses a new number that has an account already', async () => {
    const owner = await registered();
    const other = await registered();
    const code = await codeFor(other.mobile, 'RECOVER', later(2));
    const input = {
      mobile: other.mobile,
      code,
      name: owner.name,
      documentNumber: owner.documentNumber,
      reason: '手机号停用了',
    };
    await expect(requestRecovery({ input, now: later(2), request: somewhere })).rejects.toThrow('MOBILE_TAKEN');
  });

  it('is decided once', async () => {
    const owner = await registered();
    await asked(owner);
    const { id } = await openWish(owner.personId);
    const outcomes = await Promise.allSettled([decide(admin, id, 'grant'), decide(admin, id, 'refuse')]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is decided by the person’s own association, never by another or by himself', async () => {
    const owner = await registered();
    await aDraft({ actor: owner.actor });
    await asked(owner);
    const { id } = await openWish(owner.personId);
    const staff = (associationId: string): Actor => ({ ...admin, role: 'REVIEWER', associationId });
    const inQueue = async (actor: Actor) => (await recoveryQueue(actor)).some((wish) => wish.id === id);
    expect(await inQueue(staff('jiangsu'))).toBe(true);
    expect(await inQueue(staff('zhejiang'))).toBe(false);
    expect(await inQueue({ ...admin, role: 'FINANCE', associationId: 'jiangsu' })).toBe(false);
    await expect(decide(staff('zhejiang'), id, 'grant')).rejects.toThrow('not found');
    await expect(decide({ ...owner.actor, role: 'SYSTEM_ADMIN' }, id, 'grant')).rejects.toThrow(
      '不能办理自己的账号事项',
    );
    await expect(decide(staff('jiangsu'), id, 'grant')).resolves.toBeUndefined();
  });

  it('of a colleague’s account is no matter of staff: it would hand over his powers', async () => {
    const colleague = await registered();
    await aDraft({ actor: colleague.actor });
    const { personId } = colleague;
    await db.roleGrant.create({ data: { personId, role: 'SYSTEM_ADMIN', grantedAt: later(0), approvedAt: later(0) } });
    await asked(colleague);
    const { id } = await openWish(personId);
    const staff: Actor = { ...admin, role: 'REVIEWER', associationId: 'jiangsu' };
    expect((await recoveryQueue(staff)).map((wish) => wish.id)).not.toContain(id);
    await expect(decide(staff, id, 'grant')).rejects.toThrow('not found');
    await expect(decide(admin, id, 'grant')).resolves.toBeUndefined();
  });
});
