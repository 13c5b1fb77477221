import { randomInt } from 'node:crypto';
import { inTransaction } from '@/lib/db/transaction';
import type { CodePurpose } from '@/lib/db/generated/enums';
import { env } from '@/lib/env';
import { remaining } from '@/lib/kernel/dates';
import { DomainError } from '@/lib/kernel/domain-error';
import { sendMessage } from '@/lib/messages/send-message';
import { fields } from '@/lib/secrets';
import { codeSms, unknownNumberSms } from './account-notices';
import { countAddress, countTry } from './count-try';

export const codeLifeMs = 10 * 60_000;
const pauseMs = 60_000;
const day = 24 * 60 * 60_000;

interface CodeRequest {
  purpose: CodePurpose;
  input: { mobile: string };
  now: Date;
  request: { ip: string };
}

/**
 * Sends six digits by SMS. For a new password the screen answers the same whether the number is known or not; only
 * the owner of an unknown number reads that there is no account.
 */
export async function sendCode({ purpose, input: { mobile }, now, request }: CodeRequest): Promise<void> {
  const phoneIndex = fields().index('phone', mobile);
  await countAddress('code', request.ip, now);
  await keepPace(phoneIndex, now);
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await inTransaction(async (tx) => {
    const person = await tx.person.findUnique({
      where: { phoneIndex },
      select: { id: true, persona: true, disabledAt: true },
    });
    const isUsable = purpose !== 'RESET_PASSWORD' || (person !== null && !person.persona && !person.disabledAt);
    await tx.verificationCode.create({
      data: {
        phoneIndex,
        purpose,
        codeHash: hashOfCode(phoneIndex, code),
        createdAt: now,
        expiresAt: new Date(now.getTime() + codeLifeMs),
        usedAt: isUsable ? null : now,
      },
    });
    await sendMessage({
      tx,
      address: mobile,
      template: `code.${purpose.toLowerCase()}`,
      subject: '验证码',
      text: isUsable ? codeSms(purpose, code) : unknownNumberSms,
      channels: ['SMS'],
      now,
    });
  });
}

/** Keyed, for six digits without a key are guessed in a moment. */
export const hashOfCode = (phoneIndex: string, code: string): string => fields().index('code', `${phoneIndex}:${code}`);

async function keepPace(phoneIndex: string, now: Date): Promise<void> {
  const pause = await countTry({ key: `code-pause:${phoneIndex}`, most: 1, windowMs: pauseMs }, now);
  if (pause.count > 1) {
    const seconds = Math.ceil((pause.until.getTime() - now.getTime()) / 1000);
    throw new DomainError('CODE_PAUSE', `验证码刚刚发送过，请 ${seconds} 秒后再获取。`);
  }
  const today = await countTry({ key: `code-day:${phoneIndex}`, most: env.CODES_PER_DAY + 1, windowMs: day }, now);
  if (today.count <= env.CODES_PER_DAY) return;
  const sentence = `这个手机号 24 小时内最多获取 ${env.CODES_PER_DAY} 次验证码，次数已用完，请在 ${remaining(now, today.until)}后再试。`;
  throw new DomainError('CODE_LIMIT', sentence, { mobile: [sentence] });
}
