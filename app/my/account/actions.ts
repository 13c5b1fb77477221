'use server';

import { changeEmail } from '@/lib/accounts/change-email';
import { changeMobile, prepareNewMobile } from '@/lib/accounts/change-mobile';
import { changePassword, prepareNewPassword } from '@/lib/accounts/change-password';
import { endOwnSession } from '@/lib/accounts/end-own-session';
import { lockOwnPerson } from '@/lib/accounts/lock-person';
import { judgeOwn } from '@/lib/accounts/policy';
import { requestDataChange } from '@/lib/accounts/request-data-change';
import { revealOwnField } from '@/lib/accounts/reveal-own-field';
import {
  changeEmailInput,
  changeMobileInput,
  changePasswordInput,
  dataRequestInput,
  endSessionInput,
  revealInput,
  sendCodeInput,
  withdrawConsentInput,
} from '@/lib/accounts/schema';
import { sendCode } from '@/lib/accounts/send-code';
import { withdrawConsent } from '@/lib/accounts/withdraw-consent';
import { action, openAction } from '@/lib/web/action';
import { leaveSession } from '@/lib/web/auth';
import { pageActor } from '@/lib/web/page-actor';
import { withCode } from '@/lib/web/with-code';

export const revealAction = action({
  input: revealInput,
  load: lockOwnPerson,
  judge: judgeOwn,
  run: revealOwnField,
  after: ({ result }) => ({ values: { value: result } }),
});

export const changePasswordAction = action({
  input: changePasswordInput,
  prepare: prepareNewPassword,
  load: lockOwnPerson,
  judge: judgeOwn,
  run: changePassword,
  after: () => ({ redirectTo: '/my/account?done=password' }),
});

/** Its sending counts and commits by itself, so it stands in no transaction; only who is signed in may cause it. */
export const sendMobileCode = openAction({
  input: sendCodeInput,
  run: async (step) => {
    await pageActor();
    await sendCode({ purpose: 'CHANGE_PHONE', ...step });
  },
  after: () => ({ message: '验证码已发送，10 分钟内有效。', keepTyped: true }),
});

const setMobile = action({
  input: changeMobileInput,
  prepare: prepareNewMobile,
  load: lockOwnPerson,
  judge: judgeOwn,
  run: changeMobile,
  after: () => ({ redirectTo: '/my/account?done=mobile' }),
});

export const changeMobileAction = withCode(sendMobileCode, setMobile);

export const changeEmailAction = action({
  input: changeEmailInput,
  load: lockOwnPerson,
  judge: judgeOwn,
  run: changeEmail,
  after: () => ({ redirectTo: '/my/account?done=email' }),
});

export const endSessionAction = action({
  input: endSessionInput,
  load: lockOwnPerson,
  judge: judgeOwn,
  run: endOwnSession,
  after: ({ result }) => ({ message: `已退出 ${result} 处登录。`, refresh: ['/my/account/devices'] }),
});

export const withdrawConsentAction = action({
  input: withdrawConsentInput,
  load: lockOwnPerson,
  judge: judgeOwn,
  run: withdrawConsent,
  after: async () => {
    await leaveSession();
    return { redirectTo: '/sign-in?done=withdrawn' };
  },
});

export const dataRequestAction = action({
  input: dataRequestInput,
  load: lockOwnPerson,
  judge: judgeOwn,
  run: requestDataChange,
  after: () => ({ redirectTo: '/my/account/privacy?done=request' }),
});
