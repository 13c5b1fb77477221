import { Banner } from '@/components/ui/banner';
import { Card } from '@/components/ui/card';
import { KeyValue } from '@/components/ui/key-value';
import { Money } from '@/components/ui/money';
import { TextLink } from '@/components/ui/text-link';
import { plainDate, tableDateTime } from '@/lib/kernel/dates';
import type { ListedUnmatched } from '@/lib/payments/finance-queries';
import { providerLabels, refundLabels, unmatchedLabels } from '@/lib/payments/labels';
import { payerName } from '@/lib/payments/payer-name';
import { Assign, GiveBack, Settle } from './settle-forms';

interface UnmatchedCardProps {
  payment: ListedUnmatched;
  mayResolve: boolean;
}

/** Money that fits no order: what is known of it, and what can be done. */
export function UnmatchedCard({ payment, mayResolve }: UnmatchedCardProps) {
  const isOpen = mayResolve && payment.refunds.length === 0;
  return (
    <Card heading="h2" title={unmatchedLabels[payment.reason]}>
      <div className="stack-small">
        <KeyValue items={facts(payment)} />
        {payment.refunds.map(({ number, status }) => (
          <p key={number}>
            {refundLabels[status].label}：
            <TextLink href={`/office/finance/refunds/${encodeURIComponent(number)}`}>{number}</TextLink>
          </p>
        ))}
        {payment.assignedByName && payment.assignedAt && !payment.resolvedAt ? (
          <Banner tone="info" title={`${payment.assignedByName}已在 ${tableDateTime(payment.assignedAt)} 把它计入一个订单`}>
            金额较大，要由另一位财务人员查到同一个订单后再计入一次；登记错了的，由{payment.assignedByName}重新计入。
          </Banner>
        ) : null}
        {isOpen && payment.provider === 'bank' ? <Assign payment={payment} /> : null}
        {isOpen && payment.reason !== 'REFUNDED_ELSEWHERE' ? <GiveBack payment={payment} /> : null}
        {isOpen ? <Settle payment={payment} /> : null}
      </div>
    </Card>
  );
}

function facts(payment: ListedUnmatched) {
  const { order, resolvedAt, resolvedByName, resolution } = payment;
  return [
    { term: '金额', value: <Money fen={payment.amountFen} emphasis /> },
    { term: '登记时间', value: `${payment.enteredByName ? `${payment.enteredByName}，` : ''}${tableDateTime(payment.arrivedAt)}` },
    { term: '来源', value: providerLabels[payment.provider] ?? payment.provider },
    { term: '交易号或流水号', value: payment.providerTransactionId },
    ...(payment.receivedOn ? [{ term: '到账日期', value: plainDate(payment.receivedOn) }] : []),
    ...(payment.payerName ? [{ term: '付款户名', value: payment.payerName }] : []),
    ...(payment.note ? [{ term: '附言', value: payment.note }] : []),
    {
      term: '订单',
      value: order ? (
        <TextLink href={`/office/finance/orders/${order.number}`}>
          {payerName(order)} · {order.number}
        </TextLink>
      ) : (
        payment.outTradeNumber || '—'
      ),
    },
    ...(resolvedAt ? [{ term: '处理结果', value: `${resolution}（${resolvedByName}，${tableDateTime(resolvedAt)}）` }] : []),
  ];
}
