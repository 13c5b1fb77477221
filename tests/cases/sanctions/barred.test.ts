import { beforeAll, describe, expect, it } from 'vitest';
import { prepareLock } from '@/lib/applications/prepare-lock';
import { publicHistory } from '@/lib/applications/queries';
import { decideFrozen } from '@/tests/build/sanctions/frozen';
import { unfreezeApplication } from '@/lib/applications/sanctions/decide-frozen';
import { db } from '@/lib/db/client';
import type { Unit } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import { aCompleteDraft, aDraft, save } from '@/tests/build/applications/drafts';
import { seededHouse, today } from '@/tests/build/applications/house';
import { staffOf } from '@/tests/build/applications/people';
import { aLockedForm, handIn, issuedCodes, lock, statusOf } from '@/tests/build/applications/submitted';
import { storedScan } from '@/tests/build/applications/files';
import { anAdministratorOf, approve, aSchool, propose } from '@/tests/build/sanctions/sanctioned';

let first: Actor;
let second: Actor;
beforeAll(async () => {
  await seededHouse();
  first = await staffOf('REVIEWER', 'jiangsu', '甲示例');
  second = await staffOf('REVIEWER', 'jiangsu', '乙示例');
});

async function bar(unit: Unit, now = today): Promise<string> {
  const sanctionId = await propose(first, unit, now);
  await approve({ actor: second, sanctionId, now });
  return sanctionId;
}

describe('while a unit is barred, nobody of it', () => {
  it('chooses it in a form, by name or by code; the words say why, until when, and how to object', async () => {
    const unit = await aSchool();
    await bar(unit);
    const draft = await aDraft();
    for (const unitName of [unit.name, unit.creditCode]) {
      await expect(save(draft, 'unit', { unitName })).rejects.toMatchObject({
        code: 'UNIT_BARRED',
        fieldErrors: { unitName: [expect.stringContaining('至2028年2月10日止，决定文号：示例协会〔2025〕7号')] },
      });
    }
  });

  it('chooses it under a new name, nor when its record waits to be verified', async () => {
    const unit = await aSchool();
    await bar(unit);
    const name = `${unit.name}东校区`;
    await db.unit.update({ where: { id: unit.id }, data: { name, formerNames: [unit.name], status: 'PENDING' } });
    await expect(save(await aDraft(), 'unit', { unitName: name })).rejects.toThrow(name);
  });

  it('chooses it when it was registered again with the same code', async () => {
    const unit = await aSchool();
    await bar(unit);
    const { creditCode: free } = await aSchool();
    await db.unit.delete({ where: { creditCode: free } });
    await db.unit.update({ where: { id: unit.id }, data: { creditCode: free } });
    const again = await db.unit.create({ data: { ...unit, id: undefined, name: `新建${unit.name}` } });
    await expect(save(await aDraft(), 'unit', { unitName: again.name })).rejects.toThrow('被取消三年内认证申报资格');
  });

  it('locks a form that named it before; another unit can be put in its place', async () => {
    const unit = await aSchool();
    const draft = await aCompleteDraft({ unitName: unit.name });
    await bar(unit);
    await expect(lock(draft)).rejects.toMatchObject({ code: 'UNIT_BARRED' });
    expect(await statusOf(draft.applicationId)).toBe('DRAFT');
    await save(draft, 'unit', { unitName: (await aSchool()).name });
    await expect(lock(draft)).resolves.toEqual({ version: 1 });
  });

  it('locks a form that was drawn a moment before the decision', async () => {
    const unit = await aSchool();
    const draft = await aCompleteDraft({ unitName: unit.name });
    await expect(lock(draft, 0, () => bar(unit))).rejects.toMatchObject({ code: 'UNIT_BARRED' });
    expect(await statusOf(draft.applicationId)).toBe('DRAFT');
  });

  it('hands in a stamped form, neither himself nor by the unit', async () => {
    const unit = await aSchool();
    const admin = await anAdministratorOf(unit);
    const draft = await aLockedForm({ unitName: unit.name });
    await storedScan(draft, await issuedCodes(draft.applicationId));
    await bar(unit);
    for (const by of [draft.actor, admin]) await expect(handIn(draft, by)).rejects.toThrow('暂停处理');
    // Let go on by staff: the unit's stamp still counts for nothing.
    await decideFrozen(unfreezeApplication, { actor: second, applicationId: draft.applicationId });
    for (const by of [draft.actor, admin])
      await expect(handIn(draft, by)).rejects.toMatchObject({ code: 'UNIT_BARRED' });
  });

  it('starts: its administrator not at all, an earlier applicant only when he says that he has left', async () => {
    const unit = await aSchool();
    const admin = await anAdministratorOf(unit);
    const colleague = await aCompleteDraft({ unitName: unit.name, cycle: 'jiangsu-2024' });
    await bar(unit);
    const asApplicant: Actor = { ...admin, role: 'APPLICANT', unitId: null };
    await expect(aDraft({ actor: asApplicant, hasLeftUnit: 'yes' })).rejects.toMatchObject({ code: 'UNIT_BARRED' });
    await expect(aDraft({ actor: colleague.actor })).rejects.toMatchObject({ code: 'UNIT_BARRED' });
    const { applicationId } = await aDraft({ actor: colleague.actor, hasLeftUnit: 'yes' });
    const [started] = await publicHistory({ id: applicationId });
    expect(started?.data).toMatchObject({ leftUnit: unit.name });
    await db.roleGrant.updateMany({ where: { unitId: unit.id }, data: { revokedAt: today } });
    await expect(aDraft({ actor: asApplicant })).resolves.toBeTruthy();
  });

  it('is kept out any longer from the day after the last', async () => {
    const unit = await aSchool();
    await bar(unit, new Date('2022-02-10T02:00:00Z'));
    const last = { ...(await aDraft()), now: new Date('2025-02-10T15:59:59Z') };
    await expect(save(last, 'unit', { unitName: unit.name })).rejects.toMatchObject({ code: 'UNIT_BARRED' });
    const after = { ...last, now: new Date('2025-02-10T16:00:00Z') };
    await expect(save(after, 'unit', { unitName: unit.name })).resolves.toMatchObject({ outcome: 'saved' });
  });
});

it('the page that draws the form says it before the form is drawn', async () => {
  const unit = await aSchool();
  const { actor, applicationId } = await aCompleteDraft({ unitName: unit.name });
  await bar(unit);
  const wish = { input: { applicationId, baseVersion: 0 }, actor, now: today };
  await expect(prepareLock(wish)).rejects.toMatchObject({ code: 'UNIT_BARRED' });
});
