import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { AgentStatement } from '@/components/catalogue/agent-statement';
import { FilterBar } from '@/components/ui/filter-bar';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Pagination } from '@/components/ui/pagination';
import { ownApplicationsInUnit, unitApplications, unitCounts } from '@/lib/applications/unit-queries';
import { now as currentTime } from '@/lib/clock';
import { ownUnit } from '@/lib/units/unit-queries';
import { unitActor } from '@/lib/web/page-actor';
import { OwnApplications } from './own-applications';
import { UnitBarred } from './unit-barred';
import { UnitHead } from './unit-head';
import { UnitTable } from './unit-table';

export const metadata: Metadata = { title: '单位工作台' };

const search = z.object({
  view: z.enum(['stamp', 'all']).catch('stamp'),
  q: z.string().trim().max(60).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export default async function UnitPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await unitActor();
  const filters = search.parse(await searchParams);
  const now = currentTime();
  const [unit, list, counts, own] = await Promise.all([
    ownUnit(actor),
    unitApplications(actor, filters, now),
    unitCounts(actor),
    ownApplicationsInUnit(actor),
  ]);
  if (!unit) notFound();
  const href = (changes: Partial<typeof filters>) => addressOf({ ...filters, ...changes });
  return (
    <div className="page">
      <UnitHead unit={unit} current="/unit" />
      <div className="stack">
        <UnitBarred actor={actor} now={now} />
        <LinkTabs
          label="本单位人员的申报"
          current={addressOf({ view: filters.view, q: '', page: 1 })}
          tabs={[
            { href: addressOf({ view: 'stamp', q: '', page: 1 }), label: '待盖章上传', count: counts.stamp },
            { href: addressOf({ view: 'all', q: '', page: 1 }), label: '全部申报', count: counts.all },
          ]}
        />
        <FilterBar
          action="/unit"
          keep={{ view: filters.view }}
          filters={[{ kind: 'search', name: 'q', label: '查找', placeholder: '姓名或编号' }]}
          values={{ q: filters.q }}
          resetHref={addressOf({ view: filters.view, q: '', page: 1 })}
        />
        <UnitTable rows={list.rows} now={now} view={filters.view} q={filters.q} />
        {list.total > 0 ? (
          <Pagination
            page={filters.page}
            pageCount={list.pageCount}
            total={list.total}
            unit="份"
            hrefFor={(page) => href({ page })}
          />
        ) : null}
        <OwnApplications applications={own} />
        <Duties />
      </div>
    </div>
  );
}

/** What the administrator may do, and what never (R34). */
function Duties() {
  return (
    <section className="stack-small">
      <h2>单位管理员的职责</h2>
      <ul className="list-disc pl-5">
        <li>您只办理本单位人员的申报：核实业绩材料，在打印的申报书上签字盖章后上传扫描件。</li>
        <li>
          您不能办理自己的申报；您本人的申报请由本单位其他管理员办理；只有您一位管理员时，可切换为申请人自己上传，协会会另向单位核实。
        </li>
        <li>单位须确保材料证实有效后再盖章；查实有虚假材料的，取消所在单位三年内的认证申报资格。</li>
      </ul>
      <AgentStatement />
    </section>
  );
}

function addressOf({ view, q, page }: { view: 'stamp' | 'all'; q: string; page: number }): string {
  const query = new URLSearchParams({
    ...(view === 'all' ? { view } : {}),
    ...(q ? { q } : {}),
    ...(page > 1 ? { page: String(page) } : {}),
  });
  return query.size > 0 ? `/unit?${query}` : '/unit';
}
