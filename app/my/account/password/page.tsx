import type { Metadata } from 'next';
import { FormShell } from '@/components/forms/form-shell';
import { PasswordField } from '@/components/forms/password-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { PageHead } from '@/components/shell/page-head';
import { passwordHint } from '@/lib/accounts/password-policy';
import { pageActor } from '@/lib/web/page-actor';
import { changePasswordAction } from '../actions';

export const metadata: Metadata = { title: '修改密码' };

export default async function ChangePasswordPage() {
  await pageActor();
  return (
    <div className="page page-narrow">
      <PageHead
        title="修改密码"
        breadcrumb={[{ label: '我的账号', href: '/my/account' }, { label: '修改密码' }]}
        lead="修改后，其他设备上的登录会退出。"
      />
      <FormShell action={changePasswordAction}>
        <PasswordField name="currentPassword" label="当前密码" kind="current" />
        <PasswordField name="password" label="新密码" kind="new" hint={passwordHint} />
        <SubmitButton>保存新密码</SubmitButton>
      </FormShell>
    </div>
  );
}
