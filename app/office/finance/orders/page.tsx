import type { Metadata } from 'next';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { FilterBar } from '@/components/ui/filter-bar';
import { Money } from '@/components/ui/money';
import { Pagination } from '@/components/ui/pagination';
import { StatusTag } from '@/components/ui/tag';
import { now as currentTime } from '@/lib/clock';
import { tableDateTime } from '@/lib/kernel/dates';
import { financeFigures, financeOrders, type ListedOrder } from '@/lib/payments/finance-queries';
import { orderStatusCodes, orderStatusLabel } from '@/lib/payments/labels';
import { payerName } from '@/lib/payments/payer-name';
import { type OrderFilters, orderFilters } from '@/lib/payments/schema';
import { actorAs } from '@/lib/web/page-actor';
import { FinanceHead } from '../finance-head';

export const metadata: Metadata = { title: '订单' };

export default async function FinanceOrdersPage({ searchParams }: { searchParams: Promise<Record<string, string>> }) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const filters = orderFilters.parse(await searchParams);
  const [figures, list] = await Promise.all([
    financeFigures(actor, currentTime()),
    financeOrders(actor, filters, currentTime()),
  ]);
  return (
    <div className="stack">
      <FinanceHead
        title="订单"
        lead={`共 ${list.total} 个订单，最新的在最前。`}
        current="/office/finance/orders"
        figures={figures}
      />
      <FilterBar
        action="/office/finance/orders"
        resetHref="/office/finance/orders"
        values={{ q: filters.q, status: filters.status, from: filters.from, to: filters.to }}
        filters={[
          { kind: 'search', name: 'q', label: '查找', placeholder: '姓名、单位或订单编号' },
          {
            kind: 'select',
            name: 'status',
            label: '订单状态',
            options: orderStatusCodes.map((value) => ({ value, label: orderStatusLabel(value).label })),
          },
          { kind: 'date', name: 'from', label: '创建日期从' },
          { kind: 'date', name: 'to', label: '到' },
        ]}
      />
      <DataTable
        caption="订单列表"
        hideCaption
        dense
        columns={columns}
        rows={list.rows}
        rowKey={({ id }) => id}
        rowHref={({ number }) => `/office/finance/orders/${number}`}
        empty={<EmptyState title="没有符合条件的订单">换一个筛选条件再查。</EmptyState>}
      />
      <Pagination
        page={filters.page}
        pageCount={list.pageCount}
        total={list.total}
        unit="个订单"
        hrefFor={(page) => hrefOf({ ...filters, page })}
      />
    </div>
  );
}

function hrefOf(filters: OrderFilters): string {
  const given = Object.entries(filters).filter(([, value]) => value !== undefined && value !== '');
  return `/office/finance/orders?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

const columns: Column<ListedOrder>[] = [
  { key: 'number', title: '订单编号', lead: true, nowrap: true, cell: ({ number }) => number },
  { key: 'person', title: '付款人', cell: payerName },
  { key: 'item', title: '项目', cell: ({ title }) => title },
  { key: 'total', title: '总金额', numeric: true, nowrap: true, cell: ({ totalFen }) => <Money fen={totalFen} /> },
  { key: 'paid', title: '已支付', numeric: true, nowrap: true, cell: ({ paidFen }) => <Money fen={paidFen} /> },
  {
    key: 'status',
    title: '状态',
    nowrap: true,
    cell: ({ status }) => <StatusTag {...orderStatusLabel(status)} />,
  },
  { key: 'created', title: '创建时间', nowrap: true, cell: ({ createdAt }) => tableDateTime(createdAt) },
];
