import type { Metadata } from 'next';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { PageHead } from '@/components/shell/page-head';
import { ownAccount } from '@/lib/accounts/own-account';
import { pageActor } from '@/lib/web/page-actor';
import { changeEmailAction } from '../actions';

export const metadata: Metadata = { title: '电子邮箱' };

export default async function ChangeEmailPage() {
  const { email } = await ownAccount(await pageActor());
  return (
    <div className="page page-narrow">
      <PageHead
        title="电子邮箱"
        breadcrumb={[{ label: '我的账号', href: '/my/account' }, { label: '电子邮箱' }]}
        lead="填写后，办理通知除了站内消息和短信，也发到邮箱。不需要时可以清空。"
      />
      <FormShell action={changeEmailAction}>
        <TextField
          name="email"
          label="电子邮箱"
          type="email"
          inputMode="email"
          autoComplete="email"
          optional
          width="half"
          defaultValue={email ?? ''}
        />
        <SubmitButton>保存</SubmitButton>
      </FormShell>
    </div>
  );
}
