import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { endSessions } from './end-sessions';
import type { LockedPerson } from './lock-person';

/** Signs out on one other device, or on all others. Answers on how many. */
export async function endOwnSession(step: Step<Transaction, LockedPerson, { sessionId: string }>): Promise<number> {
  const { tx, actor, subject: person, input, now } = step;
  const count = input.sessionId === 'others' ? await endOthers(step) : await endOne(step);
  await recordEvent(tx, { stream: `person:${person.id}`, name: 'sessions_ended', actor, at: now, data: { count } });
  return count;
}

const endOthers = ({ tx, actor, subject, now }: Step<Transaction, LockedPerson, unknown>): Promise<number> =>
  endSessions({ tx, personId: subject.id, except: actor.sessionId, now });

async function endOne({
  tx,
  subject,
  input,
  now,
}: Step<Transaction, LockedPerson, { sessionId: string }>): Promise<number> {
  const where = { id: input.sessionId, personId: subject.id, revokedAt: null };
  const { count } = await tx.session.updateMany({ where, data: { revokedAt: now } });
  if (count === 0) throw new NotFoundError('session');
  return count;
}
