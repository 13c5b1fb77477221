'use server';

import { z } from 'zod';
import { registerPerson } from '@/lib/accounts/register-person';
import { registerInput, sendCodeInput } from '@/lib/accounts/schema';
import { sendCode } from '@/lib/accounts/send-code';
import { startPages } from '@/lib/kernel/actor';
import { openAction } from '@/lib/web/action';
import { localPath } from '@/lib/web/local-path';
import { startSession } from '@/lib/web/start-session';
import { withCode } from '@/lib/web/with-code';

export const sendRegisterCode = openAction({
  input: sendCodeInput,
  run: (step) => sendCode({ purpose: 'REGISTER', ...step }),
  after: () => ({ message: '验证码已发送，10 分钟内有效。', keepTyped: true }),
});

const register = openAction({
  input: z.intersection(registerInput, z.object({ next: z.string().optional() })),
  run: registerPerson,
  after: async ({ result, input }) => {
    if (result.outcome === 'document_known') return { redirectTo: knownPage(result) };
    await startSession(result.sessionId);
    return { redirectTo: localPath(input.next) ?? startPages.APPLICANT };
  },
});

export const registerAction = withCode(sendRegisterCode, register);

function knownPage({ isSameMobile, phoneTail }: { isSameMobile: boolean; phoneTail: string | null }): string {
  if (isSameMobile) return '/register/known?same=1';
  return phoneTail ? `/register/known?tail=${phoneTail}` : '/register/known';
}
