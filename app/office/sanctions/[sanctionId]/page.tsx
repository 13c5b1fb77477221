import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FileLinks } from '@/components/sanctions/sanction-files';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { KeyValue } from '@/components/ui/key-value';
import { StatusTag } from '@/components/ui/tag';
import { Timeline } from '@/components/ui/timeline';
import { eventTitle } from '@/lib/applications/event-words';
import { now as currentTime } from '@/lib/clock';
import { type Role, roleNames } from '@/lib/kernel/actor';
import { longDateTime, plainDate } from '@/lib/kernel/dates';
import { periodWords, sanctionStates, stateOf } from '@/lib/sanctions/labels';
import type { SanctionSubject } from '@/lib/sanctions/lock-sanction';
import { officeSanction, sanctionHistory } from '@/lib/sanctions/sanction-queries';
import { actorAs } from '@/lib/web/page-actor';
import { Appeals } from './appeals';
import { Decisions } from './decisions';
import { EffectBefore, StoppedApplications } from './effect';

export const metadata: Metadata = { title: '申报资格处理' };

interface Props {
  params: Promise<{ sanctionId: string }>;
  searchParams: Promise<{ done?: string }>;
}

/** Finding, evidence, whom it touches, what was decided and what can be decided now. */
export default async function SanctionPage({ params, searchParams }: Props) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'AUDITOR');
  const now = currentTime();
  const sanction = await officeSanction(actor, (await params).sanctionId, now);
  if (!sanction) notFound();
  return (
    <div className="stack">
      <PageHead
        title={sanction.unit.name}
        breadcrumb={[{ label: '申报资格处理', href: '/office/sanctions' }, { label: sanction.unit.name }]}
        tag={<StatusTag {...sanctionStates[stateOf(sanction, now)]} />}
      />
      {(await searchParams).done ? <Banner tone="success" title="已办理。" live /> : null}
      <Facts sanction={sanction} />
      <section className="stack-small">
        <h2>查实的情况</h2>
        <p className="whitespace-pre-line">{sanction.finding}</p>
        <FileLinks
          label="证据"
          files={sanction.files.filter(({ appealId }) => appealId === null).map(({ file }) => file)}
        />
      </section>
      <Appeals sanction={sanction} actor={actor} now={now} />
      {sanction.status === 'PROPOSED' ? (
        <EffectBefore sanction={sanction} actor={actor} />
      ) : (
        <StoppedApplications sanction={sanction} actor={actor} />
      )}
      <Decisions sanction={sanction} actor={actor} now={now} />
      <History sanction={sanction} />
    </div>
  );
}

function Facts({ sanction }: { sanction: SanctionSubject }) {
  const { startsOn, endsOn, decidedAt, liftedAt, status } = sanction;
  const decided = status === 'REFUSED' ? '未批准' : status === 'WITHDRAWN' ? '撤回' : '批准';
  const by = (name: string, at: Date | null) => (at ? `${name || sanction.proposedByName}，${longDateTime(at)}` : '—');
  const renamed = sanction.unitName === sanction.unit.name ? '' : `（提出时名称：${sanction.unitName}）`;
  return (
    <KeyValue
      items={[
        { term: '统一社会信用代码', value: `${sanction.creditCode}${renamed}` },
        { term: '提出', value: by(sanction.proposedByName, sanction.proposedAt) },
        ...(decidedAt ? [{ term: decided, value: by(sanction.decidedByName, decidedAt) }] : []),
        ...(sanction.decisionNumber ? [{ term: '决定文号', value: sanction.decisionNumber }] : []),
        ...(startsOn && endsOn
          ? [{ term: '期间', value: periodWords({ startsOn: plainDate(startsOn), endsOn: plainDate(endsOn) }) }]
          : []),
        ...(sanction.decisionNote ? [{ term: '决定说明', value: sanction.decisionNote }] : []),
        ...(liftedAt ? [{ term: '解除', value: by(sanction.liftedByName, liftedAt) }] : []),
        ...(sanction.liftReason ? [{ term: '解除原因', value: sanction.liftReason }] : []),
      ]}
    />
  );
}

async function History({ sanction }: { sanction: SanctionSubject }) {
  const events = await sanctionHistory(sanction);
  return (
    <section className="stack-small">
      <h2>办理记录</h2>
      <Timeline
        entries={events.map(({ name, at, actorName, actorRole, note }) => ({
          at: longDateTime(at),
          iso: at.toISOString(),
          title: eventTitle(name),
          by: `${actorName}（${roleNames[actorRole as Role] ?? actorRole}）`,
          body: name === 'sanction_proposed' ? null : note,
        }))}
      />
    </section>
  );
}
