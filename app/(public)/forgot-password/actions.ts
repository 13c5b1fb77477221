'use server';

import { requestRecovery } from '@/lib/accounts/request-recovery';
import { resetPassword } from '@/lib/accounts/reset-password';
import { recoveryInput, resetPasswordInput, sendCodeInput } from '@/lib/accounts/schema';
import { sendCode } from '@/lib/accounts/send-code';
import { openAction } from '@/lib/web/action';
import { withCode } from '@/lib/web/with-code';

export const sendResetCode = openAction({
  input: sendCodeInput,
  run: (step) => sendCode({ purpose: 'RESET_PASSWORD', ...step }),
  after: () => ({ message: '短信已发送，验证码 10 分钟内有效。', keepTyped: true }),
});

const reset = openAction({
  input: resetPasswordInput,
  run: resetPassword,
  after: () => ({ redirectTo: '/sign-in?done=reset' }),
});

export const resetPasswordAction = withCode(sendResetCode, reset);

export const sendRecoveryCode = openAction({
  input: sendCodeInput,
  run: (step) => sendCode({ purpose: 'RECOVER', ...step }),
  after: () => ({ message: '验证码已发送，10 分钟内有效。', keepTyped: true }),
});

const recover = openAction({
  input: recoveryInput,
  run: requestRecovery,
  after: () => ({ redirectTo: '/forgot-password/recover?sent=1' }),
});

export const requestRecoveryAction = withCode(sendRecoveryCode, recover);
