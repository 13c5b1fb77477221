import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { KeyValue } from '@/components/ui/key-value';
import { Tag } from '@/components/ui/tag';
import { type OfficeCycle, officeCycle } from '@/lib/catalogue/office-queries';
import { judgeCycle } from '@/lib/catalogue/policy';
import { longDateTime } from '@/lib/kernel/dates';
import { actorAs } from '@/lib/web/page-actor';
import { cycleStatusLooks } from '../cycle-status';
import { CycleHistory } from './cycle-history';
import { CycleLevels } from './cycle-levels';
import { CycleSteps } from './cycle-steps';
import { RefundRules } from './refund-rules';
import { UnitOrderRules } from './unit-order-rules';

export const metadata: Metadata = { title: '认证年度' };

interface CyclePageProps {
  params: Promise<{ cycleId: string }>;
  searchParams: Promise<{ saved?: string }>;
}

export default async function CyclePage({ params, searchParams }: CyclePageProps) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'FINANCE', 'AUDITOR');
  const cycle = await officeCycle(actor, (await params).cycleId);
  if (!cycle) notFound();
  const mayAmend = judgeCycle(actor, 'amend', cycle).answer === 'yes';
  const look = cycleStatusLooks[cycle.status];
  return (
    <div className="stack">
      <PageHead
        title={cycle.name}
        breadcrumb={[{ label: '认证年度', href: '/office/cycles' }, { label: cycle.name }]}
        tag={<Tag tone={look.tone}>{look.label}</Tag>}
        actions={
          mayAmend ? (
            <ButtonLink href={`/office/cycles/${cycle.id}/edit`}>修改时间、文字与联系人</ButtonLink>
          ) : undefined
        }
      />
      {(await searchParams).saved ? <Banner tone="success" title="已保存，修改已写入历史。" /> : null}
      <CycleFacts cycle={cycle} />
      <CycleLevels cycle={cycle} actor={actor} />
      <RefundRules cycle={cycle} mayAmend={judgeCycle(actor, 'set_refunds', cycle).answer === 'yes'} />
      <UnitOrderRules cycle={cycle} mayAmend={judgeCycle(actor, 'set_unit_orders', cycle).answer === 'yes'} />
      {mayAmend ? <CycleSteps cycle={cycle} /> : null}
      <CycleHistory revisions={cycle.revisions} />
    </div>
  );
}

function CycleFacts({ cycle }: { cycle: OfficeCycle }) {
  return (
    <KeyValue
      columns={2}
      items={[
        { term: '组织单位', value: cycle.association.name },
        { term: '认证年度', value: String(cycle.cycleYear) },
        { term: '申报开始', value: longDateTime(cycle.applyOpensAt) },
        { term: '申报截止', value: longDateTime(cycle.applyClosesAt) },
        { term: '材料提交截止', value: longDateTime(cycle.materialsCloseAt) },
        { term: '缴费截止', value: longDateTime(cycle.paymentClosesAt) },
        { term: '退回修改期限', value: `${cycle.revisionWorkingDays} 个工作日` },
        { term: '笔试安排', value: cycle.writtenExamPlan || '待通知' },
        { term: '答辩安排', value: cycle.defensePlan || '待通知' },
        ...cycle.contacts.map((contact) => ({
          term: contact.label,
          value: [contact.phones.join('、'), contact.email].filter(Boolean).join('，') || '待补充',
        })),
      ]}
    />
  );
}
