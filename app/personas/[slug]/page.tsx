import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { TextLink } from '@/components/ui/text-link';
import { personaOf } from '@/lib/accounts/personas';
import { env } from '@/lib/env';
import { EnterButton } from '../enter-button';

export const metadata: Metadata = { title: '演示身份' };

export default async function PersonaPage({ params }: { params: Promise<{ slug: string }> }) {
  const persona = personaOf((await params).slug);
  if (!env.isDemo || !persona) notFound();
  return (
    <div className="page page-narrow">
      <PageHead
        title={persona.label}
        breadcrumb={[{ label: '演示身份', href: '/personas' }, { label: persona.label }]}
        lead={persona.about}
      />
      <div className="stack">
        <EnterButton persona={persona} />
        <TextLink href="/personas">选择其他身份</TextLink>
      </div>
    </div>
  );
}
