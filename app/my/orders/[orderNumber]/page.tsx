import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RefundText } from '@/components/catalogue/refund-text';
import { MyMenu } from '@/components/shell/my-menu';
import { PageHead } from '@/components/shell/page-head';
import { OrderFacts } from '@/components/payments/order-facts';
import { PaymentWatch } from '@/components/payments/payment-watch';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { StatusTag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import { halfMissing } from '@/lib/applications/journey';
import { ownApplication } from '@/lib/applications/queries';
import { unitPays } from '@/lib/applications/unit-orders/unit-payment';
import { now as currentTime } from '@/lib/clock';
import { longDateTime } from '@/lib/kernel/dates';
import { orderEventNames, orderStatusLabel } from '@/lib/payments/labels';
import { hasReceipt } from '@/lib/payments/paid-by';
import { orderHistory, ownOrder, pulseOf } from '@/lib/payments/queries';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { orderStep } from '../next-step';
import { OrderStep } from '../order-step';

export const metadata: Metadata = { title: '订单' };

interface Props {
  params: Promise<{ orderNumber: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function OrderPage({ params, searchParams }: Props) {
  const actor = await actorAs('APPLICANT');
  const now = currentTime();
  const order = await ownOrder(actor, (await params).orderNumber);
  if (!order) notFound();
  const [application, history] = await Promise.all([
    ownApplication(actor, order.applicationId ?? ''),
    orderHistory(order, { publicOnly: true }),
  ]);
  const message = passedMessage(await searchParams);
  const step = orderStep(order, now);
  const counts = order.items.some(({ isLive }) => isLive);
  const missing = application && counts && halfMissing(application, unitPays(application) ? 'unit' : 'himself');
  return (
    <div className="page">
      <PageHead
        title={order.title}
        breadcrumb={[{ label: '我的订单', href: '/my/orders' }, { label: order.number }]}
        tag={<StatusTag {...orderStatusLabel(order.status, order.cycle.texts)} />}
      />
      <MyMenu current="orders" />
      <div className="stack mt-6">
        {message ? <Banner tone={message.tone} title={message.text} live /> : null}
        <Card heading="h2" title="订单信息">
          <div className="stack-small">
            <OrderFacts order={order} />
            <p>收款单位：{order.payee.name}</p>
            <RefundText policy={order.cycle.refundPolicy} />
            {order.paidAt ? <p>支付时间：{longDateTime(order.paidAt)}</p> : null}
            <OrderStep order={order} step={step} now={now} />
            {order.status === 'PAYING' ? <PaymentWatch orderNumber={order.number} pulse={pulseOf(order)} /> : null}
            {missing ? <p>{missing}</p> : null}
            <div className="button-row">
              {step.canPay ? (
                <ButtonLink
                  href={`/apply/${order.applicationId}/pay`}
                  variant={step.asksFirst ? 'secondary' : 'primary'}
                >
                  {step.payWords}
                </ButtonLink>
              ) : null}
              {hasReceipt(order) ? (
                <ButtonLink href={`/my/orders/${order.number}/receipt`} variant="secondary">
                  缴费凭证
                </ButtonLink>
              ) : null}
              <ButtonLink href={`/apply/${order.applicationId}`} variant="secondary">
                查看申报
              </ButtonLink>
            </div>
          </div>
        </Card>
        <section className="stack-small">
          <h2>订单记录</h2>
          <Timeline
            label="订单记录"
            entries={history.map((event) => ({
              at: longDateTime(event.at),
              iso: event.at.toISOString(),
              title: orderEventNames[event.name] ?? '订单更新',
              body: event.note,
              tone: event.name === 'voucher_refused' ? 'danger' : undefined,
            }))}
          />
        </section>
        <section className="stack-small">
          <h2>发票</h2>
          <p>
            <TextLink href={`/my/invoices/${order.number}`}>申请和查看这个订单的发票</TextLink>
          </p>
        </section>
      </div>
    </div>
  );
}
