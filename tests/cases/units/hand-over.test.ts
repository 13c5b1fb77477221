import { beforeAll, describe, expect, it } from 'vitest';
import { actorOfSession } from '@/lib/accounts/actor-of-session';
import { switchRole } from '@/lib/accounts/switch-role';
import { unitApplications } from '@/lib/applications/unit-queries';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { administratorsOf, fellowAdministrators, unitsWithoutAdministrator } from '@/lib/units/admin-queries';
import { approveUnitAdmin, revokeUnitAdmin } from '@/lib/units/decide-unit-admin';
import { lockUnitAdmin } from '@/lib/units/lock-unit-admin';
import { nameSuccessor, withdrawSuccessor } from '@/lib/units/name-successor';
import { judgeHandOver, judgeUnitAdmin, judgeWithdrawSuccessor } from '@/lib/units/policy';
import { requestUnitAdmin } from '@/lib/units/request-unit-admin';
import { nameSuccessorInput } from '@/lib/units/schema';
import { unitCounts } from '@/lib/units/unit-queries';
import { type Registered, registered } from '../../build/accounts/registration';
import { insist } from '../../build/applications/act';
import { aDraft } from '../../build/applications/drafts';
import { seededHouse, today, unitIdOf, unitNames } from '../../build/applications/house';
import { staffOf } from '../../build/applications/people';

let jiangsu: Actor;
let unitId: string;
beforeAll(async () => {
  await seededHouse();
  jiangsu = await staffOf('REVIEWER', 'jiangsu');
  unitId = await unitIdOf(unitNames.kindergarten);
});

interface Administrator extends Registered {
  grantId: string;
  acting: Actor;
}

async function ask(person: Registered, { takesOver = false } = {}): Promise<string> {
  const unit = await db.unit.findUniqueOrThrow({ where: { id: unitId } });
  const input = { creditCode: unit.creditCode, note: '教务处主任，办公电话见学校网站', takesOver };
  await inTransaction((tx) => requestUnitAdmin({ tx, actor: person.actor, subject: null, input, now: today }));
  return waitingGrantOf(person);
}

const waitingGrantOf = async ({ personId }: Registered) =>
  (await db.roleGrant.findFirstOrThrow({ where: { personId, unitId, revokedAt: null, approvedAt: null } })).id;

const approve = (grantId: string, endsGrantId = '', by = jiangsu) =>
  inTransaction(async (tx) => {
    const subject = await lockUnitAdmin(tx, grantId);
    insist(judgeUnitAdmin(by, subject));
    await approveUnitAdmin({ tx, actor: by, subject, input: { note: '已致电核实', endsGrantId }, now: today });
  });

async function anAdministrator(): Promise<Administrator> {
  const person = await registered();
  const grantId = await ask(person);
  await approve(grantId);
  const { actor } = person;
  await inTransaction((tx) => switchRole({ tx, actor, subject: null, input: { grantId }, now: today }));
  const acting = await actorOfSession(person.sessionId, today);
  if (!acting) throw new Error('the session has ended');
  return { ...person, grantId, acting };
}

const name = async (leaving: Administrator, successor: Registered, changes: { name?: string } = {}) => {
  const input = nameSuccessorInput.parse({
    grantId: leaving.grantId,
    name: successor.name,
    mobile: successor.mobile,
    note: '副园长，办公电话见幼儿园网站',
    ...changes,
  });
  return inTransaction(async (tx) => {
    const subject = await lockUnitAdmin(tx, leaving.grantId);
    insist(judgeHandOver(leaving.acting, subject));
    return nameSuccessor({ tx, actor: leaving.acting, subject, input, now: today });
  });
};

const siteMessages = async (personId: string) =>
  (await db.message.findMany({ where: { personId, channel: 'SITE' }, orderBy: { createdAt: 'asc' } })).map(({ text }) => text);

describe('a hand-over of the administration of a unit', () => {
  it('begins with the successor’s task and ends the other’s in the same step, and running applications go over', async () => {
    const [leaving, coming] = [await anAdministrator(), await registered()];
    const running = await aDraft();
    await db.application.update({ where: { id: running.applicationId }, data: { unitId, levelFrozenAt: today } });
    await name(leaving, coming);
    const grantId = await waitingGrantOf(coming);
    expect(await actorOfSession(leaving.sessionId, today)).toMatchObject({ role: 'UNIT_ADMIN' });
    await approve(grantId, leaving.grantId);
    expect(await actorOfSession(leaving.sessionId, today)).toBeNull();
    const { actor } = coming;
    await inTransaction((tx) => switchRole({ tx, actor, subject: null, input: { grantId }, now: today }));
    const now = await actorOfSession(coming.sessionId, today);
    expect(now).toMatchObject({ role: 'UNIT_ADMIN', unitId });
    const seen = await unitApplications(now as Actor, { view: 'all', q: '', page: 1 }, today);
    expect(seen.rows.map(({ id }) => id)).toContain(running.applicationId);
    expect((await siteMessages(leaving.personId)).at(-1)).toContain(`工作已交给${coming.name}`);
    expect((await siteMessages(coming.personId))[0]).toContain('提名您接任');
    const history = await db.auditEvent.findMany({ where: { stream: `unit:${unitId}` }, orderBy: { sequence: 'desc' }, take: 3 });
    expect(history.map(({ name: title }) => title)).toEqual(['admin_approved', 'admin_handed_over', 'admin_named']);
  });

  it('finds the successor only by name and number together, and once', async () => {
    const [leaving, coming] = [await anAdministrator(), await registered()];
    await expect(name(leaving, coming, { name: '别示例' })).rejects.toThrow('没有找到这个姓名和手机号的账号');
    await expect(name(leaving, leaving)).rejects.toThrow('不能提名自己');
    await name(leaving, coming);
    await expect(name(leaving, await registered())).rejects.toThrow('您已经提名了接任的人');
  });

  it('is nobody’s to begin but the administrator’s, and nobody’s to take back but his', async () => {
    const [leaving, other, coming] = [await anAdministrator(), await anAdministrator(), await registered()];
    await expect(name({ ...leaving, acting: other.acting }, coming)).rejects.toThrow('not found');
    await expect(name({ ...leaving, acting: leaving.actor }, coming)).rejects.toThrow('not found');
    await name(leaving, coming);
    const grant = await db.roleGrant.findUniqueOrThrow({ where: { id: await waitingGrantOf(coming) } });
    expect(judgeWithdrawSuccessor(other.acting, grant)).toMatchObject({ answer: 'not_yours' });
    await inTransaction(async (tx) => {
      const subject = await lockUnitAdmin(tx, grant.id);
      insist(judgeWithdrawSuccessor(leaving.acting, subject));
      await withdrawSuccessor({ tx, actor: leaving.acting, subject, input: {}, now: today });
    });
    await expect(approve(grant.id, leaving.grantId)).rejects.toThrow('已经处理过');
  });

  it('shows staff who says that he takes over, and cannot end an administrator of another unit', async () => {
    const [leaving, coming] = [await anAdministrator(), await registered()];
    const grantId = await ask(coming, { takesOver: true });
    expect((await administratorsOf(unitId)).find(({ id }) => id === grantId)).toMatchObject({ takesOver: true });
    const elsewhere = await unitIdOf(unitNames.school);
    await db.roleGrant.update({ where: { id: leaving.grantId }, data: { unitId: elsewhere } });
    await expect(approve(grantId, leaving.grantId)).rejects.toThrow('not found');
    await db.roleGrant.update({ where: { id: leaving.grantId }, data: { unitId } });
    await approve(grantId, leaving.grantId);
    await expect(approve(await ask(await registered()), leaving.grantId)).rejects.toThrow('已经不是管理员');
  });

  it('can leave a unit with nobody, which staff then see', async () => {
    await db.roleGrant.updateMany({ where: { unitId }, data: { revokedAt: today } });
    const before = (await unitCounts(jiangsu)).orphaned;
    const last = await anAdministrator();
    expect((await unitCounts(jiangsu)).orphaned).toBe(before - 1);
    expect((await fellowAdministrators(last.acting)).map(({ isOwn }) => isOwn)).toEqual([true]);
    await inTransaction(async (tx) => {
      const subject = await lockUnitAdmin(tx, last.grantId);
      await revokeUnitAdmin({ tx, actor: jiangsu, subject, input: { note: '已离岗' }, now: today });
    });
    const orphaned = await unitsWithoutAdministrator(jiangsu);
    expect(orphaned).toContainEqual(expect.objectContaining({ id: unitId, underWay: 0, since: today }));
    expect(await unitsWithoutAdministrator({ ...jiangsu, associationId: 'zhejiang' })).toEqual([]);
  });
});
