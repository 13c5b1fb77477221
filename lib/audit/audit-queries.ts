import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';

export type AuditRow = Prisma.AuditEventGetPayload<Record<string, never>>;

export const auditPageSize = 50;

export interface AuditFilters {
  name?: string;
  stream?: string;
  actor?: string;
  page: number;
}

/** The audit of everything, newest first; for auditors and system administrators only, as their pages judge. */
export async function auditPage({ name, stream, actor, page }: AuditFilters) {
  const where: Prisma.AuditEventWhereInput = {
    ...(name ? { name: { contains: name } } : {}),
    ...(stream ? { stream: { startsWith: stream } } : {}),
    ...(actor ? { actorName: { contains: actor } } : {}),
  };
  const [rows, total] = await Promise.all([
    db.auditEvent.findMany({ where, orderBy: { id: 'desc' }, skip: (page - 1) * auditPageSize, take: auditPageSize }),
    db.auditEvent.count({ where }),
  ]);
  return { rows, total, pageCount: Math.ceil(total / auditPageSize) };
}

export function latestSeals() {
  return db.auditSeal.findMany({ orderBy: { id: 'desc' }, take: 5 });
}
