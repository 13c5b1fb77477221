import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { TechnicalContacts } from '../../technical-contacts';

export const metadata: Metadata = { title: '证件号码已注册' };

type Search = Promise<{ same?: string; tail?: string }>;

export default async function KnownDocumentPage({ searchParams }: { searchParams: Search }) {
  const { same, tail = '' } = await searchParams;
  return (
    <div className="page page-narrow">
      <PageHead
        title="这个证件号码已经注册过账号"
        breadcrumb={[{ label: '注册', href: '/register' }, { label: '已有账号' }]}
      />
      <div className="stack">
        <Banner tone="info" title="您的账号还在，不需要重新注册">
          {same === '1'
            ? '注册时用的就是您刚才填写的手机号。'
            : /^\d{2}$/.test(tail)
              ? `注册时用的是尾号为 ${tail} 的手机号。`
              : '一个证件号码只能有一个账号。请按下面的情况选择。'}
        </Banner>
        <h2>您现在的情况</h2>
        <Card title="记得密码">
          <div className="stack-small">
            <p>用手机号或证件号码登录。</p>
            <ButtonLink href="/sign-in">去登录</ButtonLink>
          </div>
        </Card>
        <Card title="忘了密码，注册的手机号还在用">
          <div className="stack-small">
            <p>用短信验证码重新设置密码。</p>
            <ButtonLink href="/forgot-password" variant="secondary">
              重设密码
            </ButtonLink>
          </div>
        </Card>
        {same === '1' ? null : (
          <Card title="注册的手机号已经不用了，或者不是您本人注册的">
            <div className="stack-small">
              <p>提交找回申请，工作人员核实是您本人后，把账号换到您现在的手机号。</p>
              <ButtonLink href="/forgot-password/recover" variant="secondary">
                申请找回账号
              </ButtonLink>
            </div>
          </Card>
        )}
        <TechnicalContacts />
      </div>
    </div>
  );
}
