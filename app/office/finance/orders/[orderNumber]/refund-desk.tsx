import { FormShell } from '@/components/forms/form-shell';
import { MoneyField } from '@/components/forms/money-field';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Card } from '@/components/ui/card';
import { type Column, DataTable } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import { Money } from '@/components/ui/money';
import { StatusTag } from '@/components/ui/tag';
import { refundRuleNames } from '@/lib/catalogue/labels';
import { storedRefundPolicy } from '@/lib/catalogue/schema';
import { tableDateTime } from '@/lib/kernel/dates';
import { yuan, yuanAsTyped } from '@/lib/kernel/money';
import type { FinanceOrder } from '@/lib/payments/finance-queries';
import { orderRefundReasons, refundLabels, refundReasonLabels } from '@/lib/payments/labels';
import { proposeRefundAction } from '../../refunds/actions';

type ListedRefund = FinanceOrder['refunds'][number];

interface RefundDeskProps {
  order: FinanceOrder;
  /** What can still be given back. */
  leftFen: number;
  mayPropose: boolean;
}

/** What was or will be given back of an order, and the form that proposes more. */
export function RefundDesk({ order, leftFen, mayPropose }: RefundDeskProps) {
  const canPropose = mayPropose && leftFen > 0;
  if (order.refunds.length === 0 && !canPropose) return null;
  return (
    <Card heading="h2" title="退款">
      <div className="stack">
        {order.refunds.length > 0 ? (
          <DataTable
            caption="这个订单的退款"
            hideCaption
            dense
            columns={columns}
            rows={order.refunds}
            rowKey={({ id }) => id}
            rowHref={({ number }) => `/office/finance/refunds/${encodeURIComponent(number)}`}
          />
        ) : null}
        {canPropose ? <Propose order={order} leftFen={leftFen} /> : null}
      </div>
    </Card>
  );
}

function Propose({ order, leftFen }: Pick<RefundDeskProps, 'order' | 'leftFen'>) {
  const policy = storedRefundPolicy.parse(order.cycle.refundPolicy);
  const limit = order.cycle.secondEyesAboveFen;
  return (
    <Disclosure summary="提出退款">
      <FormShell id="propose-refund" action={proposeRefundAction} fields={{ orderId: order.id }}>
        <p>
          本年度的规定：资格审查未通过，{refundRuleNames[policy.rejected]}；撤回申报，
          {refundRuleNames[policy.withdrawn]}。
          {limit === null ? '每笔退款都由第二人复核。' : `超过 ${yuan(limit)} 的由第二人复核。`}
        </p>
        {order.items.length > 1 ? <Share order={order} /> : null}
        <SelectField
          name="reason"
          label="退款原因"
          options={orderRefundReasons.map((value) => ({ value, label: refundReasonLabels[value] }))}
        />
        <MoneyField
          name="amount"
          label="退款金额"
          hint={`最多 ${yuan(leftFen)}`}
          defaultValue={yuanAsTyped(leftFen)}
        />
        <TextArea name="note" label="依据" hint="例如：2025年3月5日协会决定" rows={2} maxCodePoints={300} />
        <SubmitButton>提出退款</SubmitButton>
      </FormShell>
    </Disclosure>
  );
}

/** Of a unit's order all that is left goes back, or one applicant's share. */
function Share({ order }: { order: FinanceOrder }) {
  const shares = order.items.map(({ id, application, amountFen, refundedFen }) => ({
    value: id,
    label: `${application.person.name} ${application.number}，${yuan(amountFen - refundedFen)}`,
    disabled: amountFen === refundedFen,
  }));
  return (
    <SelectField
      name="orderItemId"
      label="退哪一份"
      hint="退一位申请人的费用时选择；不选则退还全部余额"
      options={shares}
      placeholder="全部余额"
      width="full"
      optional
    />
  );
}

const columns: Column<ListedRefund>[] = [
  { key: 'number', title: '退款单号', lead: true, cell: ({ number }) => number },
  { key: 'amount', title: '金额', numeric: true, nowrap: true, cell: ({ amountFen }) => <Money fen={amountFen} /> },
  { key: 'reason', title: '原因', cell: ({ reason }) => refundReasonLabels[reason] },
  { key: 'status', title: '状态', nowrap: true, cell: ({ status }) => <StatusTag {...refundLabels[status]} /> },
  { key: 'at', title: '提出时间', nowrap: true, cell: ({ proposedAt }) => tableDateTime(proposedAt) },
];
