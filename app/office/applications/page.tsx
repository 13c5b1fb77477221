import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { type Filter, FilterBar } from '@/components/ui/filter-bar';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Pagination } from '@/components/ui/pagination';
import { levelNames } from '@/lib/catalogue/labels';
import { statuses, statusNames } from '@/lib/applications/lifecycle';
import { officeQueue, queueCounts } from '@/lib/applications/office-queries';
import { type QueueFilters, queueFilters } from '@/lib/applications/office-schema';
import { reviewersOf } from '@/lib/applications/review-queries';
import { officeCycles } from '@/lib/catalogue/office-queries';
import { now as currentTime } from '@/lib/clock';
import { actorAs } from '@/lib/web/page-actor';
import { QueueTable } from './queue-table';
import { queueHref } from './queue-href';

export const metadata: Metadata = { title: '申报审查' };

const titles: Record<QueueFilters['view'], string> = {
  waiting: '待审查的申报',
  mine: '我的审查',
  returned: '已退回、等申请人修改',
  all: '全部申报',
};

export default async function QueuePage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'AUDITOR');
  const now = currentTime();
  const filters = queueFilters.parse(await searchParams);
  const reviews = actor.role !== 'AUDITOR';
  const [queue, counts, cycles, reviewers] = await Promise.all([
    officeQueue(actor, filters, now),
    queueCounts(actor),
    officeCycles(actor),
    reviewersOf(actor.associationId),
  ]);
  return (
    <div className="stack">
      <PageHead title={titles[filters.view]} lead={`共 ${queue.total} 份，等得最久的在最前。`} />
      <LinkTabs
        label="申报队列"
        current={queueHref({ view: filters.view })}
        tabs={[
          { href: queueHref({ view: 'waiting' }), label: '待审查', count: counts.waiting },
          ...(reviews ? [{ href: queueHref({ view: 'mine' }), label: '我的', count: counts.mine }] : []),
          { href: queueHref({ view: 'returned' }), label: '已退回', count: counts.returned },
          { href: queueHref({ view: 'all' }), label: '全部' },
        ]}
      />
      <FilterBar
        action="/office/applications"
        keep={{ view: filters.view }}
        resetHref={queueHref({ view: filters.view })}
        values={{ ...filters, page: undefined }}
        filters={filtersOf(filters.view, cycles)}
      />
      <QueueTable queue={queue} filters={filters} now={now} reviewers={reviews ? reviewers : []} />
      <Pagination
        page={filters.page}
        pageCount={queue.pageCount}
        total={queue.total}
        unit="份"
        hrefFor={(page) => queueHref({ ...filters, page })}
      />
    </div>
  );
}

/** Status and reviewer make a difference only where all are listed. */
function filtersOf(view: QueueFilters['view'], cycles: { id: string; name: string }[]): Filter[] {
  const always: Filter[] = [
    { kind: 'search', name: 'q', label: '查找', placeholder: '姓名、编号或单位' },
    {
      kind: 'select',
      name: 'level',
      label: '级别',
      options: Object.entries(levelNames).map(([value, label]) => ({ value, label })),
    },
    {
      kind: 'select',
      name: 'cycle',
      label: '认证年度',
      options: cycles.map(({ id, name }) => ({ value: id, label: name })),
    },
    {
      kind: 'select',
      name: 'age',
      label: '等候',
      options: [
        { value: '3', label: '3 天以上' },
        { value: '7', label: '7 天以上' },
        { value: '14', label: '14 天以上' },
      ],
    },
  ];
  if (view !== 'all') return always;
  return [
    ...always,
    {
      kind: 'select',
      name: 'status',
      label: '状态',
      options: statusNames
        .filter((status) => status !== 'DISCARDED')
        .map((value) => ({ value, label: statuses[value].staffSees })),
    },
    {
      kind: 'select',
      name: 'claimed',
      label: '审核人',
      options: [
        { value: 'nobody', label: '还没有人领取' },
        { value: 'somebody', label: '已有人领取' },
      ],
    },
  ];
}
