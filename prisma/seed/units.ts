import type { PrismaClient } from '@/lib/db/generated/client';
import { creditCodeCheckCharacter } from '@/lib/kernel/credit-code';
import type { UnitKind } from '@/lib/units/labels';

interface DemoUnit {
  name: string;
  kind: UnitKind;
  /** Region of the credit code and of the unit, GB/T 2260. */
  regionCode: string;
  status?: 'PENDING' | 'APPROVED';
}

export const teachersSchool = '示例市第一中学（演示）';
export const kindergarten = '示例市实验幼儿园（演示）';

const units: readonly DemoUnit[] = [
  { name: teachersSchool, kind: 'SECONDARY_SCHOOL', regionCode: '320100' },
  { name: kindergarten, kind: 'KINDERGARTEN', regionCode: '320100' },
  { name: '示例市中心小学（演示）', kind: 'PRIMARY_SCHOOL', regionCode: '320500' },
  { name: '示例市职业技术学校（演示）', kind: 'VOCATIONAL_SCHOOL', regionCode: '320200' },
  { name: '示例师范大学（演示）', kind: 'UNIVERSITY', regionCode: '320100' },
  { name: '示例市科技馆（演示）', kind: 'SCIENCE_MUSEUM', regionCode: '320300' },
  { name: '示例市青少年宫（演示）', kind: 'YOUTH_PALACE', regionCode: '320600' },
  { name: '示例市新城学校（演示，待核实）', kind: 'SECONDARY_SCHOOL', regionCode: '321000', status: 'PENDING' },
  { name: '外省示例中学（演示，浙江）', kind: 'SECONDARY_SCHOOL', regionCode: '330100' },
];

/** Invented units with valid check digits; the body of each code says DEM. */
export async function seedUnits(db: PrismaClient, now: Date): Promise<void> {
  for (const [index, { name, kind, regionCode, status = 'APPROVED' }] of units.entries()) {
    const creditCode = demoCreditCode(regionCode, index + 1);
    const decision = status === 'APPROVED' ? { decidedAt: now, decisionNote: '演示数据' } : {};
    await db.unit.upsert({
      where: { creditCode },
      create: { name, creditCode, kind, regionCode, status, addedAt: now, ...decision },
      update: {},
    });
  }
}

function demoCreditCode(regionCode: string, serial: number): string {
  const body = `12${regionCode}DEM${String(serial).padStart(6, '0')}`;
  return body + creditCodeCheckCharacter(body);
}
