import { recordEvent } from '@/lib/audit/record-event';
import { isUniqueViolation, type Transaction } from '@/lib/db/transaction';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import type { Step } from '@/lib/kernel/step';
import { fields } from '@/lib/secrets';
import { endSessions } from './end-sessions';
import { judgedAccount, type LockedPerson, lockPerson } from './lock-person';
import { tellPerson } from './tell-person';

interface LoadedRecovery {
  wish: { id: string; personId: string; status: string; newPhoneCipher: string; newPhoneIndex: string };
  person: LockedPerson;
  account: Awaited<ReturnType<typeof judgedAccount>>;
}

export async function lockRecovery(tx: Transaction, id: string): Promise<LoadedRecovery> {
  const found = await tx.recoveryRequest.findUnique({ where: { id }, select: { personId: true } });
  if (!found) throw new NotFoundError('recovery request');
  const person = await lockPerson(tx, found.personId);
  const wish = await tx.recoveryRequest.findUniqueOrThrow({ where: { id } });
  return { wish, person, account: await judgedAccount(tx, person.id) };
}

type Decision = Step<Transaction, LoadedRecovery, { decision: 'grant' | 'refuse'; note: string }>;

/**
 * Moves the account to the proved number, or says why not. Old and new number both hear of it; the person then sets
 * a password by a code to the new number.
 */
export async function decideRecovery({ tx, actor, subject, input, now }: Decision): Promise<void> {
  const { wish, person } = subject;
  if (wish.status !== 'OPEN') throw new DomainError('DECIDED', '这份找回申请已经处理过，请刷新页面。');
  const isGranted = input.decision === 'grant';
  await tx.recoveryRequest.update({
    where: { id: wish.id },
    data: {
      status: isGranted ? 'GRANTED' : 'REFUSED',
      decidedAt: now,
      decidedById: actor.personId,
      decisionNote: input.note,
    },
  });
  const oldMobile = fields().open(person.phoneCipher);
  const newMobile = fields().open(wish.newPhoneCipher);
  if (isGranted) await moveAccount(tx, subject, now);
  await recordEvent(tx, {
    stream: `person:${person.id}`,
    name: isGranted ? 'recovery_granted' : 'recovery_refused',
    actor,
    at: now,
    note: input.note,
    data: { requestId: wish.id },
  });
  const notice = isGranted ? 'recovery_granted' : 'recovery_refused';
  for (const mobile of [oldMobile, newMobile]) {
    const blanks = { reason: input.note };
    await tellPerson({ tx, personId: person.id, notice, blanks, mobile, channels: ['SMS'], now });
  }
}

async function moveAccount(tx: Transaction, { wish, person }: LoadedRecovery, now: Date): Promise<void> {
  const taken = await tx.person.count({ where: { phoneIndex: wish.newPhoneIndex, id: { not: person.id } } });
  if (taken > 0)
    throw new DomainError('MOBILE_TAKEN', '新手机号在此期间已绑定另一个账号，不能换绑。请不予通过，并说明原因。');
  try {
    await tx.person.update({
      where: { id: person.id },
      data: {
        phoneCipher: wish.newPhoneCipher,
        phoneIndex: wish.newPhoneIndex,
        passwordHash: null,
        passwordSetAt: null,
      },
    });
  } catch (error) {
    if (isUniqueViolation(error, 'phoneIndex'))
      throw new DomainError('MOBILE_TAKEN', '新手机号刚刚被另一个账号绑定，不能换绑。');
    throw error;
  }
  await endSessions({ tx, personId: person.id, now });
}
