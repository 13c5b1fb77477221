import { FormShell } from '@/components/forms/form-shell';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Disclosure } from '@/components/ui/disclosure';
import { yuan } from '@/lib/kernel/money';
import type { ListedUnmatched } from '@/lib/payments/finance-queries';
import { outcomeLabels, settlingOutcomes } from '@/lib/payments/labels';
import { refundUnmatchedAction } from '../refunds/actions';
import { assignUnmatchedAction, resolveUnmatchedAction } from './actions';

interface Props {
  payment: ListedUnmatched;
}

export function Assign({ payment: { id, amountFen } }: Props) {
  return (
    <Disclosure summary="计入订单">
      <FormShell id={`assign-${id}`} action={assignUnmatchedAction} fields={{ unmatchedId: id }}>
        <p>查到是哪个订单的款项时使用：订单还没有支付，金额正好是 {yuan(amountFen)}。计入后订单即已支付，并通知付款人。</p>
        <TextField id={`order-number-${id}`} name="orderNumber" label="订单编号" autoComplete="off" width="half" />
        <SubmitButton>计入订单</SubmitButton>
      </FormShell>
    </Disclosure>
  );
}

export function GiveBack({ payment: { id, amountFen } }: Props) {
  return (
    <Disclosure summary={`退还给付款人 ${yuan(amountFen)}`}>
      <FormShell id={`return-${id}`} action={refundUnmatchedAction} fields={{ unmatchedId: id }}>
        <TextArea
          id={`return-note-${id}`}
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

/** Neither an order's nor to be refunded from here: what became of it is booked. */
export function Settle({ payment: { id, provider, reason } }: Props) {
  const isBank = provider === 'bank';
  const options = settlingOutcomes
    .filter((value) => (isBank ? true : value !== 'NOT_ARRIVED'))
    .filter((value) => reason !== 'REFUNDED_ELSEWHERE' || value === 'RETURNED')
    .map((value) => ({ value, label: outcomeLabels[value] }));
  return (
    <Disclosure summary="登记处理结果">
      <FormShell id={`resolve-${id}`} action={resolveUnmatchedAction} fields={{ unmatchedId: id }}>
        <SelectField
          id={`outcome-${id}`}
          name="outcome"
          label="款项的去向"
          options={options}
          defaultValue={options.length === 1 ? options[0]?.value : undefined}
        />
        {isBank ? (
          <TextField
            id={`returned-${id}`}
            name="bankReference"
            label="退还的银行流水号"
            hint="已在本系统之外退还时填写"
            autoComplete="off"
            width="half"
            optional
          />
        ) : null}
        <TextArea
          id={`resolution-${id}`}
          name="resolution"
          label="处理结果"
          hint="有订单的，付款人会收到这段话，例如：2025年3月5日已在支付平台退款，单号……"
          rows={3}
          maxCodePoints={500}
        />
        <SubmitButton>登记</SubmitButton>
      </FormShell>
    </Disclosure>
  );
}
