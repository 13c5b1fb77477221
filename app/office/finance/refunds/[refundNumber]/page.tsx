import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHead } from '@/components/shell/page-head';
import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { KeyValue } from '@/components/ui/key-value';
import { Money } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/tag';
import { TextLink } from '@/components/ui/text-link';
import { tableDateTime } from '@/lib/kernel/dates';
import { yuan } from '@/lib/kernel/money';
import { providerLabels, refundLabels, refundReasonLabels } from '@/lib/payments/labels';
import { type FinanceRefund, financeRefund } from '@/lib/payments/refunds/refund-queries';
import { payerName } from '@/lib/payments/payer-name';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { RefundSteps } from './refund-steps';

export const metadata: Metadata = { title: '退款' };

interface Props {
  params: Promise<{ refundNumber: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function RefundPage({ params, searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const refund = await financeRefund(actor, decodeURIComponent((await params).refundNumber));
  if (!refund) notFound();
  const message = passedMessage(await searchParams);
  return (
    <div className="stack">
      <PageHead
        title={`退款 ${yuan(refund.amountFen)}`}
        breadcrumb={[{ label: '退款', href: '/office/finance/refunds' }, { label: refund.number }]}
        tag={<StatusTag {...refundLabels[refund.status]} />}
      />
      {message ? <Banner tone={message.tone} title={message.text} live /> : null}
      {refund.failure ? (
        <Banner tone="danger" title="上一次没有退成">
          {refund.failure}
        </Banner>
      ) : null}
      <Card heading="h2" title="退款信息">
        <KeyValue items={facts(refund)} />
      </Card>
      <RefundSteps refund={refund} actor={actor} />
    </div>
  );
}

function facts(refund: FinanceRefund) {
  const { order, proposedByName, proposedAt, decidedByName, decidedAt } = refund;
  return [
    { term: '退款金额', value: <Money fen={refund.amountFen} emphasis /> },
    { term: '原付款金额', value: <Money fen={refund.paymentFen} /> },
    { term: '原因', value: refundReasonLabels[refund.reason] },
    { term: '依据', value: refund.note || '按规定自动退回' },
    { term: '付款人', value: order ? payerName(order) : '不明：这笔款项没有对应的订单' },
    {
      term: '订单',
      value: order ? <TextLink href={`/office/finance/orders/${order.number}`}>{order.number}</TextLink> : '—',
    },
    { term: '原付款方式', value: providerLabels[refund.provider] ?? refund.provider },
    { term: '原付款交易号或流水号', value: refund.providerTransactionId },
    { term: '提出', value: `${proposedByName}，${tableDateTime(proposedAt)}` },
    ...(decidedAt ? [{ term: '复核', value: `${decidedByName ?? ''}，${tableDateTime(decidedAt)}` }] : []),
    ...(refund.sentAt ? [{ term: '提交支付平台', value: tableDateTime(refund.sentAt) }] : []),
    ...(refund.finishedAt ? [{ term: '退回时间', value: tableDateTime(refund.finishedAt) }] : []),
    ...(refund.providerRefundId ? [{ term: '支付平台退款号', value: refund.providerRefundId }] : []),
    ...(refund.bankReference ? [{ term: '银行流水号', value: refund.bankReference }] : []),
  ];
}
