import type { Metadata } from 'next';
import { AgentStatement } from '@/components/catalogue/agent-statement';
import { PageHead } from '@/components/shell/page-head';
import { Tag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { publishedCycles } from '@/lib/catalogue/queries';
import { windowState } from '@/lib/catalogue/window';
import { now as currentTime } from '@/lib/clock';
import { type Province, provinces } from '@/lib/kernel/regions';

export const metadata: Metadata = { title: '全部认证' };

export default async function CertificationsPage() {
  const now = currentTime();
  const cycles = await publishedCycles(now);
  const taking = provinces.filter(({ slug }) => cycles.some(({ associationId }) => associationId === slug));
  const others = provinces.filter((province) => !taking.includes(province));
  const openIn = (province: Province) =>
    cycles.filter((cycle) => cycle.associationId === province.slug && windowState(cycle, now) === 'open').length;
  return (
    <div className="page">
      <PageHead
        title="全部认证"
        lead="请选择工作单位（或就读学校）所在的省份。初级、中级由省级协会认定，高级由全国协会认定。"
      />
      <div className="stack">
        <ul className="cards">
          {taking.map((province) => (
            <li key={province.slug} className="card card-link">
              <div className="card-head">
                <h2>
                  <TextLink href={`/certifications/${province.slug}`}>{province.name}</TextLink>
                </h2>
                {openIn(province) > 0 ? <Tag tone="success">正在申报</Tag> : <Tag>申报已截止</Tag>}
              </div>
              <p className="text-ink-soft">
                {cycles
                  .filter(({ associationId }) => associationId === province.slug)
                  .map(({ association }) => association.name)[0] ?? ''}
              </p>
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
