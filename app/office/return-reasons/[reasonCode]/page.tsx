import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyValue } from '@/components/ui/key-value';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import { checkTitle } from '@/lib/applications/preflight/checks';
import { reasonGroupNames } from '@/lib/applications/return-reasons/labels';
import { judgeReason } from '@/lib/applications/return-reasons/policy';
import { officeReason } from '@/lib/applications/return-reasons/queries';
import { tableDateTime } from '@/lib/kernel/dates';
import { actorAs } from '@/lib/web/page-actor';
import { ReasonForm } from '../reason-form';

export const metadata: Metadata = { title: '退回原因' };

interface ReasonPageProps {
  params: Promise<{ reasonCode: string }>;
  searchParams: Promise<Record<string, string>>;
}

type Reason = NonNullable<Awaited<ReturnType<typeof officeReason>>>;

export default async function ReasonPage({ params, searchParams }: ReasonPageProps) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'AUDITOR');
  const reason = await officeReason(actor, (await params).reasonCode);
  if (!reason) notFound();
  const mayKeep = judgeReason(actor, 'keep', reason).answer === 'yes';
  return (
    <div className="stack">
      <PageHead
        title={reason.label}
        breadcrumb={[{ label: '退回原因', href: '/office/return-reasons' }, { label: reason.label }]}
        tag={reason.isActive ? <Tag tone="success">使用中</Tag> : <Tag>停用</Tag>}
      />
      {(await searchParams).saved ? <Banner tone="success">已保存，修改已写入历史。</Banner> : null}
      <p>
        <TextLink href={`/office/statistics/returns?reason=${reason.code}`}>查看以这条原因退回的申报</TextLink>
      </p>
      {mayKeep ? <ReasonForm reason={reason} position={reason.position} /> : <Facts reason={reason} />}
      <History revisions={reason.revisions} />
    </div>
  );
}

function Facts({ reason }: { reason: Reason }) {
  return (
    <>
      <Banner tone="neutral">
        {reason.association ? `这条原因由${reason.association.name}维护。` : '这条原因各协会通用，由全国协会维护。'}
      </Banner>
      <KeyValue
        items={[
          { term: '修改办法', value: reason.advice },
          { term: '类别', value: reasonGroupNames[reason.group] ?? '' },
          { term: '由哪项检查发现', value: checkTitle(reason.check) },
          { term: '顺序', value: String(reason.position) },
        ]}
      />
    </>
  );
}

function History({ revisions }: { revisions: Reason['revisions'] }) {
  return (
    <section className="stack" aria-labelledby="history-title">
      <h2 id="history-title">修改历史</h2>
      {revisions.length === 0 ? <EmptyState title="还没有修改过" /> : null}
      <Timeline
        label="修改历史"
        entries={revisions.map(({ at, because, byName, changes }) => ({
          at: tableDateTime(at),
          iso: at.toISOString(),
          title: because,
          by: byName,
          body: (
            <ul>
              {changes.map(({ field, label, before, after }) => (
                <li key={field}>
                  {label}：{before ? `${before} → ` : ''}
                  {after || '（空）'}
                </li>
              ))}
            </ul>
          ),
        }))}
      />
    </section>
  );
}
