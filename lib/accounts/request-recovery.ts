import { recordEvent } from '@/lib/audit/record-event';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { remaining } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import { fields } from '@/lib/secrets';
import { checkCode, spendCode } from './check-code';
import { countAddress, countTry } from './count-try';
import { unknownActor } from './person-actor';
import { tellPerson } from './tell-person';

const mostADay = 3;
const day = 24 * 60 * 60_000;

interface RecoveryWish {
  input: { mobile: string; code: string; name: string; documentNumber: string; reason: string };
  now: Date;
  request: { ip: string };
}

/**
 * "身份证号已注册" and the phone is gone: asks staff to move the account to a number that the person has just proved.
 * The old number is told at once. An unknown ID number gets the same answer.
 */
export async function requestRecovery({ input, now, request }: RecoveryWish): Promise<void> {
  const { mobile, code, name, documentNumber, reason } = input;
  await countAddress('recovery', request.ip, now);
  const codeId = await checkCode({ purpose: 'RECOVER', mobile, code, now });
  const newPhoneIndex = fields().index('phone', mobile);
  await keepPace(newPhoneIndex, now);
  await refuseTakenMobile(newPhoneIndex);
  await inTransaction(async (tx) => {
    await spendCode(tx, codeId, now);
    const person = await tx.person.findUnique({ where: { documentIndex: fields().index('document', documentNumber) } });
    if (!person || person.disabledAt || person.persona) return;
    const wish = await tx.recoveryRequest.create({
      data: {
        personId: person.id,
        claimedName: name,
        newPhoneCipher: fields().seal(mobile),
        newPhoneIndex,
        reason,
        createdAt: now,
      },
    });
    await recordEvent(tx, {
      stream: `person:${person.id}`,
      name: 'recovery_asked',
      actor: { ...unknownActor, name },
      at: now,
      note: reason,
      data: { requestId: wish.id, ip: request.ip },
    });
    await tellPerson({ tx, personId: person.id, notice: 'recovery_asked', channels: ['SMS', 'SITE'], now });
  });
}

async function keepPace(newPhoneIndex: string, now: Date): Promise<void> {
  const { count, until } = await countTry({ key: `recovery:${newPhoneIndex}`, most: mostADay + 1, windowMs: day }, now);
  if (count <= mostADay) return;
  throw new DomainError(
    'RECOVERY_LIMIT',
    `今天已经提交过 ${mostADay} 次找回申请，请等待处理，或在 ${remaining(now, until)}后再提交。`,
  );
}

async function refuseTakenMobile(newPhoneIndex: string): Promise<void> {
  if ((await db.person.count({ where: { phoneIndex: newPhoneIndex } })) === 0) return;
  const sentence = '这个手机号已绑定一个账号。如果那就是您的账号，请直接用手机号找回密码；否则请换一个手机号。';
  throw new DomainError('MOBILE_TAKEN', sentence, { mobile: [sentence] });
}
