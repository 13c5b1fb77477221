import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { remaining } from '@/lib/kernel/dates';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { countTry, forgetTries } from './count-try';
import { passwordMatches } from './hash-password';

const mostFailures = 5;
const pauseMs = 15 * 60_000;

/** Who sits at an open session may be somebody else: a weighty change asks for the password again. */
export async function proveOwnPassword({
  actor,
  password,
  now,
}: {
  actor: Actor;
  password: string;
  now: Date;
}): Promise<void> {
  const person = actor.personId ? await db.person.findUnique({ where: { id: actor.personId } }) : null;
  if (!person) throw new NotFoundError('person');
  if (!person.passwordHash) {
    throw refused(
      person.persona ? '演示身份没有密码，不能修改。' : '您的账号还没有设置密码，请先退出，用“忘记密码”设置密码。',
    );
  }
  const key = `own-password:${person.id}`;
  const { count, until } = await countTry({ key, most: mostFailures, windowMs: pauseMs }, now);
  if (count > mostFailures) throw refused(`输错次数过多，请在 ${remaining(now, until)}后再试。`);
  if (!(await passwordMatches(password, person.passwordHash))) throw refused('当前密码不正确，请重新填写。');
  await forgetTries(key);
}

const refused = (sentence: string): DomainError =>
  new DomainError('OWN_PASSWORD', sentence, { currentPassword: [sentence] });
