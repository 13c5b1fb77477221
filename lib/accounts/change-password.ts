import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/client';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { fields } from '@/lib/secrets';
import { endSessions } from './end-sessions';
import { hashPassword } from './hash-password';
import type { LockedPerson } from './lock-person';
import { passwordFault } from './password-policy';
import { proveOwnPassword } from './prove-own-password';
import { tellPerson } from './tell-person';

type Input = { currentPassword: string; password: string };

/** The slow half, before any transaction: proves the old password and hashes the new one. */
export async function prepareNewPassword(wish: {
  input: Input;
  actor: Actor;
  now: Date;
}): Promise<{ passwordHash: string }> {
  const { input, actor, now } = wish;
  await proveOwnPassword({ actor, password: input.currentPassword, now });
  const person = await db.person.findUniqueOrThrow({ where: { id: actor.personId ?? '' } });
  const known = {
    name: person.name,
    mobile: fields().open(person.phoneCipher),
    documentNumber: fields().open(person.documentCipher),
  };
  const fault =
    input.password === input.currentPassword ? '新密码不能与当前密码相同。' : passwordFault(input.password, known);
  if (fault) throw new DomainError('PASSWORD_WEAK', '请检查标出的内容。', { password: [fault] });
  return { passwordHash: await hashPassword(input.password) };
}

/** Sets the new password and signs out everywhere else. */
export async function changePassword(
  step: Step<Transaction, LockedPerson, Input> & { prepared: { passwordHash: string } },
): Promise<void> {
  const { tx, actor, subject: person, now, prepared } = step;
  await tx.person.update({
    where: { id: person.id },
    data: { passwordHash: prepared.passwordHash, passwordSetAt: now },
  });
  await endSessions({ tx, personId: person.id, except: actor.sessionId, now });
  await recordEvent(tx, { stream: `person:${person.id}`, name: 'password_changed', actor, at: now });
  await tellPerson({ tx, personId: person.id, notice: 'password_changed', now });
}
