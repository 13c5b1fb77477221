import { seedAssociations } from '@/prisma/seed/associations';
import { seedCycles, seedDemoCycle } from '@/prisma/seed/cycles';
import { seedReturnReasons } from '@/prisma/seed/return-reasons';
import { kindergarten, seedUnits, teachersSchool } from '@/prisma/seed/units';
import { db } from '@/lib/db/client';
import type { Level } from '@/lib/applications/lifecycle';

/** A morning inside the window of the 2024 cycle. */
export const today = new Date('2025-02-10T02:00:00Z');

/** Associations, the 2024 cycle, the demo cycle around `today`, units: as a fresh product has them. */
export async function seededHouse(): Promise<void> {
  await seedAssociations(db);
  await seedCycles(db, today);
  await seedReturnReasons(db);
  await seedDemoCycle(db, today);
  await seedUnits(db, today);
}

export async function levelOf(level: Level, slug: 'jiangsu-2024' | 'jiangsu-demo' = 'jiangsu-demo'): Promise<string> {
  const found = await db.cycleLevel.findFirstOrThrow({ where: { level, cycle: { slug } } });
  return found.id;
}

export const unitNames = {
  school: teachersSchool,
  kindergarten,
  university: '示例师范大学（演示）',
  elsewhere: '外省示例中学（演示，浙江）',
};

export async function unitIdOf(name: string): Promise<string> {
  return (await db.unit.findFirstOrThrow({ where: { name } })).id;
}
