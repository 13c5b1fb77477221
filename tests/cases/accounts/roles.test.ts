import { beforeAll, describe, expect, it } from 'vitest';
import { actorOfSession } from '@/lib/accounts/actor-of-session';
import { grantRole } from '@/lib/accounts/grant-role';
import { judgedAccount, lockPerson } from '@/lib/accounts/lock-person';
import { ownRoles } from '@/lib/accounts/own-account';
import { judgeAccount } from '@/lib/accounts/policy';
import { lockGrant, revokeRole } from '@/lib/accounts/revoke-role';
import { setDisabled } from '@/lib/accounts/set-disabled';
import { switchRole } from '@/lib/accounts/switch-role';
import { appointFirstAdmin } from '@/lib/accounts/appoint-first-admin';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { seedAssociations } from '@/prisma/seed/associations';
import { insist } from '../../build/applications/act';
import { eventsOf, lastSms, registered, today } from '../../build/accounts/registration';

let admin: Actor;
beforeAll(async () => {
  await seedAssociations(db);
  admin = { ...(await registered({ name: '沈示例' })).actor, role: 'SYSTEM_ADMIN' };
});

type Grant = Parameters<typeof grantRole>[0]['input'];

const grant = (personId: string, input: Partial<Grant> & { role: Grant['role'] }, actor = admin) =>
  inTransaction(async (tx) => {
    const subject = await lockPerson(tx, personId);
    insist(judgeAccount(actor, 'manage_roles', await judgedAccount(tx, personId)));
    await grantRole({ tx, actor, subject, input: { associationId: '', ...input }, now: today });
  });

const revoke = (grantId: string, actor = admin) =>
  inTransaction(async (tx) => {
    const subject = await lockGrant(tx, grantId);
    insist(judgeAccount(actor, 'manage_roles', await judgedAccount(tx, subject.personId)));
    await revokeRole({ tx, actor, subject, input: { note: '岗位调整，不再负责' }, now: today });
  });

const switchTo = (actor: Actor, grantId: string) =>
  inTransaction((tx) => switchRole({ tx, actor, subject: null, input: { grantId }, now: today }));

const grantOf = async (personId: string): Promise<string> =>
  (await db.roleGrant.findFirstOrThrow({ where: { personId, revokedAt: null } })).id;

describe('one person in one role at a time', () => {
  it('switches to a granted role and back, each time written down', async () => {
    const person = await registered();
    await grant(person.personId, { role: 'REVIEWER', associationId: 'jiangsu' });
    expect(await switchTo(person.actor, await grantOf(person.personId))).toBe('REVIEWER');
    expect(await actorOfSession(person.sessionId, today)).toMatchObject({ role: 'REVIEWER', associationId: 'jiangsu' });
    await switchTo(person.actor, 'applicant');
    expect(await actorOfSession(person.sessionId, today)).toMatchObject({ role: 'APPLICANT', associationId: null });
    expect((await eventsOf(person.personId)).filter((name) => name === 'role_switched')).toHaveLength(2);
  });

  it('is signed out after half an hour without a request as staff, after a day as applicant, and in the end in any case', async () => {
    const person = await registered();
    const later = (minutes: number) => new Date(today.getTime() + minutes * 60_000);
    expect(await actorOfSession(person.sessionId, later(23 * 60))).not.toBeNull();
    await grant(person.personId, { role: 'REVIEWER', associationId: 'jiangsu' });
    await switchTo(person.actor, await grantOf(person.personId));
    expect(await actorOfSession(person.sessionId, later(23 * 60 + 29))).toMatchObject({ role: 'REVIEWER' });
    expect(await actorOfSession(person.sessionId, later(23 * 60 + 60))).toBeNull();
    const other = await registered();
    expect(await actorOfSession(other.sessionId, later(24 * 60 + 1))).toBeNull();
  });

  it('cannot take a role of somebody else, one that waits, or one that was taken away', async () => {
    const [person, other] = [await registered(), await registered()];
    await grant(other.personId, { role: 'EXPERT', associationId: 'jiangsu' });
    await expect(switchTo(person.actor, await grantOf(other.personId))).rejects.toThrow('not found');
    const waiting = await db.roleGrant.create({ data: { personId: person.personId, role: 'UNIT_ADMIN' } });
    await expect(switchTo(person.actor, waiting.id)).rejects.toThrow('not found');
    expect(await ownRoles(person.actor)).toMatchObject([{ role: 'APPLICANT', isCurrent: true }, { isWaiting: true }]);
  });

  it('loses access with the very next request after the role was taken away', async () => {
    const person = await registered();
    await grant(person.personId, { role: 'FINANCE', associationId: 'jiangsu' });
    const grantId = await grantOf(person.personId);
    await switchTo(person.actor, grantId);
    await revoke(grantId);
    expect(await actorOfSession(person.sessionId, today)).toBeNull();
    expect(await lastSms(person.mobile)).toContain('“财务人员”身份已撤销，原因：岗位调整，不再负责。');
  });
});

describe('the administrator of roles', () => {
  it('never gives himself one, and nobody else may give any', async () => {
    const person = await registered();
    await expect(grant(admin.personId ?? '', { role: 'EXPERT', associationId: 'jiangsu' })).rejects.toThrow(
      '不能办理自己的账号事项',
    );
    for (const role of ['REVIEWER', 'AUDITOR', 'APPLICANT', 'UNIT_ADMIN'] as const) {
      const actor = { ...admin, personId: person.personId, role, associationId: 'jiangsu' };
      await expect(grant(admin.personId ?? '', { role: 'EXPERT' }, actor)).rejects.toThrow('not found');
    }
  });

  it('keeps duties apart that one person may not hold together', async () => {
    const person = await registered({ name: '马示例' });
    await grant(person.personId, { role: 'REVIEWER', associationId: 'jiangsu' });
    await expect(grant(person.personId, { role: 'FINANCE', associationId: 'jiangsu' })).rejects.toThrow(
      '马示例现在是省级审核人员，不能同时担任财务人员。',
    );
    await expect(grant(person.personId, { role: 'AUDITOR', associationId: 'national' })).rejects.toThrow('APART');
    await expect(grant(person.personId, { role: 'EXPERT', associationId: 'jiangsu' })).resolves.toBeUndefined();
  });

  it('names the association where the role needs one, and gives a role once', async () => {
    const person = await registered();
    await expect(grant(person.personId, { role: 'REVIEWER' })).rejects.toThrow('请选择这个身份所属的省级协会');
    await expect(grant(person.personId, { role: 'REVIEWER', associationId: 'national' })).rejects.toThrow(
      'ASSOCIATION_MISSING',
    );
    const twice = () => grant(person.personId, { role: 'EXAMINER', associationId: 'jiangsu' });
    const outcomes = await Promise.allSettled([twice(), twice()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('stops an account at once, and lets it go on', async () => {
    const person = await registered();
    const set = (disabled: 'yes' | 'no') =>
      inTransaction(async (tx) =>
        setDisabled({
          tx,
          actor: admin,
          subject: await lockPerson(tx, person.personId),
          input: { disabled, note: '账号共用，先停用' },
          now: today,
        }),
      );
    await set('yes');
    expect(await actorOfSession(person.sessionId, today)).toBeNull();
    await set('no');
    expect((await eventsOf(person.personId)).slice(-2)).toEqual(['account_disabled', 'account_enabled']);
  });

  it('is appointed first by the setting, while there is none', async () => {
    const person = await registered();
    expect(await appointFirstAdmin('19909999999', today)).toBe(false);
    expect(await appointFirstAdmin(person.mobile, today)).toBe(true);
    expect(await appointFirstAdmin((await registered()).mobile, today)).toBe(false);
  });
});
