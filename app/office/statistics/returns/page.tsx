import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { BarChart } from '@/components/ui/bar-chart';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Figure, Figures } from '@/components/ui/figure';
import { FilterBar } from '@/components/ui/filter-bar';
import { returnFilters, returnsOf } from '@/lib/applications/return-statistics/queries';
import { type ReasonTally, sumOf, tallyReturns } from '@/lib/applications/return-statistics/tally-returns';
import { levelNames } from '@/lib/catalogue/labels';
import { officeCycles } from '@/lib/catalogue/office-queries';
import { actorAs } from '@/lib/web/page-actor';
import { ReasonTable } from './reason-table';
import { ReturnedApplications } from './returned-applications';
import { returnsHref } from './returns-href';

export const metadata: Metadata = { title: '退回统计' };

const path = '/office/statistics/returns';
const mostBars = 12;

export default async function ReturnStatisticsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'AUDITOR');
  const filters = returnFilters.parse(await searchParams);
  const { reason, ...scope } = filters;
  const [all, cycles] = await Promise.all([returnsOf(actor, scope), officeCycles(actor)]);
  const tallies = tallyReturns(all.flatMap(({ reasons }) => reasons));
  return (
    <div className="stack">
      <PageHead
        title="退回统计"
        lead="按原因统计退回修改，并说明其中有多少是提交前的自动检查能够看出的。"
        actions={
          all.length > 0 ? (
            <ButtonLink href={returnsHref(filters, '/export')} variant="secondary" icon="download">
              导出 CSV
            </ButtonLink>
          ) : undefined
        }
      />
      <FilterBar
        action={path}
        resetHref={path}
        values={{ ...scope }}
        filters={[
          { kind: 'select', name: 'cycle', label: '认证年度', options: cycles.map(({ id, name }) => ({ value: id, label: name })) },
          { kind: 'select', name: 'level', label: '级别', options: Object.entries(levelNames).map(([value, label]) => ({ value, label })) },
        ]}
      />
      {all.length === 0 ? (
        <EmptyState title="还没有退回过申报">有退回之后，这里按原因列出次数。</EmptyState>
      ) : (
        <>
          <Summary returns={all.length} sum={sumOf(tallies)} />
          <BarChart
            title={tallies.length > mostBars ? `退回原因（前 ${mostBars} 项）` : '退回原因'}
            unit="次"
            points={tallies.slice(0, mostBars).map(({ label, times }) => ({ label, value: times }))}
          />
          <ReasonTable tallies={tallies} filters={filters} />
          {reason ? <ReturnedApplications returns={all} reason={reason} scope={scope} /> : null}
        </>
      )}
    </div>
  );
}

function Summary({ returns, sum }: { returns: number; sum: ReasonTally }) {
  return (
    <Figures>
      <Figure label="退回" value={`${returns} 份次`} hint={`共选了 ${sum.times} 次原因`} />
      <Figure label="检查能够看出的" value={`${sum.couldSee} 次`} hint={`占全部原因的 ${percent(sum.share)}`} />
      <Figure label="其中提交前已提示" value={`${sum.warned} 次`} hint="申请人看过提示后仍然提交" />
      <Figure label="只能由人判断" value={`${sum.onlyPeople} 次`} hint="没有检查能够代替" />
    </Figures>
  );
}

const percent = (share: number): string => `${Math.round(share * 100)}%`;
