import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { Shortcuts } from '@/components/ui/shortcuts';
import { StatusTag, Tag } from '@/components/ui/tag';
import { itemTitle } from '@/lib/applications/item-title';
import { toneOf } from '@/lib/applications/labels';
import { statuses } from '@/lib/applications/lifecycle';
import { queueNeighbours } from '@/lib/applications/office-queries';
import { queueFilters } from '@/lib/applications/office-schema';
import { type Ability, judge } from '@/lib/applications/policy';
import { offeredReasons } from '@/lib/applications/return-reasons/offered-reasons';
import { reviewDossier } from '@/lib/applications/review-queries';
import { now as currentTime } from '@/lib/clock';
import type { Actor } from '@/lib/kernel/actor';
import { actorAs } from '@/lib/web/page-actor';
import { DecisionPanel } from './decision-panel';
import { DossierFacts } from './dossier-facts';
import { DossierForm } from './dossier-form';
import { QueueSteps } from './queue-steps';
import { ScanPane } from './scan-pane';

export const metadata: Metadata = { title: '资格审查' };

interface ReviewPageProps {
  params: Promise<{ applicationId: string }>;
  searchParams: Promise<Record<string, string>>;
}

/** The application beside its scan, with the decision below, on one screen. */
export default async function ReviewPage({ params, searchParams }: ReviewPageProps) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'FINANCE', 'AUDITOR');
  const now = currentTime();
  const { applicationId } = await params;
  const filters = queueFilters.parse(await searchParams);
  const dossier = await reviewDossier(actor, applicationId);
  if (!dossier) notFound();
  const may = (ability: Ability) => judge(actor, ability, dossier, now).answer === 'yes';
  const seesFiles = may('see_files');
  const [reasons, neighbours] = await Promise.all([
    offeredReasons(dossier.cycleLevel.deciderId),
    queueNeighbours(actor, filters, { id: applicationId, now }),
  ]);
  return (
    <div className="stack">
      <PageHead
        title={`${dossier.person.name} · ${dossier.number}`}
        breadcrumb={[queueOf(actor), { label: itemTitle(dossier) }]}
        tag={
          <>
            <StatusTag tone={toneOf(dossier.status)} label={statuses[dossier.status].staffSees} />
            {dossier.hasPayment ? <Tag tone="success">已缴费</Tag> : <Tag tone="warning">未缴费</Tag>}
          </>
        }
        actions={seesFiles ? <QueueSteps neighbours={neighbours} filters={filters} /> : undefined}
      />
      <DossierFacts dossier={dossier} actor={actor} now={now} />
      {seesFiles ? (
        <>
          <div className="review-panes">
            <DossierForm dossier={dossier} mayPrint={may('print')} />
            <ScanPane dossier={dossier} now={now} />
          </div>
          <DecisionPanel dossier={dossier} actor={actor} now={now} reasons={reasons} />
          <Shortcuts />
        </>
      ) : (
        <Banner tone="neutral">申报书和材料由负责审查的工作人员查看，这里只显示缴费所需的情况。</Banner>
      )}
    </div>
  );
}

/** Where this reader came from: finance staff have orders, not a queue. */
const queueOf = ({ role }: Actor) =>
  role === 'FINANCE'
    ? { label: '订单', href: '/office/finance/orders' }
    : { label: '申报审查', href: role === 'AUDITOR' ? '/office/applications?view=all' : '/office/applications' };
