import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { AgentStatement } from '@/components/catalogue/agent-statement';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { peopleOn } from '@/lib/applications/unit-orders/unit-order-queries';
import { now as currentTime } from '@/lib/clock';
import type { Actor } from '@/lib/kernel/actor';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { judgeOrder } from '@/lib/payments/policy';
import { unitOrder } from '@/lib/payments/queries';
import { unitActor } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { requestFacts } from '@/lib/web/request-facts';
import { deviceOf } from '../../../../apply/[applicationId]/device';
import { insideStep } from '../../../../apply/[applicationId]/pay/inside-step';
import { LivePayment } from '../../../../apply/[applicationId]/pay/live-payment';
import { OfflineTransfer } from '../../../../apply/[applicationId]/pay/offline-transfer';
import { OnlinePayment } from '../../../../apply/[applicationId]/pay/online-payment';
import { OrderSummary } from '../../../../apply/[applicationId]/pay/order-summary';
import { WaitingVoucher } from '../../../../apply/[applicationId]/pay/waiting-voucher';
import { OrderHead } from '../../order-head';

export const metadata: Metadata = { title: '单位缴费' };

interface Props {
  params: Promise<{ unitOrderNumber: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const payable: readonly string[] = ['UNPAID', 'PAYING', 'VOUCHER_UPLOADED'];

export default async function PayUnitOrderPage({ params, searchParams }: Props) {
  const actor = await unitActor();
  const now = currentTime();
  const order = await unitOrder(actor, (await params).unitOrderNumber);
  if (!order) notFound();
  if (!payable.includes(order.status)) redirect(`/unit/orders/${order.number}`);
  const query = await searchParams;
  const message = passedMessage(query);
  return (
    <div className="page page-narrow">
      <OrderHead order={order} here="缴费" />
      <div className="stack">
        {message ? <Banner tone={message.tone} title={message.text} live /> : null}
        {order.status === 'PAYING' ? null : <OrderSummary order={order} now={now} />}
        <Ways order={order} actor={actor} now={now} query={query} />
        {order.status === 'PAYING' ? <OrderSummary order={order} now={now} /> : null}
        <AgentStatement text={order.cycle.agentStatement} />
      </div>
    </div>
  );
}

interface WaysProps {
  order: LoadedOrder;
  actor: Actor;
  now: Date;
  query: Awaited<Props['searchParams']>;
}

/** What can be done about the order now; never two ways to pay at once. */
async function Ways({ order, actor, now, query }: WaysProps) {
  if (order.status === 'VOUCHER_UPLOADED') return <WaitingVoucher order={order} />;
  const device = deviceOf((await requestFacts()).userAgent);
  const inside = insideStep({ order, actor, device, query });
  if (order.status === 'PAYING') return <LivePayment order={order} device={device} inside={inside} now={now} />;
  const judgement = judgeOrder(actor, 'pay_online', order, now);
  const held = (await peopleOn(actor, order, now)).find(({ because }) => because);
  const because = judgement.answer === 'not_yet' ? judgement.because : held?.because;
  if (because) {
    return (
      <Banner
        tone="warning"
        title="现在不能缴费"
        action={<ButtonLink href={`/unit/orders/${order.number}`}>查看订单</ButtonLink>}
      >
        {because}
      </Banner>
    );
  }
  return (
    <>
      <OnlinePayment order={order} device={device} inside={inside} />
      <OfflineTransfer order={order} actor={actor} />
    </>
  );
}
