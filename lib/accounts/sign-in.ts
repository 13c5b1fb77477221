import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/client';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import type { Role } from '@/lib/kernel/actor';
import { remaining } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import { accountIndex } from './account-index';
import { privacyConsent } from './consents';
import { countAddress, countTry, forgetTries, takeBackAddress } from './count-try';
import { passwordMatches } from './hash-password';
import { openSession } from './open-session';
import { asHimself, unknownActor } from './person-actor';
import { hasPrivacyConsent, recordConsent } from './record-consent';
import type { SignInInput } from './schema';

const mostFailures = 5;
const lockMs = 15 * 60_000;

interface SignIn {
  input: SignInInput;
  now: Date;
  request: { ip: string; userAgent: string };
}

export type SignedIn = { outcome: 'signed_in'; sessionId: string; role: Role } | { outcome: 'consent_needed' };

/** By mobile or ID number and password. Unknown accounts take the same work and get the same answers as known ones. */
export async function signIn({ input, now, request }: SignIn): Promise<SignedIn> {
  await countAddress('sign-in', request.ip, now);
  const index = accountIndex(input.account);
  const person = await db.person.findFirst({ where: index });
  const lockKey = signInLockKey(person?.id ?? Object.values(index).join());
  const tries = await countTry({ key: lockKey, most: mostFailures, windowMs: lockMs }, now);
  if (tries.count > mostFailures) throw locked(tries.until, now);
  const isRight = await passwordMatches(input.password, person && !person.disabledAt ? person.passwordHash : null);
  if (!person || !isRight) {
    await noteFailure(person, request.ip, now);
    throw tries.count === mostFailures ? locked(tries.until, now) : wrong(mostFailures - tries.count);
  }
  await Promise.all([forgetTries(lockKey), takeBackAddress('sign-in', request.ip)]);
  return inTransaction((tx) => enter(tx, { person, input, now, request }));
}

/** Counter of failures for one account; a new password set by code clears it. */
export const signInLockKey = (account: string): string => `sign-in:${account}`;

async function enter(
  tx: Transaction,
  { person, input, now, request }: SignIn & { person: { id: string } },
): Promise<SignedIn> {
  if (!(await hasPrivacyConsent(tx, person.id))) {
    if (input.privacy !== 'yes') return { outcome: 'consent_needed' };
    await recordConsent({ tx, personId: person.id, documents: [privacyConsent], ip: request.ip, now });
  }
  const { roleGrantId, role } = await startingRole(tx, person.id);
  const sessionId = await openSession({ tx, personId: person.id, roleGrantId, how: 'password', ...request, now });
  return { outcome: 'signed_in', sessionId, role };
}

/** Applicant, but for staff with a single role who have never applied. */
async function startingRole(tx: Transaction, personId: string): Promise<{ roleGrantId: string | null; role: Role }> {
  const grants = await tx.roleGrant.findMany({ where: { personId, revokedAt: null, approvedAt: { not: null } } });
  const [only] = grants;
  if (!only || grants.length > 1) return { roleGrantId: null, role: 'APPLICANT' };
  const applied = await tx.application.count({ where: { personId } });
  return applied > 0 ? { roleGrantId: null, role: 'APPLICANT' } : { roleGrantId: only.id, role: only.role };
}

/** One entry either way, so that the time taken tells nothing. */
async function noteFailure(person: { id: string; name: string } | null, ip: string, now: Date): Promise<void> {
  await inTransaction((tx) =>
    recordEvent(tx, {
      stream: person ? `person:${person.id}` : 'system',
      name: 'sign_in_failed',
      actor: person ? asHimself(person) : unknownActor,
      at: now,
      data: { ip },
    }),
  );
}

const wrong = (left: number): DomainError =>
  new DomainError('SIGN_IN_REFUSED', `账号或密码不正确，请核对后再试，还可以试 ${left} 次。忘记密码可以用手机号找回。`);

const locked = (until: Date, now: Date): DomainError =>
  new DomainError(
    'SIGN_IN_LOCKED',
    `登录失败次数过多，已暂停登录，请在 ${remaining(now, until)}后再试，或用手机号重设密码。`,
  );
