import type { Metadata } from 'next';
import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { EmptyState } from '@/components/ui/empty-state';
import { KeyValue } from '@/components/ui/key-value';
import { Money } from '@/components/ui/money';
import { TextLink } from '@/components/ui/text-link';
import { now as currentTime } from '@/lib/clock';
import { tableDateTime } from '@/lib/kernel/dates';
import { yuan } from '@/lib/kernel/money';
import { financeFigures, type ListedUnmatched, unmatchedPayments } from '@/lib/payments/finance-queries';
import { providerLabels, refundLabels, unmatchedLabels } from '@/lib/payments/labels';
import { payerName } from '@/lib/payments/payer-name';
import { actorAs } from '@/lib/web/page-actor';
import { passedMessage } from '@/lib/web/passed-message';
import { resolveUnmatchedAction } from '../actions';
import { refundUnmatchedAction } from '../refunds/actions';
import { FinanceHead } from '../finance-head';

export const metadata: Metadata = { title: '待处理款项' };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function UnmatchedPage({ searchParams }: Props) {
  const actor = await actorAs('FINANCE', 'AUDITOR');
  const [figures, { open, resolved }] = await Promise.all([
    financeFigures(actor, currentTime()),
    unmatchedPayments(actor),
  ]);
  return (
    <div className="stack">
      <FinanceHead
        title="待处理款项"
        lead="已经到账、但没有计入任何订单的款项。退还给付款人，或在查清去向后登记处理结果。"
        current="/office/finance/unmatched"
        figures={figures}
        message={passedMessage(await searchParams)}
      />
      {open.map((payment) => (
        <Unmatched key={payment.id} payment={payment} mayResolve={actor.role === 'FINANCE'} />
      ))}
      {open.length === 0 ? <EmptyState title="没有待处理的款项" /> : null}
      {resolved.length > 0 ? (
        <Disclosure summary={`已处理的 ${resolved.length} 笔`}>
          <div className="stack">
            {resolved.map((payment) => (
              <Unmatched key={payment.id} payment={payment} mayResolve={false} />
            ))}
          </div>
        </Disclosure>
      ) : null}
    </div>
  );
}

function Unmatched({ payment, mayResolve }: { payment: ListedUnmatched; mayResolve: boolean }) {
  const { order, resolvedAt, resolvedByName, resolution } = payment;
  return (
    <Card heading="h2" title={unmatchedLabels[payment.reason]}>
      <div className="stack-small">
        <KeyValue
          items={[
            { term: '金额', value: <Money fen={payment.amountFen} emphasis /> },
            { term: '登记时间', value: tableDateTime(payment.arrivedAt) },
            { term: '来源', value: providerLabels[payment.provider] ?? payment.provider },
            { term: '交易号或流水号', value: payment.providerTransactionId },
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
            ...(resolvedAt
              ? [{ term: '处理结果', value: `${resolution}（${resolvedByName}，${tableDateTime(resolvedAt)}）` }]
              : []),
          ]}
        />
        {payment.refunds.map(({ number, status }) => (
          <p key={number}>
            {refundLabels[status].label}：
            <TextLink href={`/office/finance/refunds/${encodeURIComponent(number)}`}>{number}</TextLink>
          </p>
        ))}
        {mayResolve && payment.refunds.length === 0 && payment.reason !== 'REFUNDED_ELSEWHERE' ? (
          <GiveBack payment={payment} />
        ) : null}
        {mayResolve && payment.refunds.length === 0 ? (
          <Disclosure summary="登记处理结果">
            <FormShell
              id={`resolve-${payment.id}`}
              action={resolveUnmatchedAction}
              fields={{ unmatchedId: payment.id }}
            >
              <TextArea
                id={`resolution-${payment.id}`}
                name="resolution"
                label="处理结果"
                hint="申请人会收到这段话，例如：2025年3月5日已在支付平台退款，单号……"
                rows={3}
                maxCodePoints={500}
              />
              <SubmitButton>登记</SubmitButton>
            </FormShell>
          </Disclosure>
        ) : null}
      </div>
    </Card>
  );
}

function GiveBack({ payment }: { payment: ListedUnmatched }) {
  return (
    <Disclosure summary={`退还给付款人 ${yuan(payment.amountFen)}`}>
      <FormShell id={`return-${payment.id}`} action={refundUnmatchedAction} fields={{ unmatchedId: payment.id }}>
        <TextArea
          id={`return-note-${payment.id}`}
          name="note"
          label="退款依据"
          hint="例如：经与付款人核对，是多付的一笔"
          rows={2}
          maxCodePoints={300}
        />
        <SubmitButton>提出退款</SubmitButton>
      </FormShell>
    </Disclosure>
  );
}
