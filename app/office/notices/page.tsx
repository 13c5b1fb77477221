import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { ButtonLink } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Tag } from '@/components/ui/tag';
import { officeNotices, type PublicNotice } from '@/lib/catalogue/notice-queries';
import { tableDate } from '@/lib/kernel/dates';
import { actorAs } from '@/lib/web/page-actor';
import { noticeStatusLooks } from './notice-status';

export const metadata: Metadata = { title: '公告' };

export default async function OfficeNoticesPage() {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'FINANCE', 'AUDITOR');
  const mayWrite = actor.role === 'REVIEWER' || actor.role === 'NATIONAL_STAFF';
  return (
    <div className="stack">
      <PageHead
        title="公告"
        actions={mayWrite ? <ButtonLink href="/office/notices/new">拟一份公告</ButtonLink> : undefined}
      />
      <DataTable
        caption="公告"
        hideCaption
        columns={columns}
        rows={await officeNotices(actor)}
        rowKey={(row) => row.id}
        rowHref={(row) => `/office/notices/${row.id}`}
        empty={<EmptyState title="还没有公告" />}
      />
    </div>
  );
}

const columns: Column<PublicNotice>[] = [
  { key: 'title', title: '标题', lead: true, cell: (row) => row.title },
  { key: 'number', title: '文号', nowrap: true, cell: (row) => row.documentNumber || '—' },
  { key: 'issued', title: '发文日期', nowrap: true, cell: (row) => tableDate(row.issuedOn) },
  { key: 'cycle', title: '所属年度', cell: (row) => row.cycle?.name ?? '—' },
  {
    key: 'status',
    title: '状态',
    nowrap: true,
    cell: (row) => <Tag tone={noticeStatusLooks[row.status].tone}>{noticeStatusLooks[row.status].label}</Tag>,
  },
];
