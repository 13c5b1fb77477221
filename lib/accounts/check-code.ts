import { timingSafeEqual } from 'node:crypto';
import type { CodePurpose } from '@/lib/db/generated/enums';
import { db } from '@/lib/db/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import { fields } from '@/lib/secrets';
import { hashOfCode } from './send-code';

const mostWrongTries = 5;

interface Claim {
  purpose: CodePurpose;
  mobile: string;
  code: string;
  now: Date;
}

/**
 * Proves that the person reads messages to this number, and answers with the code's id, to be spent with the change
 * that it allows. Wrong tries count at once, whatever becomes of that change. Only the newest code counts.
 */
export async function checkCode({ purpose, mobile, code, now }: Claim): Promise<string> {
  const phoneIndex = fields().index('phone', mobile);
  const newest = await db.verificationCode.findFirst({
    where: { phoneIndex, purpose },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  });
  if (!newest || newest.usedAt || newest.expiresAt <= now) throw refused('验证码不正确或已过期，请重新获取。');
  const { count } = await db.verificationCode.updateMany({
    where: { id: newest.id, usedAt: null, wrongTries: { lt: mostWrongTries } },
    data: { wrongTries: { increment: 1 } },
  });
  if (count !== 1) throw refused('验证码输错次数过多，已失效，请重新获取。');
  if (!isSame(newest.codeHash, hashOfCode(phoneIndex, code)))
    throw refused('验证码不正确或已过期，请核对短信或重新获取。');
  await db.verificationCode.updateMany({ where: { id: newest.id }, data: { wrongTries: { decrement: 1 } } });
  return newest.id;
}

/** Once: of two changes with one code, the second is refused. */
export async function spendCode(tx: Transaction, codeId: string, now: Date): Promise<void> {
  const { count } = await tx.verificationCode.updateMany({
    where: { id: codeId, usedAt: null, expiresAt: { gt: now } },
    data: { usedAt: now },
  });
  if (count !== 1) throw refused('验证码已经用过或已过期，请重新获取。');
}

const refused = (sentence: string): DomainError => new DomainError('CODE_REFUSED', sentence, { code: [sentence] });

const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
