import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Pagination } from '@/components/ui/pagination';
import { StatusTag } from '@/components/ui/tag';
import { now as currentTime } from '@/lib/clock';
import { plainDate, tableDateTime } from '@/lib/kernel/dates';
import { sanctionStates, stateOf } from '@/lib/sanctions/labels';
import { officeSanctions, sanctionCounts } from '@/lib/sanctions/sanction-queries';
import { type SanctionListInput, sanctionListInput } from '@/lib/sanctions/schema';
import { actorAs } from '@/lib/web/page-actor';

export const metadata: Metadata = { title: '申报资格处理' };

type List = Awaited<ReturnType<typeof officeSanctions>>;

export default async function SanctionsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'AUDITOR');
  const now = currentTime();
  const filters = sanctionListInput.parse(await searchParams);
  const [counts, list] = await Promise.all([sanctionCounts(actor, now), officeSanctions(actor, filters, now)]);
  const tab = (view: SanctionListInput['view']) => addressOf({ view, q: '', page: 1 });
  return (
    <div className="stack">
      <PageHead
        title="申报资格处理"
        lead="查实有虚假材料的，取消所在单位三年内认证申报资格。一人提出、另一人批准，单位可以申诉。新的处理从“单位”页提出。"
      />
      <LinkTabs
        label="处理"
        current={tab(filters.view)}
        tabs={[
          { href: tab('open'), label: '待审批', count: counts.open },
          { href: tab('appeal'), label: '有申诉', count: counts.appeal },
          { href: tab('force'), label: '生效中' },
          { href: tab('ended'), label: '已结束' },
        ]}
      />
      <FilterBar
        action="/office/sanctions"
        keep={{ view: filters.view }}
        filters={[{ kind: 'search', name: 'q', label: '查找', placeholder: '单位、信用代码或文号' }]}
        values={{ q: filters.q }}
        resetHref={tab(filters.view)}
      />
      <SanctionTable list={list} now={now} />
      {list.total > 0 ? (
        <Pagination
          page={filters.page}
          pageCount={list.pageCount}
          total={list.total}
          unit="项"
          hrefFor={(page) => addressOf({ ...filters, page })}
        />
      ) : null}
    </div>
  );
}

function SanctionTable({ list, now }: { list: List; now: Date }) {
  return (
    <DataTable
      caption="申报资格处理"
      hideCaption
      dense
      rows={list.rows}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/office/sanctions/${id}`}
      empty={<EmptyState title="这里没有处理">没有符合条件的处理。</EmptyState>}
      columns={[
        { key: 'unit', title: '单位', lead: true, cell: ({ unit }) => unit.name },
        { key: 'code', title: '统一社会信用代码', nowrap: true, cell: ({ creditCode }) => creditCode },
        {
          key: 'state',
          title: '状态',
          nowrap: true,
          cell: (row) => <StatusTag {...sanctionStates[stateOf(row, now)]} />,
        },
        { key: 'number', title: '决定文号', cell: ({ decisionNumber }) => decisionNumber || '—' },
        { key: 'until', title: '截至', nowrap: true, cell: ({ endsOn }) => (endsOn ? plainDate(endsOn) : '—') },
        { key: 'frozen', title: '暂停中的申报', numeric: true, cell: ({ _count }) => _count.frozen },
        { key: 'by', title: '提出人', nowrap: true, cell: ({ proposedByName }) => proposedByName },
        { key: 'at', title: '提出时间', nowrap: true, cell: ({ proposedAt }) => tableDateTime(proposedAt) },
      ]}
    />
  );
}

function addressOf({ view, q, page }: SanctionListInput): string {
  const query = new URLSearchParams({ view, ...(q ? { q } : {}), ...(page > 1 ? { page: String(page) } : {}) });
  return `/office/sanctions?${query}`;
}
