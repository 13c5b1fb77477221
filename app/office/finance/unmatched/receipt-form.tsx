import { DateField } from '@/components/forms/date-field';
import { FormShell } from '@/components/forms/form-shell';
import { MoneyField } from '@/components/forms/money-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Disclosure } from '@/components/ui/disclosure';
import { enterReceiptAction } from './actions';

/** Money on the association's own account that came without a voucher. */
export function ReceiptForm({ account }: { account: string }) {
  return (
    <Disclosure summary="登记到账">
      <FormShell id="enter-receipt" action={enterReceiptAction} resetOnDone>
        <p>
          {account}银行账户收到、但没有转账凭证可以确认的款项，例如付款人没有上传凭证、金额不对，或不知道是谁付的。有凭证等待确认的，请在“待确认凭证”中确认。
        </p>
        <TextField name="bankReference" label="银行流水号" hint="账户明细中这笔到账的流水号；同一个流水号只入账一次" autoComplete="off" width="half" />
        <MoneyField name="amount" label="到账金额" />
        <TextField name="payerName" label="付款户名" autoComplete="off" width="half" />
        <DateField name="receivedOn" label="到账日期" />
        <TextField name="note" label="附言" hint="银行明细中的附言或其他线索" optional />
        <SubmitButton>登记到账</SubmitButton>
      </FormShell>
    </Disclosure>
  );
}
