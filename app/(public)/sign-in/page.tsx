import type { Metadata } from 'next';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { FormShell } from '@/components/forms/form-shell';
import { PasswordField } from '@/components/forms/password-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { PageHead } from '@/components/shell/page-head';
import { TextLink } from '@/components/ui/text-link';
import { localPath } from '@/lib/web/local-path';
import { optionalActor } from '@/lib/web/page-actor';
import { signInAction } from './actions';
import { SignInNews } from './sign-in-news';

export const metadata: Metadata = { title: '登录' };

type Search = Promise<{ next?: string; consent?: string; done?: string }>;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const search = await searchParams;
  const next = localPath(search.next) ?? undefined;
  const renewsConsent = search.consent === 'renew';
  const suffix = next ? `?next=${encodeURIComponent(next)}` : '';
  return (
    <div className="page page-narrow">
      <PageHead title="登录" lead={next ? '请先登录，登录后回到您要打开的页面。' : undefined} />
      <div className="stack">
        <SignInNews actor={await optionalActor()} done={search.done} renewsConsent={renewsConsent} />
        <FormShell action={signInAction} fields={{ next }}>
          <TextField name="account" label="手机号或证件号码" autoComplete="username" autoCapitalize="off" width="half" maxLength={40} />
          <PasswordField name="password" label="密码" kind="current" />
          {renewsConsent ? (
            <CheckboxField
              name="privacy"
              label={
                <>
                  我已阅读并同意
                  <TextLink href="/privacy" newTab>
                    《个人信息处理规则》
                  </TextLink>
                </>
              }
            />
          ) : null}
          <SubmitButton pendingText="正在登录…">登录</SubmitButton>
        </FormShell>
        <ul className="stack-small">
          <li>
            还没有账号？<TextLink href={`/register${suffix}`}>注册</TextLink>
          </li>
          <li>
            忘了密码？<TextLink href="/forgot-password">用短信验证码重设</TextLink>
          </li>
          <li>
            手机号不用了？<TextLink href="/forgot-password/recover">申请找回账号</TextLink>
          </li>
          <li>
            曾在旧平台申报？<TextLink href="/claim">旧平台用户说明</TextLink>
          </li>
        </ul>
        <p className="field-hint">在学校、单位的公用电脑上登录，用完请点击页面右上角的“退出”。</p>
      </div>
    </div>
  );
}
