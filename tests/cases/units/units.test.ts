import { beforeAll, describe, expect, it } from 'vitest';
import { addUnit } from '@/lib/units/add-unit';
import { approveUnit, rejectUnit } from '@/lib/units/decide-unit';
import { findUnits } from '@/lib/units/find-units';
import { lockUnit } from '@/lib/units/lock-unit';
import { judgeUnit } from '@/lib/units/policy';
import { renameUnit } from '@/lib/units/rename-unit';
import { addUnitInput, renameUnitInput } from '@/lib/units/schema';
import { officeUnit, officeUnits, unitCounts } from '@/lib/units/unit-queries';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { creditCodeCheckCharacter } from '@/lib/kernel/credit-code';
import { insist } from '../../build/applications/act';
import { aDraft } from '../../build/applications/drafts';
import { seededHouse, today, unitIdOf, unitNames } from '../../build/applications/house';
import { anApplicant, staffOf } from '../../build/applications/people';

let applicant: Actor;
let jiangsu: Actor;
let national: Actor;
const zhejiang = (): Actor => ({ ...jiangsu, associationId: 'zhejiang' });

beforeAll(async () => {
  await seededHouse();
  applicant = await anApplicant();
  jiangsu = await staffOf('REVIEWER', 'jiangsu');
  national = await staffOf('NATIONAL_STAFF', 'national');
});

let serial = 0;
function creditCode(region = '320100'): string {
  serial += 1;
  const body = `12${region}TEST${String(serial).padStart(5, '0')}`.replaceAll('S', '5');
  return body + creditCodeCheckCharacter(body);
}

const typed = (changes: Record<string, string> = {}) => ({
  name: '示例市第九中学（演示）',
  creditCode: creditCode(),
  kind: 'SECONDARY_SCHOOL',
  regionCode: '320100',
  ...changes,
});

const add = (input: Record<string, string>, actor = applicant) =>
  inTransaction((tx) => addUnit({ tx, actor, subject: null, input: addUnitInput.parse(input), now: today }));

const decide = (actor: Actor, unitId: string, run: typeof approveUnit) =>
  inTransaction(async (tx) => {
    const subject = await lockUnit(tx, unitId);
    insist(judgeUnit(actor, subject));
    await run({ tx, actor, subject, input: { note: '已核对事业单位法人证书' }, now: today });
  });

const statusOf = async (id: string) => (await db.unit.findUniqueOrThrow({ where: { id } })).status;

describe('a unit', () => {
  it('is added by a person and waits; the association of its province verifies it, and the person hears', async () => {
    const { unitId } = await add(typed());
    expect(await statusOf(unitId)).toBe('PENDING');
    await decide(jiangsu, unitId, approveUnit);
    expect(await statusOf(unitId)).toBe('APPROVED');
    const told = await db.message.findFirst({
      where: { personId: applicant.personId, template: 'unit.unit_approved' },
    });
    expect(told?.text).toContain('示例市第九中学（演示）');
    await expect(decide(jiangsu, unitId, approveUnit)).rejects.toThrow('已经核实');
  });

  it('is its credit code: adding a known code answers with the unit that there is', async () => {
    const input = typed();
    const first = await add(input);
    expect(await add({ ...input, name: '另一个名称的单位（演示）' })).toEqual({ ...first, wasKnown: true });
  });

  it('is not added twice by two at once', async () => {
    const input = typed();
    const outcomes = await Promise.allSettled([add(input), add(input), add(input)]);
    expect(outcomes.some(({ status }) => status === 'fulfilled')).toBe(true);
    expect(await db.unit.count({ where: { creditCode: input.creditCode } })).toBe(1);
  });

  it('with a wrong check digit, a strange name or no place is refused beside the field', () => {
    const result = addUnitInput.safeParse({
      name: 'ABC',
      creditCode: '91350100M000100Y4Z',
      kind: 'SCHOOL',
      regionCode: '990000',
    });
    const faulty = result.success ? [] : result.error.issues.map(({ path }) => path[0]);
    expect([...new Set(faulty)].sort()).toEqual(['creditCode', 'kind', 'name', 'regionCode']);
  });

  it('belongs to the staff of its province and to national staff only', async () => {
    const { unitId } = await add(typed({ regionCode: '330000', creditCode: creditCode('330100') }));
    await expect(decide(jiangsu, unitId, approveUnit)).rejects.toThrow('not found');
    expect(await officeUnit(jiangsu, unitId)).toBeNull();
    expect(await officeUnit(zhejiang(), unitId)).not.toBeNull();
    for (const role of ['APPLICANT', 'UNIT_ADMIN', 'FINANCE', 'AUDITOR', 'SYSTEM_ADMIN', 'EXPERT'] as const) {
      await expect(decide({ ...jiangsu, role, associationId: 'zhejiang' }, unitId, approveUnit)).rejects.toThrow(
        'not found',
      );
    }
    await expect(decide(national, unitId, approveUnit)).resolves.toBeUndefined();
  });

  it('is listed exactly to those who may decide it', async () => {
    const wish = { status: 'PENDING', q: '', page: 1 } as const;
    for (const actor of [jiangsu, zhejiang(), national, applicant, { ...jiangsu, role: 'FINANCE' } as Actor]) {
      const listed = new Set((await officeUnits(actor, wish)).rows.map(({ id }) => id));
      for (const unit of await db.unit.findMany({ where: { status: 'PENDING' } })) {
        expect(listed.has(unit.id)).toBe(judgeUnit({ ...actor, personId: null }, unit).answer !== 'not_yours');
      }
      expect((await unitCounts(actor)).units).toBe(listed.size);
    }
  });

  it('is not verified by the very person who added it', async () => {
    const { unitId } = await add(typed(), jiangsu);
    await expect(decide(jiangsu, unitId, approveUnit)).rejects.toThrow('请由其他工作人员核实');
  });

  it('once refused cannot be chosen or added again, until staff approve it after all', async () => {
    const input = typed({ name: '示例市不存在学校（演示）' });
    const { unitId } = await add(input);
    await decide(jiangsu, unitId, rejectUnit);
    expect(await findUnits('不存在学校')).toEqual([]);
    await expect(add(input)).rejects.toThrow('未通过核实，原因：已核对事业单位法人证书');
    await decide(jiangsu, unitId, approveUnit);
    expect(await findUnits('不存在学校')).toHaveLength(1);
  });

  it('that submitted applications name is not refused any more', async () => {
    const { unitId } = await add(typed());
    const { applicationId } = await aDraft();
    await db.application.update({ where: { id: applicationId }, data: { unitId, status: 'COMPLETE' } });
    await expect(decide(jiangsu, unitId, rejectUnit)).rejects.toThrow('已有 1 份提交的申报');
  });
});

describe('choosing a unit', () => {
  it.each(['第一中学', '示例一中', '一中 示例', '示例市第一中学（演示）'])('finds the school by “%s”', async (text) => {
    expect((await findUnits(text)).map(({ title }) => title)).toContain(unitNames.school);
  });

  it('finds it by the beginning of its credit code, small letters and blanks too', async () => {
    const { creditCode: code } = await db.unit.findUniqueOrThrow({ where: { id: await unitIdOf(unitNames.school) } });
    const text = `${code.slice(0, 8).toLowerCase()} ${code.slice(8)}`;
    expect(await findUnits(text)).toMatchObject([{ title: unitNames.school, detail: `${code} · 江苏省南京市` }]);
  });

  it('asks for two characters, and takes % and _ as they are', async () => {
    expect(await findUnits('示')).toEqual([]);
    expect(await findUnits('%%')).toEqual([]);
    expect(await findUnits("x'; --")).toEqual([]);
  });

  it('says which ones still wait', async () => {
    const [found] = await findUnits('新城学校');
    expect(found?.detail).toMatch(/待核实$/);
  });

  it('that is renamed is found under both names, and keeps its code with everything that goes by it', async () => {
    const { unitId } = await add(typed({ name: '示例市旧名中学（演示）' }));
    await decide(jiangsu, unitId, approveUnit);
    const rename = (actor: Actor, name: string) =>
      inTransaction(async (tx) => {
        const subject = await lockUnit(tx, unitId);
        insist(judgeUnit(actor, subject));
        const input = renameUnitInput.parse({ unitId, name, note: '教育局批复' });
        await renameUnit({ tx, actor, subject, input, now: today });
      });
    const { creditCode: code } = await db.unit.findUniqueOrThrow({ where: { id: unitId } });
    await expect(rename(zhejiang(), '示例市新名中学（演示）')).rejects.toThrow('not found');
    await expect(rename(jiangsu, '示例市旧名中学（演示）')).rejects.toThrow('与现在的名称相同');
    await rename(jiangsu, '示例市新名中学（演示）');
    expect(await db.unit.findUniqueOrThrow({ where: { id: unitId } })).toMatchObject({
      name: '示例市新名中学（演示）',
      formerNames: ['示例市旧名中学（演示）'],
      creditCode: code,
    });
    for (const words of ['旧名中学', '新名中学']) expect((await findUnits(words)).map(({ id }) => id)).toContain(unitId);
    await rename(jiangsu, '示例市旧名中学（演示）');
    expect((await db.unit.findUniqueOrThrow({ where: { id: unitId } })).formerNames).toEqual(['示例市新名中学（演示）']);
  });
});
