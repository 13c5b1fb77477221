import type { Actor } from '@/lib/kernel/actor';

/** Everybody's records are for national auditors and system administrators; others read those of their applications (R2). */
export const readsWholeAudit = (actor: Pick<Actor, 'role' | 'associationId'>): boolean =>
  actor.role === 'SYSTEM_ADMIN' || (actor.role === 'AUDITOR' && actor.associationId === 'national');
