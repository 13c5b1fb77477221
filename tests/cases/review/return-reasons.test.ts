import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { addReason, amendReason } from '@/lib/applications/return-reasons/keep-reasons';
import { lockNamedReason, lockNewReason } from '@/lib/applications/return-reasons/lock-reason';
import { offeredReasons } from '@/lib/applications/return-reasons/offered-reasons';
import { judgeReason } from '@/lib/applications/return-reasons/policy';
import { officeReason, officeReasons } from '@/lib/applications/return-reasons/queries';
import { addReasonInput, amendReasonInput } from '@/lib/applications/return-reasons/schema';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor, Role } from '@/lib/kernel/actor';
import { insist } from '@/tests/build/applications/act';
import { seededHouse, today } from '@/tests/build/applications/house';
import { staffOf } from '@/tests/build/applications/people';

const typed = {
  label: '材料没有译文',
  advice: '请附上由翻译机构盖章的中文译文。',
  group: 'EVIDENCE',
  check: 'people',
  position: '40',
  because: '今年外文材料较多',
} as const;

let national: Actor;
let jiangsu: Actor;

function add(actor: Actor, changes: Partial<z.input<typeof addReasonInput>> = {}): Promise<{ code: string }> {
  const input = addReasonInput.parse({ ...typed, ...changes });
  return inTransaction(async (tx) => {
    const subject = await lockNewReason(tx, input, actor);
    insist(judgeReason(actor, 'keep', subject));
    return addReason({ tx, actor, subject, input, now: today });
  });
}

async function amend(actor: Actor, code: string, changes: Record<string, string | number | undefined>): Promise<void> {
  const row = await db.returnReason.findUniqueOrThrow({ where: { code } });
  const { label, advice, group, check, position, revision, isActive } = row;
  const stands = { label, advice, group, check: check ?? 'people', position, revision, isActive: isActive ? 'yes' : undefined };
  const input = amendReasonInput.parse({ ...stands, because: '按审查意见修改', code, ...changes });
  return inTransaction(async (tx) => {
    const subject = await lockNamedReason(tx, input);
    insist(judgeReason(actor, 'keep', subject));
    return amendReason({ tx, actor, subject, input, now: today });
  });
}

describe('the list of reasons for returning', () => {
  beforeAll(async () => {
    await seededHouse();
    national = await staffOf('NATIONAL_STAFF', 'national');
    jiangsu = await staffOf('REVIEWER', 'jiangsu');
  });

  it('grows without a developer: common where the national association adds, its own where a province does', async () => {
    const { code: common } = await add(national, { check: 'evidence.readable' });
    const { code: own } = await add(jiangsu, { label: '江苏自己的原因' });
    expect([common, own]).toEqual(['COMMON_1', 'JIANGSU_1']);
    const offered = async (associationId: string) => (await offeredReasons(associationId)).map(({ code }) => code);
    expect(await offered('jiangsu')).toEqual(expect.arrayContaining([common, own, 'OTHER']));
    expect(await offered('zhejiang')).toContain(common);
    expect(await offered('zhejiang')).not.toContain(own);
  });

  it('numbers two that are added at the same moment apart', async () => {
    const added = await Promise.all([add(jiangsu), add(jiangsu), add(jiangsu)]);
    expect(new Set(added.map(({ code }) => code)).size).toBe(3);
  });

  it('keeps who changed what and why, before and after', async () => {
    const { code } = await add(jiangsu);
    await amend(jiangsu, code, { label: '外文材料没有译文', check: 'evidence.readable' });
    const reason = await officeReason(jiangsu, code);
    expect(reason?.revisions.map(({ because, byName }) => [because, byName])).toEqual([
      ['按审查意见修改', jiangsu.name],
      ['今年外文材料较多', jiangsu.name],
    ]);
    expect(reason?.revisions[0]?.changes).toEqual([
      { field: 'label', label: '原因', before: '材料没有译文', after: '外文材料没有译文' },
      { field: 'check', label: '由哪项检查发现', before: '只能由人判断', after: '佐证材料可辨认' },
    ]);
    const events = await db.auditEvent.findMany({ where: { name: { startsWith: 'return_reason_' }, actorId: jiangsu.personId } });
    expect(events.at(-1)).toMatchObject({ name: 'return_reason_amended', note: '按审查意见修改' });
  });

  it('no longer offers what was made inactive, and offers it again', async () => {
    const { code } = await add(jiangsu);
    const isOffered = async () => (await offeredReasons('jiangsu')).some((reason) => reason.code === code);
    await amend(jiangsu, code, { isActive: undefined });
    expect(await isOffered()).toBe(false);
    await amend(jiangsu, code, { isActive: 'yes' });
    expect(await isOffered()).toBe(true);
  });

  it('refuses a page that was opened before somebody else saved, and a change that is none', async () => {
    const { code } = await add(jiangsu);
    await amend(jiangsu, code, { label: '第一次修改' });
    await expect(amend(jiangsu, code, { label: '第二次修改', revision: 1 })).rejects.toThrow(/其他人刚刚修改/);
    await expect(amend(jiangsu, code, {})).rejects.toThrow(/没有任何改动/);
  });

  it('is bound to known checks alone', () => {
    for (const check of ['photo.face', '', 'constructor']) {
      const parsed = addReasonInput.safeParse({ ...typed, check });
      expect(parsed.error?.issues[0]?.message).toBe('请选择由哪项检查发现，或“只能由人判断”。');
    }
    expect(addReasonInput.parse(typed).check).toBeNull();
    expect(addReasonInput.parse({ ...typed, check: 'scan.seal' }).check).toBe('scan.seal');
  });

  it('is kept by whose it is: the common ones by the national association', async () => {
    const { code } = await add(jiangsu);
    await expect(amend(jiangsu, 'OTHER', { label: '不归我管' })).rejects.toThrow('not found');
    await expect(amend(national, code, { label: '不归我管' })).rejects.toThrow('not found');
    await expect(amend({ ...jiangsu, associationId: 'zhejiang' }, code, { label: '别省的' })).rejects.toThrow('not found');
    for (const role of ['FINANCE', 'AUDITOR', 'EXPERT', 'SYSTEM_ADMIN'] as Role[]) {
      const actor: Actor = { ...jiangsu, role };
      expect(judgeReason(actor, 'keep', { associationId: 'jiangsu' }).answer).toBe('not_yours');
    }
  });

  it('shows everybody exactly what he may see', async () => {
    await add(jiangsu);
    const all = await db.returnReason.findMany();
    for (const role of ['REVIEWER', 'NATIONAL_STAFF', 'AUDITOR', 'FINANCE', 'APPLICANT'] as Role[]) {
      for (const associationId of ['jiangsu', 'zhejiang', 'national', null]) {
        const actor: Actor = { ...jiangsu, role, associationId };
        const seen = (await officeReasons(actor)).map(({ code }) => code).sort();
        const allowed = all.filter((reason) => judgeReason(actor, 'see', reason).answer === 'yes').map(({ code }) => code);
        expect({ role, associationId, seen }).toEqual({ role, associationId, seen: allowed.sort() });
      }
    }
  });
});
