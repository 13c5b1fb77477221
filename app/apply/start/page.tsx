import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AgentStatement } from '@/components/catalogue/agent-statement';
import { Deadline } from '@/components/catalogue/deadline';
import { RuleAnswers } from '@/components/catalogue/rule-answers';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { KeyValue } from '@/components/ui/key-value';
import { Money } from '@/components/ui/money';
import { TextLink } from '@/components/ui/text-link';
import { routes, stages } from '@/lib/applications/lifecycle';
import { type StartPage, startPage } from '@/lib/applications/queries';
import { itemTitle, levelNames, toBeAnnounced } from '@/lib/catalogue/labels';
import { windowState } from '@/lib/catalogue/window';
import { now as currentTime } from '@/lib/clock';
import { pageActor } from '@/lib/web/page-actor';
import { startAction } from './actions';

export const metadata: Metadata = { title: '开始申报' };

interface Props {
  searchParams: Promise<{ level?: string }>;
}

/** The last look at a level before the application exists. */
export default async function StartApplicationPage({ searchParams }: Props) {
  const actor = await pageActor();
  const now = currentTime();
  const page = await startPage(actor, (await searchParams).level ?? '', now);
  if (!page) notFound();
  const { level } = page;
  const { association } = level.cycle;
  const title = itemTitle(association.provinceName, level.level);
  return (
    <div className="page page-narrow">
      <PageHead
        title={`申报${title}`}
        breadcrumb={[
          { label: '全部认证', href: '/certifications' },
          { label: association.provinceName, href: `/certifications/${association.id}` },
          { label: `申报${levelNames[level.level]}` },
        ]}
      />
      <div className="stack">
        <LevelFacts page={page} now={now} />
        <KnownConditions page={page} />
        <AgentStatement text={level.cycle.agentStatement} />
        <StartForm page={page} />
      </div>
    </div>
  );
}

function LevelFacts({ page: { level }, now }: { page: StartPage; now: Date }) {
  const { cycle, feeFen } = level;
  const { applyOpensAt: opensAt, applyClosesAt: closesAt } = cycle;
  const items = [
    { term: '认证年度', value: cycle.name },
    { term: '费用', value: feeFen === null ? toBeAnnounced : <Money fen={feeFen} emphasis /> },
    { term: '申报时间', value: <Deadline state={windowState(cycle, now)} {...{ opensAt, closesAt, now }} /> },
    { term: '认定机构', value: level.deciderId === 'national' ? '全国协会' : cycle.association.name },
    { term: '流程', value: routes[level.level].map((stage) => stages[stage]).join(' → ') },
  ];
  return <KeyValue columns={1} items={items} />;
}

/** What the system can answer by itself already; the rest is asked in the form. */
function KnownConditions({ page: { level, eligibility } }: { page: StartPage }) {
  const known = eligibility.hard.filter(({ outcome }) => outcome !== 'unknown');
  const later = eligibility.hard.filter(({ outcome }) => outcome === 'unknown');
  return (
    <section>
      <h2>申报条件</h2>
      <RuleAnswers answers={known} />
      {later.length > 0 ? (
        <p className="mt-3">
          填写申报书时再核对：{later.map(({ title }) => title).join('、')}。
          <TextLink href={`/certifications/${level.cycle.associationId}/check?cycle=${level.cycle.slug}`}>
            现在就自查条件
          </TextLink>
        </p>
      ) : null}
    </section>
  );
}

/** The one door for those whose earlier unit is barred: they say that they have left it. */
function LeftUnit({ barred: { because, unitName } }: { barred: NonNullable<StartPage['barred']> }) {
  return (
    <>
      <Banner tone="warning" title="您以前申报时的单位正处于取消申报资格期间">
        {because}
      </Banner>
      <CheckboxField
        name="hasLeftUnit"
        label={`我已不在“${unitName}”工作，会在申报书中填写现在的工作单位。`}
        hint="这项声明会记入办理记录；不属实的，按提供虚假材料处理。"
      />
    </>
  );
}

function StartForm({ page }: { page: StartPage }) {
  const { level, existingId, start, eligibility, barred } = page;
  if (existingId) {
    return (
      <Banner
        tone="warning"
        title="您本年度已经有一份申报"
        action={<ButtonLink href={`/apply/${existingId}`}>查看已有的申报</ButtonLink>}
      >
        通知规定：申请人只可选择其中一个级别进行申报。还没有提交的草稿，可以在申报页更换级别或删除。
      </Banner>
    );
  }
  if (start.answer === 'not_yet') {
    return (
      <Banner tone="warning" title="现在不能申报">
        {start.because}
      </Banner>
    );
  }
  if (barred && !barred.mayHaveLeft) {
    return (
      <Banner tone="danger" title="所在单位被取消申报资格，现在不能申报" action={<ButtonLink href="/my/account/roles">我的身份</ButtonLink>}>
        {barred.because}
      </Banner>
    );
  }
  if (eligibility.overall === 'no') {
    return (
      <Banner
        tone="danger"
        title="不符合这个级别的申报条件"
        action={<ButtonLink href={`/certifications/${level.cycle.associationId}`}>看看其他级别</ButtonLink>}
      >
        {eligibility.summary}
      </Banner>
    );
  }
  return (
    <>
      <Banner tone="info" title="只可选择一个级别，且申报后不允许更换">
        现在开始只是建立草稿，提交报名之前可以更换级别或删除草稿。填写约需 30 分钟，随时自动保存，可以换设备继续。
      </Banner>
      <FormShell action={startAction} fields={{ level: level.id }}>
        {barred ? <LeftUnit barred={barred} /> : null}
        <SubmitButton pendingText="正在建立草稿…">开始填写申报书</SubmitButton>
      </FormShell>
    </>
  );
}
