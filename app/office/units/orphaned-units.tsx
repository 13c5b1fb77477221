import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { tableDateTime } from '@/lib/kernel/dates';
import type { unitsWithoutAdministrator } from '@/lib/units/admin-queries';

type Orphaned = Awaited<ReturnType<typeof unitsWithoutAdministrator>>[number];

/** Units whose administrators have all left: staff call there and ask who follows. */
export function OrphanedUnits({ units }: { units: Orphaned[] }) {
  return (
    <DataTable
      caption="没有管理员的单位"
      hideCaption
      dense
      rows={units}
      rowKey={({ id }) => id}
      rowHref={({ id }) => `/office/units/${id}#admins`}
      empty={<EmptyState title="没有这样的单位">曾有管理员、现在一位都没有的单位，会列在这里。</EmptyState>}
      columns={[
        { key: 'name', title: '单位', lead: true, cell: ({ name }) => name },
        { key: 'code', title: '统一社会信用代码', nowrap: true, cell: ({ creditCode }) => creditCode },
        { key: 'underWay', title: '办理中的申报', numeric: true, cell: ({ underWay }) => underWay },
        { key: 'waiting', title: '等待核实的申请', numeric: true, cell: ({ waiting }) => waiting },
        { key: 'since', title: '最后一位离任', nowrap: true, cell: ({ since }) => (since ? tableDateTime(since) : '—') },
      ]}
    />
  );
}
