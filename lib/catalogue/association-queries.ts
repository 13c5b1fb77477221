import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';

const platform = '全国青少年科技辅导员专业水平认证系统';

export async function associationName(id: string | null): Promise<string> {
  if (!id) return platform;
  const association = await db.association.findUnique({ where: { id }, select: { name: true } });
  return association?.name ?? platform;
}

/** Cycles that this member of staff has to do with; national staff see those of every province. */
export function cyclesOf(actor: Actor) {
  const isNational = actor.associationId === 'national';
  return db.cycle.findMany({
    where: isNational ? {} : { associationId: actor.associationId ?? '' },
    select: { id: true, slug: true, name: true, status: true, applyOpensAt: true, applyClosesAt: true },
    orderBy: { applyOpensAt: 'desc' },
  });
}
