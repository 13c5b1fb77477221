import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { OrderFacts } from '@/components/payments/order-facts';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { KeyValue } from '@/components/ui/key-value';
import { TextLink } from '@/components/ui/text-link';
import { Timeline } from '@/components/ui/timeline';
import { now as currentTime } from '@/lib/clock';
import { longDateTime, tableDateTime } from '@/lib/kernel/dates';
import { type FinanceOrder, financeOrder, voucherFilesOf } from '@/lib/payments/finance-queries';
import { orderEventNames, unmatchedLabels } from '@/lib/payments/labels';
import { payerName } from '@/lib/payments/payer-name';
import { judgeOrder } from '@/lib/payments/policy';
import { orderHistory } from '@/lib/payments/queries';
import { refundableFen } from '@/lib/payments/refunds/refund-queries';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { askProviderAction } from '../../actions';
import { Attempts } from './attempts';
import { RefundDesk } from './refund-desk';
import { Shares } from './shares';
import { VoucherDesk } from './voucher-desk';

export const metadata: Metadata = { title: '订单' };

interface Props {
  params: Promise<{ orderNumber: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function FinanceOrderPage({ params, searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const now = currentTime();
  const order = await financeOrder(actor, (await params).orderNumber);
  if (!order) notFound();
  const [files, history, leftFen] = await Promise.all([
    voucherFilesOf(order),
    orderHistory(order, { publicOnly: false }),
    refundableFen(order),
  ]);
  const mayPropose = judgeOrder(actor, 'refund', order, now).answer === 'yes';
  const message = passedMessage(await searchParams);
  const looksAfter = judgeOrder(actor, 'look_after', order, now).answer === 'yes';
  return (
    <div className="stack">
      <PageHead
        title={`${payerName(order)} · ${order.title}`}
        breadcrumb={[{ label: '订单', href: '/office/finance/orders' }, { label: order.number }]}
      />
      {message ? <Banner tone={message.tone} title={message.text} live /> : null}
      <Unmatched order={order} />
      <VoucherDesk order={order} files={files} mayDecide={looksAfter} />
      <Card
        heading="h2"
        title="订单信息"
        action={
          order.applicationId ? <TextLink href={`/office/applications/${order.applicationId}`}>查看申报</TextLink> : undefined
        }
      >
        <div className="stack-small">
          <OrderFacts order={order} />
          <KeyValue
            items={[
              ...(order.unit ? [{ term: '经办人', value: order.person.name }] : []),
              { term: '收款单位', value: order.payee.name },
              { term: '认证年度', value: order.cycle.name },
              { term: order.unit ? '有效期至' : '缴费截止', value: longDateTime(order.expiresAt) },
              { term: '支付时间', value: order.paidAt ? longDateTime(order.paidAt) : '—' },
            ]}
          />
        </div>
      </Card>
      <RefundDesk order={order} leftFen={leftFen} mayPropose={mayPropose} />
      <Shares order={order} />
      <Attempts order={order} />
      {looksAfter && order.attempts.length > 0 ? (
        <FormShell action={askProviderAction} fields={{ orderId: order.id }} summaryTitle="查询结果">
          <SubmitButton variant="secondary" pendingText="正在向支付平台查询…">
            向支付平台查询
          </SubmitButton>
        </FormShell>
      ) : null}
      <section className="stack-small">
        <h2>订单记录</h2>
        <Timeline
          label="订单记录"
          entries={history.map((event) => ({
            at: tableDateTime(event.at),
            iso: event.at.toISOString(),
            title: orderEventNames[event.name] ?? event.name,
            by: event.actorName,
            body: event.note,
          }))}
        />
      </section>
    </div>
  );
}

function Unmatched({ order }: { order: FinanceOrder }) {
  const open = order.unmatched.filter(({ resolvedAt }) => !resolvedAt);
  if (open.length === 0) return null;
  return (
    <Banner
      tone="danger"
      title={`这个订单有 ${open.length} 笔款项待处理`}
      action={<TextLink href="/office/finance/unmatched">去处理</TextLink>}
    >
      {open.map(({ reason }) => unmatchedLabels[reason]).join('；')}
    </Banner>
  );
}
