import { beforeAll, describe, expect, it } from 'vitest';
import { unheardUnit, unitVoice } from '@/lib/applications/unit-voice';
import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { aBatch, allGreen, stacked } from '../../build/applications/batches';
import type { Draft } from '../../build/applications/drafts';
import { seededHouse, today, unitIdOf, unitNames } from '../../build/applications/house';
import { anApplicant } from '../../build/applications/people';
import { aLockedForm, handIn, issuedCodes, statusOf } from '../../build/applications/submitted';

let unitId: string;
beforeAll(async () => {
  await seededHouse();
  unitId = await unitIdOf(unitNames.school);
  await db.roleGrant.updateMany({ where: { unitId }, data: { revokedAt: today } });
});

async function grant({ personId }: Actor, more: { approvedAt?: Date | null; revokedAt?: Date } = {}): Promise<string> {
  const data = {
    personId: personId ?? '',
    role: 'UNIT_ADMIN' as const,
    unitId,
    grantedAt: today,
    approvedAt: today,
    ...more,
  };
  return (await db.roleGrant.create({ data })).id;
}

async function scanned(name: string): Promise<{ draft: Draft; actor: Actor; grantId: string }> {
  const actor = await anApplicant({ name });
  const draft = await aLockedForm({ actor });
  const grantId = await grant(actor);
  const asAdmin: Actor = { ...actor, role: 'UNIT_ADMIN', unitId };
  await stacked(asAdmin, await aBatch(asAdmin), await issuedCodes(draft.applicationId));
  await allGreen();
  return { draft, actor, grantId };
}

const stampedOf = ({ applicationId }: Draft) => db.stampedForm.findFirstOrThrow({ where: { applicationId } });
const seen = { hintsSeen: 'yes' as const };

describe('the application of a unit administrator', () => {
  it('is never attested by himself as an applicant either, as long as a colleague can', async () => {
    const { draft, actor, grantId } = await scanned('甲示例');
    const colleague = await anApplicant({ name: '乙示例' });
    const other = await grant(colleague);
    await expect(handIn(draft, actor, seen)).rejects.toThrow('请由乙示例在单位页面确认并提交');
    expect(await statusOf(draft.applicationId)).toBe('AWAITING_STAMP');
    await handIn(draft, { ...colleague, role: 'UNIT_ADMIN', unitId }, seen);
    expect(await stampedOf(draft)).toMatchObject({ status: 'UNIT_CONFIRMED', attestedByName: '乙示例' });
    await db.roleGrant.updateMany({ where: { id: { in: [grantId, other] } }, data: { revokedAt: today } });
  });

  it('goes in without the unit’s statement where the unit has nobody else, and the association reads so', async () => {
    const { draft, actor, grantId } = await scanned('丙示例');
    await grant(await anApplicant({ name: '未批示例' }), { approvedAt: null });
    await grant(await anApplicant({ name: '已离示例' }), { revokedAt: today });
    await handIn(draft, actor, seen);
    expect(await stampedOf(draft)).toMatchObject({ status: 'UPLOADED', attestation: unheardUnit });
    await db.roleGrant.update({ where: { id: grantId }, data: { revokedAt: today } });
  });

  it('is as anybody’s for those who administer another unit or none', async () => {
    const { draft, actor, grantId } = await scanned('丁示例');
    await db.roleGrant.update({ where: { id: grantId }, data: { revokedAt: today } });
    const application = await db.application.findUniqueOrThrow({ where: { id: draft.applicationId } });
    expect(await unitVoice(db, actor, application)).toEqual({ may: 'attest' });
  });
});
