import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Tag } from '@/components/ui/tag';
import { levelNames } from '@/lib/catalogue/labels';
import { officeCycles } from '@/lib/catalogue/office-queries';
import { tableDateTime } from '@/lib/kernel/dates';
import { yuan } from '@/lib/kernel/money';
import { actorAs } from '@/lib/web/page-actor';
import { cycleStatusLooks } from './cycle-status';

export const metadata: Metadata = { title: '认证年度' };

type Row = Awaited<ReturnType<typeof officeCycles>>[number];

export default async function CyclesPage() {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF', 'FINANCE', 'AUDITOR');
  const cycles = await officeCycles(actor);
  return (
    <div className="stack">
      <PageHead title="认证年度" lead="时间、费用、条件文字和联系人都在这里维护，每次修改都会留下记录。" />
      <DataTable
        caption="认证年度"
        hideCaption
        columns={columns}
        rows={cycles}
        rowKey={(row) => row.id}
        rowHref={(row) => `/office/cycles/${row.id}`}
      />
    </div>
  );
}

const columns: Column<Row>[] = [
  { key: 'name', title: '名称', lead: true, cell: (row) => row.name },
  { key: 'association', title: '组织单位', cell: (row) => row.association.name },
  {
    key: 'status',
    title: '状态',
    nowrap: true,
    cell: (row) => <Tag tone={cycleStatusLooks[row.status].tone}>{cycleStatusLooks[row.status].label}</Tag>,
  },
  {
    key: 'window',
    title: '申报时间',
    cell: (row) => `${tableDateTime(row.applyOpensAt)} 至 ${tableDateTime(row.applyClosesAt)}`,
  },
  {
    key: 'levels',
    title: '级别与费用',
    cell: (row) =>
      row.levels
        .map((level) => `${levelNames[level.level]} ${level.feeFen === null ? '费用未定' : yuan(level.feeFen)}`)
        .join('，'),
  },
  { key: 'count', title: '申报数', numeric: true, cell: (row) => row._count.applications },
];
