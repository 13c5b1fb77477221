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
import { ownAccount } from '@/lib/accounts/own-account';
import { env } from '@/lib/env';
import { pageActor } from '@/lib/web/page-actor';
import { changeMobileAction, sendMobileCode } from '../actions';

export const metadata: Metadata = { title: '更换手机号' };

export default async function ChangeMobilePage() {
  const { mobileMasked } = await ownAccount(await pageActor());
  return (
    <div className="page page-narrow">
      <PageHead
        title="更换手机号"
        breadcrumb={[{ label: '我的账号', href: '/my/account' }, { label: '更换手机号' }]}
        lead={`现在的手机号：${mobileMasked}。更换后用新手机号登录，原手机号会收到提醒。`}
      />
      <FormShell action={changeMobileAction}>
        <DefaultSubmit />
        <PhoneField name="mobile" label="新手机号" />
        <CodeField
          name="code"
          label="短信验证码"
          hint={<CodeHint isDemo={env.isDemo} />}
          send={<SendCodeButton action={sendMobileCode} from={['mobile']} />}
        />
        <PasswordField name="currentPassword" label="当前密码" kind="current" hint="确认是您本人在操作。" />
        <SubmitButton>更换手机号</SubmitButton>
      </FormShell>
    </div>
  );
}
