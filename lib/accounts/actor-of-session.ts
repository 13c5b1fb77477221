import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { idleLimitMs } from './session-limits';

const touchEveryMs = 60_000;

/** The actor of a live session, or null when it is over: signed out, idle too long, disabled, role revoked. */
export async function actorOfSession(sessionId: string, now: Date): Promise<Actor | null> {
  const session = await db.session.findUnique({ where: { id: sessionId }, include: { person: true } });
  if (!session || session.revokedAt || session.expiresAt <= now || session.person.disabledAt) return null;
  const grant = session.roleGrantId ? await db.roleGrant.findUnique({ where: { id: session.roleGrantId } }) : null;
  if (session.roleGrantId && (!grant || grant.revokedAt || !grant.approvedAt)) return null;
  const role = grant?.role ?? 'APPLICANT';
  const idleMs = now.getTime() - session.lastSeenAt.getTime();
  if (idleMs > idleLimitMs(role)) return null;
  if (idleMs > touchEveryMs) {
    await db.session.updateMany({ where: { id: session.id, revokedAt: null }, data: { lastSeenAt: now } });
  }
  return {
    personId: session.personId,
    name: session.person.name,
    role,
    associationId: grant?.associationId ?? null,
    unitId: grant?.unitId ?? null,
    sessionId: session.id,
  };
}
