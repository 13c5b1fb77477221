import type { PrismaClient } from '@/lib/db/generated/client';

const associations = [
  { id: 'jiangsu', kind: 'PROVINCIAL', name: '江苏省青少年科技教育协会', provinceName: '江苏省', provinceCode: '32' },
  { id: 'national', kind: 'NATIONAL', name: '中国青少年科技教育工作者协会', provinceName: '全国', provinceCode: '00' },
] as const;

/** Associations that take part; made once, then edited by staff. */
export async function seedAssociations(db: PrismaClient): Promise<void> {
  for (const association of associations) {
    await db.association.upsert({ where: { id: association.id }, create: association, update: {} });
  }
}
