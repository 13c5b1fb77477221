import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AgentStatement } from '@/components/catalogue/agent-statement';
import { ContactBlocks } from '@/components/catalogue/contact-blocks';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Tag } from '@/components/ui/tag';
import { type PublicCycle, publishedCyclesOfProvince } from '@/lib/catalogue/queries';
import { windowState } from '@/lib/catalogue/window';
import { now as currentTime } from '@/lib/clock';
import { longDateTime } from '@/lib/kernel/dates';
import { type Province, provinceBySlug } from '@/lib/kernel/regions';
import { checkHref, cycleHref, shortCycleName, windowTag } from '../../window-words';
import { CycleDates } from './cycle-dates';
import { LevelSection } from './level-section';

interface PageProps {
  params: Promise<{ province: string }>;
  searchParams: Promise<{ cycle?: string | string[] }>;
}

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const province = provinceBySlug((await params).province);
  return { title: province ? `${province.name}认证` : '全部认证' };
}

export default async function ProvincePage({ params, searchParams }: PageProps) {
  const province = provinceBySlug((await params).province);
  if (!province) notFound();
  const now = currentTime();
  const cycles = await publishedCyclesOfProvince(province.slug, now);
  const { cycle: slug } = await searchParams;
  const cycle = cycles.find((candidate) => candidate.slug === slug) ?? cycles[0];
  if (!cycle) return <NothingHere province={province} />;
  return (
    <div className="page">
      <ProvinceHead province={province} cycle={cycle} now={now} />
      {cycles.length > 1 ? (
        <LinkTabs
          label="认证年度"
          tabs={cycles.map((each) => ({ href: cycleHref(each), label: shortCycleName(each) }))}
          current={cycleHref(cycle)}
        />
      ) : null}
      <div className="page-columns mt-8">
        <div className="stack">
          <WindowBanner cycle={cycle} now={now} />
          <CycleDates cycle={cycle} now={now} />
          <SelfCheckInvitation cycle={cycle} />
          {cycle.levels.map((level) => (
            <LevelSection key={level.id} level={level} cycle={cycle} now={now} />
          ))}
        </div>
        <aside className="stack">
          <AgentStatement text={cycle.agentStatement} />
          <section className="stack-small">
            <h2>联系方式</h2>
            <ContactBlocks contacts={cycle.contacts} />
          </section>
        </aside>
      </div>
    </div>
  );
}

function ProvinceHead({ province, cycle, now }: { province: Province; cycle: PublicCycle; now: Date }) {
  const tag = windowTag(cycle, now);
  return (
    <PageHead
      title={cycle.name}
      breadcrumb={[{ label: '全部认证', href: '/certifications' }, { label: province.name }]}
      tag={
        <>
          {cycle.isDemonstration ? <Tag tone="warning">演示</Tag> : null}
          <Tag tone={tag.tone}>{tag.label}</Tag>
        </>
      }
      lead={`组织单位：${cycle.association.name}`}
    />
  );
}

function SelfCheckInvitation({ cycle }: { cycle: PublicCycle }) {
  return (
    <section className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 rounded-md bg-action-tint p-5">
      <div>
        <h2 className="text-lg">不确定符合哪个级别？</h2>
        <p>回答几个问题就知道，不用登录，也不保存您的回答。</p>
      </div>
      <ButtonLink href={checkHref(cycle)} variant="secondary">
        资格自查
      </ButtonLink>
    </section>
  );
}

function WindowBanner({ cycle, now }: { cycle: PublicCycle; now: Date }) {
  const state = windowState(cycle, now);
  if (state === 'after') {
    return (
      <Banner tone="warning" title="本年度申报已经截止">
        申报时间到 {longDateTime(cycle.applyClosesAt)} 为止，以系统时间为准，现在不能再提交新的申报。以下内容供查阅。
      </Banner>
    );
  }
  if (state === 'before') {
    return (
      <Banner tone="info" title="申报尚未开始">
        申报将于 {longDateTime(cycle.applyOpensAt)} 开始，您可以先查看条件、做资格自查。
      </Banner>
    );
  }
  if (!cycle.isDemonstration) return null;
  return (
    <Banner tone="neutral" title="这是用来试用的演示年度">
      人物、单位和部分费用都是演示数据，不产生真实的申报和收费。
    </Banner>
  );
}

function NothingHere({ province }: { province: Province }) {
  return (
    <div className="page">
      <PageHead
        title={province.name}
        breadcrumb={[{ label: '全部认证', href: '/certifications' }, { label: province.name }]}
      />
      <EmptyState
        title={`${province.name}目前没有公布认证年度`}
        action={
          <ButtonLink href="/certifications" variant="secondary">
            选择其他省份
          </ButtonLink>
        }
      >
        请留意所在省协会的通知。公布后，级别、条件和时间会显示在这里。
      </EmptyState>
    </div>
  );
}
