import type { Metadata } from 'next';
import { PageHead } from '@/components/shell/page-head';
import { DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { LinkTabs } from '@/components/ui/link-tabs';
import { Pagination } from '@/components/ui/pagination';
import { tableDateTime } from '@/lib/kernel/dates';
import { regionName } from '@/lib/kernel/regions';
import { unitKindName, unitStatusNames } from '@/lib/units/labels';
import { type UnitListInput, unitListInput } from '@/lib/units/schema';
import { unitsWithoutAdministrator } from '@/lib/units/admin-queries';
import { officeUnits, unitCounts, waitingUnitAdmins } from '@/lib/units/unit-queries';
import { actorAs } from '@/lib/web/page-actor';
import { OrphanedUnits } from './orphaned-units';

export const metadata: Metadata = { title: '单位' };

export default async function UnitsPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await actorAs('REVIEWER', 'NATIONAL_STAFF');
  const filters = unitListInput.parse(await searchParams);
  const [counts, list, admins, orphaned] = await Promise.all([
    unitCounts(actor),
    officeUnits(actor, filters),
    filters.status === 'admins' ? waitingUnitAdmins(actor) : [],
    filters.status === 'orphaned' ? unitsWithoutAdministrator(actor) : [],
  ]);
  return (
    <div className="stack">
      <PageHead title="单位" lead="核实单位和单位管理员。核实后的单位才能有管理员；单位所在地区决定能申报哪个省。" />
      <LinkTabs
        label="单位列表"
        current={addressOf({ status: filters.status, q: '', page: 1 })}
        tabs={[
          { href: addressOf({ status: 'PENDING', q: '', page: 1 }), label: '待核实', count: counts.units },
          { href: addressOf({ status: 'admins', q: '', page: 1 }), label: '管理员申请', count: counts.admins },
          { href: addressOf({ status: 'orphaned', q: '', page: 1 }), label: '没有管理员', count: counts.orphaned },
          { href: addressOf({ status: 'APPROVED', q: '', page: 1 }), label: unitStatusNames.APPROVED },
          { href: addressOf({ status: 'REJECTED', q: '', page: 1 }), label: unitStatusNames.REJECTED },
        ]}
      />
      {filters.status === 'admins' ? <AdminTable admins={admins} /> : null}
      {filters.status === 'orphaned' ? <OrphanedUnits units={orphaned} /> : null}
      {filters.status === 'admins' || filters.status === 'orphaned' ? null : <UnitList filters={filters} list={list} />}
    </div>
  );
}

type List = Awaited<ReturnType<typeof officeUnits>>;

function UnitList({ filters, list }: { filters: UnitListInput; list: List }) {
  return (
    <>
      <FilterBar
        action="/office/units"
        keep={{ status: filters.status }}
        filters={[{ kind: 'search', name: 'q', label: '查找', placeholder: '名称或信用代码' }]}
        values={{ q: filters.q }}
        resetHref={addressOf({ status: filters.status, q: '', page: 1 })}
      />
      <DataTable
        caption="单位"
        hideCaption
        dense
        rows={list.rows}
        rowKey={({ id }) => id}
        rowHref={({ id }) => `/office/units/${id}`}
        empty={
          <EmptyState title="这里没有单位">
            {filters.status === 'PENDING' ? '没有等待核实的单位。' : '换一个查找条件再试。'}
          </EmptyState>
        }
        columns={[
          { key: 'name', title: '单位', lead: true, cell: ({ name }) => name },
          { key: 'code', title: '统一社会信用代码', nowrap: true, cell: ({ creditCode }) => creditCode },
          { key: 'kind', title: '类别', cell: ({ kind }) => unitKindName(kind) },
          { key: 'region', title: '地区', cell: ({ regionCode }) => regionName(regionCode) },
          { key: 'uses', title: '申报', numeric: true, cell: ({ _count }) => _count.applications },
          { key: 'admins', title: '管理员', numeric: true, cell: ({ _count }) => _count.grants },
          { key: 'added', title: '登记时间', nowrap: true, cell: ({ addedAt }) => tableDateTime(addedAt) },
        ]}
      />
      {list.total > 0 ? (
        <Pagination
          page={filters.page}
          pageCount={list.pageCount}
          total={list.total}
          unit="个"
          hrefFor={(page) => addressOf({ ...filters, page })}
        />
      ) : null}
    </>
  );
}

function AdminTable({ admins }: { admins: Awaited<ReturnType<typeof waitingUnitAdmins>> }) {
  return (
    <DataTable
      caption="等待核实的单位管理员申请"
      hideCaption
      dense
      rows={admins}
      rowKey={({ id }) => id}
      rowHref={({ unit }) => `/office/units/${unit?.id}#admins`}
      empty={<EmptyState title="没有等待核实的管理员申请" />}
      columns={[
        { key: 'person', title: '申请人', lead: true, cell: ({ person }) => person.name },
        { key: 'unit', title: '单位', cell: ({ unit }) => unit?.name },
        {
          key: 'state',
          title: '单位状态',
          nowrap: true,
          cell: ({ unit }) => (unit ? unitStatusNames[unit.status] : '—'),
        },
        { key: 'at', title: '申请时间', nowrap: true, cell: ({ grantedAt }) => tableDateTime(grantedAt) },
      ]}
    />
  );
}

function addressOf({ status, q, page }: UnitListInput): string {
  const query = new URLSearchParams({ status, ...(q ? { q } : {}), ...(page > 1 ? { page: String(page) } : {}) });
  return `/office/units?${query}`;
}
