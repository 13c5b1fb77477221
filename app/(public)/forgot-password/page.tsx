import type { Metadata } from 'next';
import { CodeHint } from '@/components/accounts/code-hint';
import { CodeField } from '@/components/forms/code-field';
import { DefaultSubmit } from '@/components/forms/default-submit';
import { FormShell } from '@/components/forms/form-shell';
import { PasswordField } from '@/components/forms/password-field';
import { PhoneField } from '@/components/forms/phone-field';
import { SendCodeButton } from '@/components/forms/send-code-button';
import { SubmitButton } from '@/components/forms/submit-button';
import { PageHead } from '@/components/shell/page-head';
import { TextLink } from '@/components/ui/text-link';
import { passwordHint } from '@/lib/accounts/password-policy';
import { env } from '@/lib/env';
import { resetPasswordAction, sendResetCode } from './actions';

export const metadata: Metadata = { title: '重设密码' };

export default function ForgotPasswordPage() {
  return (
    <div className="page page-narrow">
      <PageHead
        title="重设密码"
        breadcrumb={[{ label: '登录', href: '/sign-in' }, { label: '重设密码' }]}
        lead="用注册的手机号收验证码，设置新密码。设置后，所有设备上的登录都会退出。"
      />
      <div className="stack">
        <FormShell action={resetPasswordAction}>
          <DefaultSubmit />
          <PhoneField name="mobile" label="注册的手机号" />
          <CodeField
            name="code"
            label="短信验证码"
            hint={<CodeHint isDemo={env.isDemo} />}
            send={<SendCodeButton action={sendResetCode} from={['mobile']} />}
          />
          <PasswordField name="password" label="新密码" kind="new" hint={passwordHint} />
          <SubmitButton>设置新密码</SubmitButton>
        </FormShell>
        <p>
          手机号已经不用了？<TextLink href="/forgot-password/recover">申请找回账号</TextLink>
        </p>
      </div>
    </div>
  );
}
