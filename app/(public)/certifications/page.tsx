import type { Metadata } from 'next';
import { AgentStatement } from '@/components/catalogue/agent-statement';
import { Deadline } from '@/components/catalogue/deadline';
import { PageHead } from '@/components/shell/page-head';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { type PublicCycle, publishedCycles } from '@/lib/catalogue/queries';
import { windowState } from '@/lib/catalogue/window';
import { now as currentTime } from '@/lib/clock';
import { type Province, provinces } from '@/lib/kernel/regions';
import { shortCycleName } from '../window-words';

export const metadata: Metadata = { title: '全部认证' };

export default async function CertificationsPage() {
  const now = currentTime();
  const cycles = await publishedCycles(now);
  const taking = provinces.filter(({ slug }) => cycles.some(({ associationId }) => associationId === slug));
  const others = provinces.filter((province) => !taking.includes(province));
  const cyclesOf = ({ slug }: Province) => cycles.filter(({ associationId }) => associationId === slug);
  const isOpen = (province: Province) => cyclesOf(province).some((cycle) => windowState(cycle, now) === 'open');
  return (
    <div className="page">
      <PageHead
        title="全部认证"
        lead="请选择工作单位（或就读学校）所在的省份。初级、中级由省级协会认定，高级由全国协会认定。"
      />
      <div className="stack">
        <ul className="grid gap-4 lg:grid-cols-2">
          {taking.map((province) => (
            <li key={province.slug} className="card card-link">
              <div className="card-head">
                <h2>
                  <TextLink href={`/certifications/${province.slug}`}>{province.name}</TextLink>
                </h2>
                {isOpen(province) ? <Tag tone="success">正在申报</Tag> : <Tag>申报已截止</Tag>}
              </div>
              <CycleLines cycles={cyclesOf(province)} now={now} />
            </li>
          ))}
        </ul>
        <section className="stack-small">
          <h2>其他省份</h2>
          <p className="text-ink-soft">以下省份还没有在本系统公布认证年度，请留意所在省协会的通知。</p>
          <ul className="flex flex-wrap gap-x-6">
            {others.map(({ slug, shortName }) => (
              <li key={slug}>
                <TextLink href={`/certifications/${slug}`} roomy>
                  {shortName}
                </TextLink>
              </li>
            ))}
          </ul>
        </section>
        <AgentStatement />
      </div>
    </div>
  );
}

function CycleLines({ cycles, now }: { cycles: PublicCycle[]; now: Date }) {
  return (
    <>
      <p className="text-ink-soft">{cycles[0]?.association.name}</p>
      <ul className="mt-2">
        {cycles.map((cycle) => (
          <li key={cycle.id}>
            {shortCycleName(cycle)}：
            <Deadline
              state={windowState(cycle, now)}
              opensAt={cycle.applyOpensAt}
              closesAt={cycle.applyClosesAt}
              now={now}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
