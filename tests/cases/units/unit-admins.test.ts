import { beforeAll, describe, expect, it } from 'vitest';
import { actorOfSession } from '@/lib/accounts/actor-of-session';
import { switchRole } from '@/lib/accounts/switch-role';
import { approveUnitAdmin, rejectUnitAdmin, revokeUnitAdmin } from '@/lib/units/decide-unit-admin';
import { lockUnitAdmin } from '@/lib/units/lock-unit-admin';
import { judgeResign, judgeUnitAdmin } from '@/lib/units/policy';
import { requestUnitAdmin } from '@/lib/units/request-unit-admin';
import { resignUnitAdmin } from '@/lib/units/resign-unit-admin';
import { waitingUnitAdmins } from '@/lib/units/unit-queries';
import { unitApplications } from '@/lib/applications/unit-queries';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { insist } from '../../build/applications/act';
import { aDraft } from '../../build/applications/drafts';
import { seededHouse, today, unitIdOf, unitNames } from '../../build/applications/house';
import { staffOf, unitAdminOf } from '../../build/applications/people';
import { type Registered, registered } from '../../build/accounts/registration';

let jiangsu: Actor;
let schoolId: string;
beforeAll(async () => {
  await seededHouse();
  jiangsu = await staffOf('REVIEWER', 'jiangsu');
  schoolId = await unitIdOf(unitNames.school);
});

async function ask(person: Registered, unitName = unitNames.school): Promise<string> {
  const unit = await db.unit.findFirstOrThrow({ where: { name: unitName } });
  const input = { creditCode: unit.creditCode, note: '教务处主任，办公电话见学校网站', takesOver: false };
  await inTransaction((tx) => requestUnitAdmin({ tx, actor: person.actor, subject: null, input, now: today }));
  const grant = await db.roleGrant.findFirstOrThrow({
    where: { personId: person.personId, unitId: unit.id, revokedAt: null },
  });
  return grant.id;
}

const decide = (actor: Actor, grantId: string, run: typeof approveUnitAdmin) =>
  inTransaction(async (tx) => {
    const subject = await lockUnitAdmin(tx, grantId);
    insist(judgeUnitAdmin(actor, subject));
    await run({ tx, actor, subject, input: { note: '已致电学校核实' }, now: today });
  });

const switchTo = (actor: Actor, grantId: string) =>
  inTransaction((tx) => switchRole({ tx, actor, subject: null, input: { grantId }, now: today }));

describe('the administrator of a unit', () => {
  it('asks by credit code, and works for the unit only after the association has approved', async () => {
    const person = await registered();
    const grantId = await ask(person);
    await expect(switchTo(person.actor, grantId)).rejects.toThrow('not found');
    expect((await waitingUnitAdmins(jiangsu)).map(({ id }) => id)).toContain(grantId);
    await decide(jiangsu, grantId, approveUnitAdmin);
    await switchTo(person.actor, grantId);
    expect(await actorOfSession(person.sessionId, today)).toMatchObject({ role: 'UNIT_ADMIN', unitId: schoolId });
  });

  it('asks once, also with two clicks at a time', async () => {
    const person = await registered();
    const outcomes = await Promise.allSettled([ask(person), ask(person)]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is approved by staff of the unit’s province, of a verified unit, never by himself', async () => {
    const person = await registered();
    const grantId = await ask(person);
    await expect(decide({ ...jiangsu, associationId: 'zhejiang' }, grantId, approveUnitAdmin)).rejects.toThrow(
      'not found',
    );
    const himself = { ...jiangsu, personId: person.personId };
    await expect(decide(himself, grantId, approveUnitAdmin)).rejects.toThrow('不能办理自己的单位管理员身份');
    const pending = await ask(person, '示例市新城学校（演示，待核实）');
    await expect(decide(jiangsu, pending, approveUnitAdmin)).rejects.toThrow('请先核实单位');
  });

  it('hears when he was refused, and may ask again', async () => {
    const person = await registered();
    await decide(jiangsu, await ask(person), rejectUnitAdmin);
    const told = await db.message.findFirst({ where: { personId: person.personId, channel: 'SITE' } });
    expect(told?.text).toBe('您申请成为“示例市第一中学（演示）”的单位管理员未通过，原因：已致电学校核实。');
    await expect(ask(person)).resolves.toBeTruthy();
  });

  it('hands over: his access ends with the next request, the successor begins', async () => {
    const [leaving, coming] = [await registered(), await registered()];
    const old = await ask(leaving);
    await decide(jiangsu, old, approveUnitAdmin);
    await switchTo(leaving.actor, old);
    await decide(jiangsu, old, revokeUnitAdmin);
    expect(await actorOfSession(leaving.sessionId, today)).toBeNull();
    await expect(decide(jiangsu, await ask(coming), approveUnitAdmin)).resolves.toBeUndefined();
  });

  it('gives the task back himself and goes on as applicant', async () => {
    const person = await registered();
    const grantId = await ask(person);
    await decide(jiangsu, grantId, approveUnitAdmin);
    await switchTo(person.actor, grantId);
    await inTransaction(async (tx) => {
      const subject = await lockUnitAdmin(tx, grantId);
      insist(judgeResign(person.actor, subject));
      await resignUnitAdmin({ tx, actor: person.actor, subject, input: {}, now: today });
    });
    expect(await actorOfSession(person.sessionId, today)).toMatchObject({ role: 'APPLICANT' });
  });
});

describe('what the administrator of a unit sees', () => {
  const seen = async (actor: Actor) =>
    (await unitApplications(actor, { view: 'all', q: '', page: 1 }, today)).rows.map(({ id }) => id);

  it('is the applications of his own unit: not of another, never his own', async () => {
    const at = { unitId: schoolId, levelFrozenAt: today };
    const draft = await aDraft();
    await db.application.update({ where: { id: draft.applicationId }, data: at });
    const admin = await unitAdminOf(schoolId);
    const own = await aDraft({ actor: { ...admin, role: 'APPLICANT', unitId: null } });
    await db.application.update({ where: { id: own.applicationId }, data: at });
    expect(await seen(admin)).toContain(draft.applicationId);
    expect(await seen(admin)).not.toContain(own.applicationId);
    expect(await seen(await unitAdminOf(await unitIdOf(unitNames.kindergarten)))).toEqual([]);
    expect(await seen({ ...admin, role: 'APPLICANT' })).toEqual([]);
  });

  it('is no form that was never handed in', async () => {
    const { applicationId } = await aDraft();
    await db.application.update({ where: { id: applicationId }, data: { unitId: schoolId } });
    expect(await seen(await unitAdminOf(schoolId))).not.toContain(applicationId);
  });
});
