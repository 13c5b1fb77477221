import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import { fields } from '@/lib/secrets';
import { checkCode, spendCode } from './check-code';
import { forgetTries } from './count-try';
import { endSessions } from './end-sessions';
import { hashPassword } from './hash-password';
import { passwordFault } from './password-policy';
import { asHimself } from './person-actor';
import { signInLockKey } from './sign-in';
import { tellPerson } from './tell-person';

interface Reset {
  input: { mobile: string; code: string; password: string };
  now: Date;
}

/** A new password by a code to the registered mobile. Ends every session: whoever was in has to know the new one. */
export async function resetPassword({ input, now }: Reset): Promise<void> {
  const { mobile, code, password } = input;
  const codeId = await checkCode({ purpose: 'RESET_PASSWORD', mobile, code, now });
  const person = await db.person.findUnique({ where: { phoneIndex: fields().index('phone', mobile) } });
  if (!person) throw new DomainError('MOBILE_MOVED', '这个手机号刚刚不再用于这个账号，请用新的手机号找回密码。');
  const documentNumber = person.documentCipher ? fields().open(person.documentCipher) : undefined;
  const fault = passwordFault(password, { mobile, name: person.name, documentNumber });
  if (fault) throw new DomainError('PASSWORD_WEAK', '请检查标出的内容。', { password: [fault] });
  const passwordHash = await hashPassword(password);
  await inTransaction(async (tx) => {
    await spendCode(tx, codeId, now);
    await tx.person.update({ where: { id: person.id }, data: { passwordHash, passwordSetAt: now } });
    await endSessions({ tx, personId: person.id, now });
    await recordEvent(tx, { stream: `person:${person.id}`, name: 'password_reset', actor: asHimself(person), at: now });
    await tellPerson({ tx, personId: person.id, notice: 'password_changed', now });
  });
  await forgetTries(signInLockKey(person.id));
}
