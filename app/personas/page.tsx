import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { personas } from '@/lib/accounts/personas';
import { env } from '@/lib/env';
import { roleNames } from '@/lib/kernel/actor';
import { EnterButton } from './enter-button';

export const metadata: Metadata = { title: '演示身份' };

export default function PersonasPage() {
  if (!env.isDemo) notFound();
  return (
    <div className="page">
      <PageHead
        title="选择演示身份"
        lead="演示环境里的人物和单位都是虚构的，不需要密码。正式环境没有这个页面。"
        actions={<TextLink href="/personas/outbox">查看发出的短信和邮件</TextLink>}
      />
      <h2 className="sr-only">演示身份</h2>
      <ul className="grid gap-4 md:grid-cols-2">
        {personas.map((persona) => (
          <li key={persona.slug}>
            <Card title={persona.label} action={<span className="field-hint">{roleNames[persona.role]}</span>}>
              <div className="stack-small">
                <p>{persona.about}</p>
                <EnterButton persona={persona} />
              </div>
            </Card>
          </li>
        ))}
      </ul>
    </div>
  );
}
