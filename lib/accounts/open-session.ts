import { recordEvent } from '@/lib/audit/record-event';
import type { Actor } from '@/lib/kernel/actor';
import type { Transaction } from '@/lib/db/transaction';
import { sessionLifeMs } from './session-limits';

export interface SessionRequest {
  tx: Transaction;
  personId: string;
  /** The grant to act in from the start; null for applicant. */
  roleGrantId: string | null;
  how: 'password' | 'registration' | 'persona' | 'claim' | 'reset';
  userAgent: string;
  ip: string;
  now: Date;
}

/** A signed-in session; its id goes into the sign-in cookie. */
export async function openSession({
  tx,
  personId,
  roleGrantId,
  how,
  userAgent,
  ip,
  now,
}: SessionRequest): Promise<string> {
  const person = await tx.person.findUniqueOrThrow({ where: { id: personId } });
  const session = await tx.session.create({
    data: {
      personId,
      roleGrantId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + sessionLifeMs),
      userAgent: userAgent.slice(0, 400),
      ip: ip.slice(0, 64),
    },
  });
  await recordEvent(tx, {
    stream: `person:${personId}`,
    name: 'signed_in',
    actor: { ...(await roleOf(tx, roleGrantId)), personId, name: person.name, sessionId: session.id },
    at: now,
    data: { how },
  });
  return session.id;
}

type Acting = Pick<Actor, 'role' | 'associationId' | 'unitId'>;

async function roleOf(tx: Transaction, roleGrantId: string | null): Promise<Acting> {
  if (!roleGrantId) return { role: 'APPLICANT', associationId: null, unitId: null };
  const { role, associationId, unitId } = await tx.roleGrant.findUniqueOrThrow({ where: { id: roleGrantId } });
  return { role, associationId, unitId };
}
