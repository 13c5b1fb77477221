import type { Metadata } from 'next';
import { MyMenu } from '@/components/shell/my-menu';
import { PageHead } from '@/components/shell/page-head';
import { ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { TextLink } from '@/components/ui/text-link';
import { ownApplications } from '@/lib/applications/own-queries';
import { unitShare } from '@/lib/applications/unit-orders/unit-payment';
import { now as currentTime } from '@/lib/clock';
import { ownOrders } from '@/lib/payments/queries';
import { actorAs } from '@/lib/web/page-actor';
import { OrderCard } from './order-card';
import { UnitShareCard } from './unit-share-card';

export const metadata: Metadata = { title: '我的订单' };

export default async function MyOrdersPage() {
  const actor = await actorAs('APPLICANT');
  const now = currentTime();
  const [orders, applications] = await Promise.all([ownOrders(actor), ownApplications(actor)]);
  const applicationOf = (id: string | null) => applications.find((application) => application.id === id) ?? null;
  return (
    <div className="page">
      <MyMenu current="orders" />
      <PageHead title="我的订单" lead="缴费、查询付款结果，都在这里。" />
      <p className="mb-6">
        <TextLink href="/my/invoices">申请和查看发票</TextLink>
      </p>
      <div className="stack">
        {applications.map((application) => (
          <UnitShareCard key={application.id} application={application} />
        ))}
        {orders.map((order) => (
          <OrderCard key={order.id} order={order} application={applicationOf(order.applicationId)} now={now} />
        ))}
        {orders.length === 0 && !applications.some(unitShare) ? (
          <EmptyState title="还没有订单" action={<ButtonLink href="/my/certifications">查看我的认证</ButtonLink>}>
            提交报名后，系统自动生成订单。
          </EmptyState>
        ) : null}
      </div>
    </div>
  );
}
