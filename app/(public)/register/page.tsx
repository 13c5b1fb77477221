import type { Metadata } from 'next';
import { AgentStatement } from '@/components/catalogue/agent-statement';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { TextLink } from '@/components/ui/text-link';
import { startPages } from '@/lib/kernel/actor';
import { localPath } from '@/lib/web/local-path';
import { optionalActor } from '@/lib/web/page-actor';
import { RegisterForm } from './register-form';

export const metadata: Metadata = { title: '注册' };

export default async function RegisterPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const actor = await optionalActor();
  const next = localPath((await searchParams).next) ?? undefined;
  return (
    <div className="page page-narrow">
      <PageHead
        title="注册账号"
        lead={
          <>
            用本人的手机号和证件注册，一人一个账号。已经注册过，请
            <TextLink href={next ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in'}>直接登录</TextLink>
            ；曾在旧平台申报，请先看
            <TextLink href="/claim">旧平台用户说明</TextLink>。
          </>
        }
      />
      <div className="stack">
        {actor && actor.role !== 'SYSTEM' ? (
          <Banner
            tone="info"
            title={`您已经以${actor.name}的身份登录`}
            action={<TextLink href={startPages[actor.role]}>进入</TextLink>}
          >
            再注册需要另一个人的证件。注册后，现在的登录会退出。
          </Banner>
        ) : null}
        <AgentStatement />
        <RegisterForm next={next} />
      </div>
    </div>
  );
}
