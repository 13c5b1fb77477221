import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RefundText } from '@/components/catalogue/refund-text';
import { OrderFacts } from '@/components/payments/order-facts';
import { PaymentWatch } from '@/components/payments/payment-watch';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Timeline } from '@/components/ui/timeline';
import { peopleOn } from '@/lib/applications/unit-orders/unit-order-queries';
import { now as currentTime } from '@/lib/clock';
import { longDateTime } from '@/lib/kernel/dates';
import { orderEventNames } from '@/lib/payments/labels';
import { hasReceipt } from '@/lib/payments/paid-by';
import { orderHistory, pulseOf, unitOrder } from '@/lib/payments/queries';
import { unitActor } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { orderStep } from '../../../my/orders/next-step';
import { OrderStep } from '../../../my/orders/order-step';
import { CancelOrder } from '../cancel-order';
import { OrderHead } from '../order-head';
import { PeopleTable } from '../people-table';

export const metadata: Metadata = { title: '单位订单' };

interface Props {
  params: Promise<{ unitOrderNumber: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function UnitOrderPage({ params, searchParams }: Props) {
  const actor = await unitActor();
  const now = currentTime();
  const order = await unitOrder(actor, (await params).unitOrderNumber);
  if (!order) notFound();
  const [people, history] = await Promise.all([peopleOn(actor, order, now), orderHistory(order, { publicOnly: true })]);
  const message = passedMessage(await searchParams);
  const step = orderStep(order, now);
  const isHeldUp = people.some(({ because }) => because);
  return (
    <div className="page">
      <OrderHead order={order} />
      <div className="stack">
        {message ? <Banner tone={message.tone} title={message.text} live /> : null}
        <Card heading="h2" title="订单信息">
          <div className="stack-small">
            <OrderFacts order={order} />
            <p>收款单位：{order.payee.name}</p>
            <RefundText policy={order.cycle.refundPolicy} />
            {order.paidAt ? <p>支付时间：{longDateTime(order.paidAt)}</p> : null}
            <OrderStep order={order} step={step} now={now} />
            {order.status === 'PAYING' ? <PaymentWatch orderNumber={order.number} pulse={pulseOf(order)} /> : null}
            {isHeldUp ? <p>名单上有人不能缴费，见下表。请取消本订单，重新选择人员。</p> : null}
            <div className="button-row">
              {step.canPay && !isHeldUp ? (
                <ButtonLink href={`/unit/orders/${order.number}/pay`} variant={step.asksFirst ? 'secondary' : 'primary'}>
                  {step.payWords}
                </ButtonLink>
              ) : null}
              {order.status === 'VOUCHER_UPLOADED' ? (
                <ButtonLink href={`/unit/orders/${order.number}/pay`} variant="secondary">
                  查看转账凭证
                </ButtonLink>
              ) : null}
              {hasReceipt(order) ? (
                <ButtonLink href={`/unit/orders/${order.number}/receipt`} variant="secondary">
                  缴费凭证
                </ButtonLink>
              ) : null}
              <CancelOrder order={order} actor={actor} now={now} />
            </div>
          </div>
        </Card>
        <section className="stack-small">
          <h2>为 {people.length} 人缴费</h2>
          <PeopleTable people={people} />
        </section>
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
      </div>
    </div>
  );
}
