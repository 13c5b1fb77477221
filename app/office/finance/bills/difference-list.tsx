import { FormShell } from '@/components/forms/form-shell';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { KeyValue } from '@/components/ui/key-value';
import { Money } from '@/components/ui/money';
import { TextLink } from '@/components/ui/text-link';
import { plainDate, tableDateTime } from '@/lib/kernel/dates';
import { yuan } from '@/lib/kernel/money';
import type { ListedDifference } from '@/lib/payments/bills/bill-queries';
import { differenceLabels, providerLabels, recoveries, recoveryLabels } from '@/lib/payments/labels';
import { adoptRefundAction, resolveDifferenceAction } from './actions';

interface DifferenceListProps {
  differences: ListedDifference[];
  mayResolve: boolean;
}

/** What books and bill say each, and how it was or is to be settled. */
export function DifferenceList({ differences, mayResolve }: DifferenceListProps) {
  return (
    <div className="stack">
      {differences.map((difference) => (
        <Card key={difference.id} heading="h3" title={differenceLabels[difference.kind]}>
          <div className="stack-small">
            <KeyValue items={facts(difference)} />
            {mayResolve && isAdoptable(difference) ? <Adopt difference={difference} /> : null}
            {mayResolve && !difference.resolvedAt ? <Resolve difference={difference} /> : null}
          </div>
        </Card>
      ))}
    </div>
  );
}

function facts({ bill, oursFen, billFen, ...difference }: ListedDifference) {
  const { resolvedAt, resolution, resolvedByName, orderNumber } = difference;
  return [
    { term: '本系统', value: oursFen === 0 ? '没有' : <Money fen={oursFen} emphasis /> },
    { term: '账单', value: billFen === 0 ? '没有' : <Money fen={billFen} emphasis /> },
    {
      term: '账单日',
      value: (
        <TextLink href={`/office/finance/bills/${difference.billId}`}>
          {plainDate(bill.day)} {providerLabels[bill.provider] ?? bill.provider}
        </TextLink>
      ),
    },
    { term: '支付平台单号', value: difference.reference },
    {
      term: '订单',
      value: orderNumber ? <TextLink href={`/office/finance/orders/${orderNumber}`}>{orderNumber}</TextLink> : '不明',
    },
    ...(resolvedAt ? [{ term: '处理结果', value: `${resolution}（${resolvedByName}，${tableDateTime(resolvedAt)}）` }] : []),
  ];
}

function Resolve({ difference: { id, kind } }: { difference: ListedDifference }) {
  return (
    <Disclosure summary="登记处理结果">
      <FormShell id={`resolve-${id}`} action={resolveDifferenceAction} fields={{ differenceId: id }}>
        {kind === 'GIVEN_TWICE' ? <RecoveryFields id={id} /> : null}
        <TextArea
          id={`resolution-${id}`}
          name="resolution"
          label="查到的原因和处理办法"
          hint="例如：经支付平台确认，这笔款项次日入账"
          rows={3}
          maxCodePoints={500}
        />
        <SubmitButton>登记</SubmitButton>
      </FormShell>
    </Disclosure>
  );
}

/** What was given back twice has left the books once only: how it ends is booked. */
function RecoveryFields({ id }: { id: string }) {
  return (
    <>
      <SelectField
        id={`recovery-${id}`}
        name="recovery"
        label="多退的款项怎么了结"
        options={recoveries.map((value) => ({ value, label: recoveryLabels[value] }))}
      />
      <TextField
        id={`recovered-${id}`}
        name="bankReference"
        label="退回的银行流水号"
        hint="付款人已退回协会账户时填写"
        autoComplete="off"
        width="half"
        optional
      />
    </>
  );
}

/** It may have been made at the provider's own desk, for an order of ours. */
const isAdoptable = ({ kind, oursFen, orderNumber, resolvedAt }: ListedDifference): boolean =>
  kind === 'UNKNOWN_REFUND' && oursFen === 0 && orderNumber !== null && !resolvedAt;

function Adopt({ difference: { id, billFen } }: { difference: ListedDifference }) {
  return (
    <Disclosure summary={`登记为这个订单的退款 ${yuan(billFen)}`}>
      <FormShell id={`adopt-${id}`} action={adoptRefundAction} fields={{ differenceId: id }}>
        <p>这笔退款是在支付平台的商户后台办理的时候使用。登记后订单的已退金额增加，并通知付款人；不会再退一次。</p>
        <TextArea
          id={`adopted-${id}`}
          name="resolution"
          label="依据"
          hint="例如：2025年3月5日在商户后台退款，经办人某某"
          rows={2}
          maxCodePoints={500}
        />
        <SubmitButton>登记为退款</SubmitButton>
      </FormShell>
    </Disclosure>
  );
}
