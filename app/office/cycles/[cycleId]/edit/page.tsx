import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { officeCycle } from '@/lib/catalogue/office-queries';
import { judgeCycle } from '@/lib/catalogue/policy';
import { actorAs } from '@/lib/web/page-actor';
import { CycleForm } from './cycle-form';

export const metadata: Metadata = { title: '修改认证年度' };

export default async function EditCyclePage({ params }: { params: Promise<{ cycleId: string }> }) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF');
  const cycle = await officeCycle(actor, (await params).cycleId);
  if (!cycle || judgeCycle(actor, 'amend', cycle).answer !== 'yes') notFound();
  return (
    <div className="stack">
      <PageHead
        title={`修改：${cycle.name}`}
        breadcrumb={[
          { label: '认证年度', href: '/office/cycles' },
          { label: cycle.name, href: `/office/cycles/${cycle.id}` },
          { label: '修改' },
        ]}
        lead="时间均为北京时间，截止时间包含所填的那一分钟。"
      />
      <CycleForm cycle={cycle} />
    </div>
  );
}
