import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { DomainError } from '@/lib/kernel/domain-error';
import { maskMobile } from '@/lib/kernel/masking';
import type { Step } from '@/lib/kernel/step';
import { fields } from '@/lib/secrets';
import { checkCode, spendCode } from './check-code';
import { endSessions } from './end-sessions';
import type { LockedPerson } from './lock-person';
import { proveOwnPassword } from './prove-own-password';
import { tellPerson } from './tell-person';

type Input = { currentPassword: string; mobile: string; code: string };

/** Before the transaction: both proofs, whose wrong tries count whatever comes of the change. */
export async function prepareNewMobile({
  input,
  actor,
  now,
}: {
  input: Input;
  actor: Actor;
  now: Date;
}): Promise<{ codeId: string }> {
  await proveOwnPassword({ actor, password: input.currentPassword, now });
  return { codeId: await checkCode({ purpose: 'CHANGE_PHONE', mobile: input.mobile, code: input.code, now }) };
}

export async function changeMobile(
  step: Step<Transaction, LockedPerson, Input> & { prepared: { codeId: string } },
): Promise<void> {
  const { tx, actor, subject: person, input, now, prepared } = step;
  const phoneIndex = fields().index('phone', input.mobile);
  if (phoneIndex === person.phoneIndex) throw taken('这就是账号现在的手机号，不需要更换。');
  if ((await tx.person.count({ where: { phoneIndex } })) > 0)
    throw taken('这个手机号已绑定另一个账号，请换一个手机号。');
  const oldMobile = fields().open(person.phoneCipher);
  await spendCode(tx, prepared.codeId, now);
  await tx.person.update({ where: { id: person.id }, data: { phoneIndex, phoneCipher: fields().seal(input.mobile) } });
  await endSessions({ tx, personId: person.id, except: actor.sessionId, now });
  await recordEvent(tx, {
    stream: `person:${person.id}`,
    name: 'mobile_changed',
    actor,
    at: now,
    data: { from: maskMobile(oldMobile), to: maskMobile(input.mobile) },
  });
  await tellPerson({ tx, personId: person.id, notice: 'phone_changed', mobile: oldMobile, now });
}

const taken = (sentence: string): DomainError => new DomainError('MOBILE_TAKEN', sentence, { mobile: [sentence] });
