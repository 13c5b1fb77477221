import type { Metadata } from 'next';
import { FormShell } from '@/components/forms/form-shell';
import { PasswordField } from '@/components/forms/password-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { PageHead } from '@/components/shell/page-head';
import { TextLink } from '@/components/ui/text-link';
import { localPath } from '@/lib/web/local-path';
import { optionalActor } from '@/lib/web/page-actor';
import { PrivacyTick } from '../privacy-tick';
import { signInAction } from './actions';
import { SignInNews } from './sign-in-news';

export const metadata: Metadata = { title: '登录' };

type Search = Promise<{ next?: string; consent?: string; done?: string }>;

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const search = await searchParams;
  const next = localPath(search.next) ?? undefined;
  const renewsConsent = search.consent === 'renew';
  return (
    <div className="page">
      <PageHead title="登录" lead={next ? '请先登录，登录后回到您要打开的页面。' : undefined} />
      <div className="page-columns">
        <div className="stack">
          <SignInNews actor={await optionalActor()} done={search.done} renewsConsent={renewsConsent} />
          <FormShell action={signInAction} fields={{ next }}>
            <TextField
              name="account"
              label="手机号或证件号码"
              autoComplete="username"
              autoCapitalize="off"
              width="half"
              maxLength={40}
            />
            <PasswordField name="password" label="密码" kind="current" />
            {renewsConsent ? <PrivacyTick /> : null}
            <SubmitButton pendingText="正在登录…">登录</SubmitButton>
          </FormShell>
          <p className="field-hint">在学校、单位的公用电脑上登录，用完请点击页面顶部的“退出”。</p>
        </div>
        <SignInHelp suffix={next ? `?next=${encodeURIComponent(next)}` : ''} />
      </div>
    </div>
  );
}

/** What to do when the form is not the way in. */
function SignInHelp({ suffix }: { suffix: string }) {
  const ways = [
    { question: '还没有账号', href: `/register${suffix}`, label: '注册' },
    { question: '忘了密码', href: '/forgot-password', label: '用短信验证码重设' },
    { question: '手机号不用了', href: '/forgot-password/recover', label: '申请找回账号' },
    { question: '曾在旧平台申报', href: '/claim', label: '旧平台用户说明' },
  ];
  return (
    <aside aria-labelledby="sign-in-help" className="stack-small">
      <h2 id="sign-in-help">登录遇到问题</h2>
      <dl>
        {ways.map(({ question, href, label }) => (
          <div key={href} className="border-t border-line py-2">
            <dt className="text-ink-soft">{question}</dt>
            <dd>
              <TextLink href={href} roomy>
                {label}
              </TextLink>
            </dd>
          </div>
        ))}
      </dl>
    </aside>
  );
}
