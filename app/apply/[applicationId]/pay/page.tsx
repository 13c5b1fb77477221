import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { AgentStatement } from '@/components/catalogue/agent-statement';
import { Banner } from '@/components/ui/banner';
import { ButtonLink } from '@/components/ui/button';
import { halfMissing } from '@/lib/applications/journey';
import { judge } from '@/lib/applications/policy';
import { type ApplicationOnPage, ownApplication } from '@/lib/applications/queries';
import { type LiveShare, unitPaysWords, unitShare } from '@/lib/applications/unit-orders/unit-payment';
import { now as currentTime } from '@/lib/clock';
import type { Actor } from '@/lib/kernel/actor';
import { yuan } from '@/lib/kernel/money';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { ownOrderOfApplication } from '@/lib/payments/queries';
import { pageActor } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { requestFacts } from '@/lib/web/request-facts';
import { orderStep } from '@/app/my/orders/next-step';
import { ApplicationHead } from '../application-head';
import { PassedBanner } from '../passed-banner';
import { ClosedOrder } from './closed-order';
import { deviceOf } from '../device';
import { insideStep } from './inside-step';
import { LivePayment } from './live-payment';
import { OfflineTransfer } from './offline-transfer';
import { OnlinePayment } from './online-payment';
import { OrderSummary } from './order-summary';
import { WaitingVoucher } from './waiting-voucher';

export const metadata: Metadata = { title: '缴费' };

interface Props {
  params: Promise<{ applicationId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function PayPage({ params, searchParams }: Props) {
  const actor = await pageActor();
  const now = currentTime();
  const application = await ownApplication(actor, (await params).applicationId);
  if (!application) notFound();
  const share = unitShare(application);
  const order = share ? null : await ownOrderOfApplication(actor, application.id);
  return (
    <div className="page page-narrow">
      <ApplicationHead
        application={application}
        title="缴费"
        lead="缴费和盖章件都完成，申报才算完成；先办哪一项都可以。"
      />
      <div className="stack">
        <PassedBanner message={passedMessage(await searchParams)} />
        {order ? (
          <>
            {order.status === 'PAYING' ? null : <OrderSummary order={order} now={now} />}
            <Ways application={application} order={order} actor={actor} now={now} query={await searchParams} />
            {order.status === 'PAYING' ? <OrderSummary order={order} now={now} /> : null}
          </>
        ) : null}
        {share ? <UnitPays application={application} share={share} /> : null}
        {order || share ? null : <NoOrder applicationId={application.id} />}
        <AgentStatement text={application.cycle.agentStatement} />
      </div>
    </div>
  );
}

interface WaysProps {
  application: ApplicationOnPage;
  order: LoadedOrder;
  actor: Actor;
  now: Date;
  query: Awaited<Props['searchParams']>;
}

/** What can be done about the order now; never two ways to pay at once. */
async function Ways({ application, order, actor, now, query }: WaysProps) {
  const pay = judge(actor, 'pay', application, now);
  // What was given back in full pays for nothing any more.
  const isOver = order.items.every(({ isLive }) => !isLive);
  if (isOver && order.paidFen > 0 && pay.answer === 'yes') return <ClosedOrder applicationId={application.id} order={order} pay={pay} />;
  if (order.status === 'PAID' || order.status === 'REFUNDING' || order.status === 'REFUNDED') {
    return <Paid application={application} order={order} now={now} />;
  }
  if (order.status === 'CLOSED') return <ClosedOrder applicationId={application.id} order={order} pay={pay} />;
  if (order.unmatched.some(({ resolvedAt }) => !resolvedAt)) return <MoneyToLookAt order={order} now={now} />;
  if (order.status === 'VOUCHER_UPLOADED') return <WaitingVoucher order={order} />;
  const device = deviceOf((await requestFacts()).userAgent);
  const inside = insideStep({ order, actor, device, query });
  if (order.status === 'PAYING') return <LivePayment order={order} device={device} inside={inside} now={now} />;
  if (pay.answer === 'not_yet') {
    return (
      <Banner tone="warning" title="现在不能缴费">
        {pay.because}
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

function Paid({ application, order, now }: Pick<WaysProps, 'application' | 'order' | 'now'>) {
  const next = halfMissing(application);
  return (
    <Banner
      tone="success"
      title={order.status === 'PAID' ? '订单已支付' : '订单已办理退款'}
      action={<ButtonLink href={`/apply/${application.id}`}>回到我的申报</ButtonLink>}
    >
      {order.status === 'PAID' ? (next ?? '缴费这一步已经完成，后续进展会发消息通知您。') : orderStep(order, now).words}
    </Banner>
  );
}

function MoneyToLookAt({ order, now }: Pick<WaysProps, 'order' | 'now'>) {
  return (
    <Banner tone="warning" title="有一笔到账没有计入订单，请不要再次付款">
      {orderStep(order, now).words}
    </Banner>
  );
}

/** His own order has ended with it; he pays again only when the unit's is over. */
function UnitPays({ application, share }: { application: ApplicationOnPage; share: LiveShare }) {
  const { hasPayment } = application;
  return (
    <Banner
      tone={hasPayment ? 'success' : 'info'}
      title={hasPayment ? '单位已为您缴费' : '您的单位正在为您缴费'}
      action={<ButtonLink href={`/apply/${application.id}`}>回到我的申报</ButtonLink>}
    >
      {hasPayment
        ? `${share.order.unit?.name ?? '您的单位'}已缴 ${yuan(share.amountFen)}（订单 ${share.order.number}）。${halfMissing(application) ?? ''}`
        : `${unitPaysWords(share)}单位取消或过期没有付款时，会发消息通知您，您可以再自己缴费。`}
    </Banner>
  );
}

function NoOrder({ applicationId }: { applicationId: string }) {
  return (
    <Banner
      tone="info"
      title="还没有订单"
      action={<ButtonLink href={`/apply/${applicationId}`}>回到我的申报</ButtonLink>}
    >
      核对信息并提交报名后，系统生成订单，再来缴费。
    </Banner>
  );
}
