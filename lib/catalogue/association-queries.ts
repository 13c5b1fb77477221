import { db } from '@/lib/db/client';

const platform = '全国青少年科技辅导员专业水平认证系统';

export async function associationName(id: string | null): Promise<string> {
  if (!id) return platform;
  const association = await db.association.findUnique({ where: { id }, select: { name: true } });
  return association?.name ?? platform;
}
