import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ButtonLink } from '@/components/ui/button';
import { type Column, DataTable } from '@/components/ui/data-table';
import { EmptyState } from '@/components/ui/empty-state';
import { Money } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/tag';
import { peopleToPayFor } from '@/lib/applications/unit-orders/unit-order-queries';
import { now as currentTime } from '@/lib/clock';
import { tableDateTime } from '@/lib/kernel/dates';
import { orderStatusLabel } from '@/lib/payments/labels';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { unitOrders } from '@/lib/payments/queries';
import { ownUnit } from '@/lib/units/unit-queries';
import { unitActor } from '@/lib/web/page-actor';
import { UnitHead } from '../unit-head';

export const metadata: Metadata = { title: '单位缴费' };

export default async function UnitOrdersPage() {
  const actor = await unitActor();
  const [unit, orders, people] = await Promise.all([ownUnit(actor), unitOrders(actor), peopleToPayFor(actor, currentTime())]);
  if (!unit) notFound();
  const waiting = people.filter(({ taking }) => taking.answer === 'take').length;
  return (
    <div className="page">
      <UnitHead unit={unit} current="/unit/orders" />
      <div className="stack">
        <section className="stack-small">
          <h2>为多人缴费</h2>
          <p>一个订单为多位申请人缴费，一次付清，开一张发票。单位缴费期间，名单上的人不用再自己缴费。</p>
          {waiting > 0 ? (
            <div className="button-row">
              <ButtonLink href="/unit/orders/new">选择人员（{waiting} 人等待缴费）</ButtonLink>
            </div>
          ) : (
            <p className="text-ink-soft">目前没有可以由单位缴费的人。</p>
          )}
        </section>
        <section className="stack-small">
          <h2>单位订单</h2>
          <DataTable
            caption="单位订单"
            hideCaption
            columns={columns}
            rows={orders}
            rowKey={({ id }) => id}
            rowHref={({ number }) => `/unit/orders/${number}`}
            empty={<EmptyState title="还没有单位订单">选择人员并生成订单后，会列在这里。</EmptyState>}
          />
        </section>
      </div>
    </div>
  );
}

const columns: Column<LoadedOrder>[] = [
  { key: 'number', title: '订单编号', lead: true, nowrap: true, cell: ({ number }) => number },
  { key: 'item', title: '项目', cell: ({ title }) => title },
  { key: 'total', title: '订单总金额', numeric: true, nowrap: true, cell: ({ totalFen }) => <Money fen={totalFen} /> },
  { key: 'paid', title: '已支付金额', numeric: true, nowrap: true, cell: ({ paidFen }) => <Money fen={paidFen} /> },
  {
    key: 'status',
    title: '订单状态',
    nowrap: true,
    cell: ({ status, cycle }) => <StatusTag {...orderStatusLabel(status, cycle.texts)} />,
  },
  { key: 'created', title: '订单创建时间', nowrap: true, cell: ({ createdAt }) => tableDateTime(createdAt) },
];
