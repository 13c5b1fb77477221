import { db } from '@/lib/db/client';
import type { Prisma } from '@/lib/db/generated/client';
import type { Actor } from '@/lib/kernel/actor';
import type { StreamKind } from './labels';
import { nameSubjects } from './name-subjects';
import { readsWholeAudit } from './policy';

export type AuditRow = Prisma.AuditEventGetPayload<Record<string, never>>;

export const auditPageSize = 50;

export interface AuditFilters {
  kind?: StreamKind;
  actor?: string;
  page: number;
}

/** The audit of everything, newest first, with the names of what each event is about; null for everybody else. */
export async function auditPage(reader: Actor, { kind, actor, page }: AuditFilters) {
  if (!readsWholeAudit(reader)) return null;
  const where: Prisma.AuditEventWhereInput = {
    ...(kind ? { stream: { startsWith: `${kind}:` } } : {}),
    ...(actor ? { actorName: { contains: actor } } : {}),
  };
  const [rows, total] = await Promise.all([
    db.auditEvent.findMany({ where, orderBy: { id: 'desc' }, skip: (page - 1) * auditPageSize, take: auditPageSize }),
    db.auditEvent.count({ where }),
  ]);
  const subjects = await nameSubjects(rows.map(({ stream }) => stream));
  return { rows, subjects, total, pageCount: Math.ceil(total / auditPageSize) };
}
