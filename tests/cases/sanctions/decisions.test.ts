import { beforeAll, describe, expect, it } from 'vitest';
import { findFile } from '@/lib/applications/find-file';
import { db } from '@/lib/db/client';
import type { Unit } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { refuseSanction } from '@/lib/sanctions/refuse-sanction';
import { officeSanctions, ownSanction, sanctionHistory, officeSanction } from '@/lib/sanctions/sanction-queries';
import { aDraft, save } from '@/tests/build/applications/drafts';
import { seededHouse, today } from '@/tests/build/applications/house';
import { staffOf } from '@/tests/build/applications/people';
import { messagesTo } from '@/tests/build/applications/reviewed';
import {
  anAdministratorOf,
  answer,
  appeal,
  approve,
  aSchool,
  decide,
  finding,
  lift,
  propose,
} from '@/tests/build/sanctions/sanctioned';

let first: Actor;
let second: Actor;
let third: Actor;
beforeAll(async () => {
  await seededHouse();
  first = await staffOf('REVIEWER', 'jiangsu', '甲示例');
  second = await staffOf('REVIEWER', 'jiangsu', '乙示例');
  third = await staffOf('NATIONAL_STAFF', 'national', '丙示例');
});

const wordsTo = async (actor: Actor) => (await messagesTo(actor)).map(({ text }) => text).join('\n');
const stored = (id: string) =>
  db.sanction.findUniqueOrThrow({ where: { id }, include: { files: true, appeals: true } });

async function inForceAgainst(unit: Unit, now = today): Promise<string> {
  const sanctionId = await propose(first, unit, now);
  await approve({ actor: second, sanctionId, now });
  return sanctionId;
}

describe('a sanction', () => {
  it('is a finding with evidence that has no effect before a second person approves it', async () => {
    const unit = await aSchool();
    const sanctionId = await propose(first, unit);
    const proposed = await stored(sanctionId);
    expect(proposed).toMatchObject({ status: 'PROPOSED', finding, startsOn: null, creditCode: unit.creditCode });
    expect(proposed.files).toHaveLength(1);
    const draft = await aDraft();
    await expect(save(draft, 'unit', { unitName: unit.name })).resolves.toMatchObject({ outcome: 'saved' });
  });

  it('is not approved by the one who proposed it: neither by the server nor by the database', async () => {
    const sanctionId = await propose(first, await aSchool());
    await expect(approve({ actor: first, sanctionId })).rejects.toThrow('须由另一位工作人员决定');
    const forced = db.sanction.update({ where: { id: sanctionId }, data: { decidedById: first.personId } });
    await expect(forced).rejects.toThrow(/Sanction_two_persons/);
  });

  it('runs for three years from the day of the decision', async () => {
    const sanctionId = await inForceAgainst(await aSchool());
    const { startsOn, endsOn } = await stored(sanctionId);
    expect([startsOn, endsOn].map((day) => day?.toISOString().slice(0, 10))).toEqual(['2025-02-10', '2028-02-10']);
  });

  it.each([
    ['2024-02-29T02:00:00Z', '2024-02-29', '2027-02-28'],
    ['2025-02-28T02:00:00Z', '2025-02-28', '2028-02-28'],
    ['2024-12-31T15:59:59Z', '2024-12-31', '2027-12-31'],
    ['2024-12-31T16:00:00Z', '2025-01-01', '2028-01-01'],
  ])('decided at %s runs from %s to %s', async (at, from, to) => {
    const { startsOn, endsOn } = await stored(await inForceAgainst(await aSchool(), new Date(at)));
    expect([startsOn, endsOn].map((day) => day?.toISOString().slice(0, 10))).toEqual([from, to]);
  });

  it('cannot be made longer or shorter, and its finding is not rewritten', async () => {
    const id = await inForceAgainst(await aSchool());
    const change = (data: Parameters<typeof db.sanction.update>[0]['data']) =>
      db.sanction.update({ where: { id }, data });
    await expect(change({ endsOn: new Date('2026-02-10') })).rejects.toThrow(/not rewritten/);
    await expect(change({ finding: '别的认定' })).rejects.toThrow(/not rewritten/);
  });

  it('is one at a time for a credit code, also of two proposals made at once', async () => {
    const unit = await aSchool();
    const both = await Promise.allSettled([propose(first, unit), propose(second, unit)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    await expect(propose(second, unit)).rejects.toThrow('等待审批');
    const { id, ...same } = await db.sanction.findFirstOrThrow({ where: { creditCode: unit.creditCode } });
    await expect(db.sanction.create({ data: same })).rejects.toThrow(/Sanction_one_at_a_time/);
    await approve({ actor: same.proposedById === first.personId ? second : first, sanctionId: id });
    await expect(propose(first, unit)).rejects.toThrow('还没有期满');
  });

  it('can follow one that is over', async () => {
    const unit = await aSchool();
    await inForceAgainst(unit);
    await expect(propose(first, unit, new Date('2028-02-10T15:59:00Z'))).rejects.toThrow('还没有期满');
    await expect(propose(first, unit, new Date('2028-02-10T16:00:00Z'))).resolves.toBeTruthy();
  });

  it('that was refused leaves no trace outside, and tells the proposer why', async () => {
    const sanctionId = await propose(first, await aSchool());
    const step = { actor: second, sanctionId };
    await decide(step, 'refuse', (given) => refuseSanction({ ...given, input: { note: '证据不足以认定。' } }));
    expect((await stored(sanctionId)).status).toBe('REFUSED');
    expect(await wordsTo(first)).toContain('证据不足以认定。');
    await expect(approve({ actor: second, sanctionId })).rejects.toThrow('状态已有变化');
  });
});

describe('who decides', () => {
  it('is staff of the unit’s province or national staff, nobody else', async () => {
    const unit = await aSchool();
    const others = [
      { ...first, associationId: 'zhejiang' },
      await staffOf('FINANCE', 'jiangsu'),
      await staffOf('AUDITOR', 'national'),
      { ...first, role: 'SYSTEM_ADMIN' as const },
      { ...first, role: 'APPLICANT' as const },
    ];
    for (const other of others) await expect(propose(other, unit)).rejects.toThrow('not found');
    const sanctionId = await propose(first, unit);
    for (const other of others) await expect(approve({ actor: other, sanctionId })).rejects.toThrow('not found');
    await expect(approve({ actor: third, sanctionId })).resolves.toEqual({ frozen: 0 });
  });

  it('is nobody who administers the unit or has applied from it', async () => {
    const unit = await aSchool();
    const applicant = await staffOf('REVIEWER', 'jiangsu');
    const draft = await aDraft({ actor: { ...applicant, role: 'APPLICANT', associationId: null } });
    await save(draft, 'unit', { unitName: unit.name });
    await expect(propose(applicant, unit)).rejects.toThrow('您与这个单位有关联');
    const sanctionId = await propose(first, unit);
    await expect(approve({ actor: applicant, sanctionId })).rejects.toThrow('您与这个单位有关联');
    const admin = await anAdministratorOf(unit);
    const both: Actor = { ...admin, role: 'REVIEWER', associationId: 'jiangsu', unitId: null };
    await expect(approve({ actor: both, sanctionId })).rejects.toThrow('您与这个单位有关联');
  });

  it('sees in the list what is of his province', async () => {
    const unit = await aSchool();
    const sanctionId = await inForceAgainst(unit);
    const seen = async (actor: Actor) =>
      (await officeSanctions(actor, { view: 'force', q: unit.creditCode, page: 1 }, today)).rows.map(({ id }) => id);
    expect(await seen(second)).toEqual([sanctionId]);
    expect(await seen(third)).toEqual([sanctionId]);
    expect(await seen(await staffOf('AUDITOR', 'national'))).toEqual([sanctionId]);
    expect(await seen({ ...first, associationId: 'zhejiang' })).toEqual([]);
    expect(await seen({ ...first, role: 'SYSTEM_ADMIN' })).toEqual([]);
  });
});

describe('the unit', () => {
  it('hears what was decided, until when, and how to object', async () => {
    const unit = await aSchool();
    const admin = await anAdministratorOf(unit);
    await inForceAgainst(unit);
    const [told] = await messagesTo(admin);
    for (const words of ['自2025年2月10日起，至2028年2月10日止', '示例协会〔2025〕7号', '提出申诉', unit.name]) {
      expect(told?.text).toContain(words);
    }
    expect((await ownSanction(admin, today))?.finding).toBe(finding);
  });

  it('appeals once at a time, and the files of the appeal reach the office', async () => {
    const unit = await aSchool();
    const admin = await anAdministratorOf(unit);
    const sanctionId = await inForceAgainst(unit);
    await appeal({ actor: admin, sanctionId });
    await expect(appeal({ actor: admin, sanctionId })).rejects.toThrow('申诉正在处理');
    const files = await db.sanctionFile.findMany({ where: { sanctionId }, include: { file: true } });
    const of = (purpose: string) => files.find(({ file }) => file.purpose === purpose)?.fileId ?? '';
    for (const reader of [second, third]) {
      await expect(findFile(reader, of('SANCTION_APPEAL'))).resolves.toBeTruthy();
      await expect(findFile(reader, of('SANCTION_EVIDENCE'))).resolves.toBeTruthy();
    }
    await expect(findFile(admin, of('SANCTION_APPEAL'))).resolves.toBeTruthy();
    await expect(findFile(admin, of('SANCTION_EVIDENCE'))).rejects.toThrow('not found');
    const elsewhere = { ...first, associationId: 'zhejiang' };
    await expect(findFile(elsewhere, of('SANCTION_EVIDENCE'))).rejects.toThrow('not found');
    await expect(findFile({ ...first, role: 'APPLICANT' }, of('SANCTION_EVIDENCE'))).rejects.toThrow('not found');
  });

  it('of another school can neither see nor appeal', async () => {
    const sanctionId = await inForceAgainst(await aSchool());
    const other = await anAdministratorOf(await aSchool());
    await expect(appeal({ actor: other, sanctionId })).rejects.toThrow('not found');
    expect(await ownSanction(other, today)).toBeNull();
  });

  it('has its appeal decided by a third person, and hears a refusal', async () => {
    const unit = await aSchool();
    const admin = await anAdministratorOf(unit);
    const sanctionId = await inForceAgainst(unit);
    const appealId = await appeal({ actor: admin, sanctionId });
    const refuse = { sanctionId, appealId, decision: 'refuse' } as const;
    await expect(answer({ ...refuse, actor: first })).rejects.toThrow('须由另一位工作人员决定');
    await expect(answer({ ...refuse, actor: second })).rejects.toThrow('没有参与的工作人员');
    const data = { status: 'GRANTED', decidedById: second.personId } as const;
    await expect(db.sanctionAppeal.update({ where: { id: appealId }, data })).rejects.toThrow(/third person/);
    await expect(lift({ actor: second, sanctionId })).rejects.toThrow('请先对申诉作出决定');
    await answer({ ...refuse, actor: third });
    expect(await wordsTo(admin)).toContain('不成立，原决定继续有效');
    expect((await stored(sanctionId)).status).toBe('APPROVED');
    await expect(answer({ ...refuse, actor: third })).rejects.toThrow('没有等待处理的申诉');
  });

  it('whose appeal is granted may apply again at once', async () => {
    const unit = await aSchool();
    const admin = await anAdministratorOf(unit);
    const sanctionId = await inForceAgainst(unit);
    const appealId = await appeal({ actor: admin, sanctionId });
    await answer({ actor: third, sanctionId, appealId, decision: 'grant' });
    expect(await stored(sanctionId)).toMatchObject({ status: 'LIFTED', liftedById: third.personId });
    await expect(save(await aDraft(), 'unit', { unitName: unit.name })).resolves.toMatchObject({ outcome: 'saved' });
    expect(await wordsTo(admin)).toContain('恢复申报资格');
  });

  it('finds everything that was decided in its history', async () => {
    const unit = await aSchool();
    const admin = await anAdministratorOf(unit);
    const sanctionId = await inForceAgainst(unit);
    const appealId = await appeal({ actor: admin, sanctionId });
    await answer({ actor: third, sanctionId, appealId, decision: 'refuse' });
    await lift({ actor: second, sanctionId });
    const sanction = await officeSanction(second, sanctionId, today);
    const names = sanction ? (await sanctionHistory(sanction)).map(({ name }) => name) : [];
    expect(names.toReversed()).toEqual([
      'sanction_proposed',
      'sanction_approved',
      'appeal_lodged',
      'appeal_refused',
      'sanction_lifted',
    ]);
  });

  it('is not let off by the one who proposed the sanction alone', async () => {
    const sanctionId = await inForceAgainst(await aSchool());
    await expect(lift({ actor: first, sanctionId })).rejects.toThrow('须由另一位工作人员决定');
    await lift({ actor: second, sanctionId });
    expect((await stored(sanctionId)).status).toBe('LIFTED');
  });
});
