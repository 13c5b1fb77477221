import { DateField } from '@/components/forms/date-field';
import { FormShell } from '@/components/forms/form-shell';
import { MoneyField } from '@/components/forms/money-field';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Card } from '@/components/ui/card';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { yuan } from '@/lib/kernel/money';
import { providerLabels } from '@/lib/payments/labels';
import { enterPayoutAction, reversePayoutAction } from './actions';

/** Of which provider, how much, when and under which number of the bank. */
export function EnterPayout({ providers }: { providers: string[] }) {
  if (providers.length === 0) return null;
  return (
    <Card heading="h2" title="登记结算到账">
      <FormShell id="enter-payout" action={enterPayoutAction} resetOnDone>
        <SelectField
          name="provider"
          label="支付平台"
          options={providers.map((value) => ({ value, label: providerLabels[value] ?? value }))}
          defaultValue={providers.length === 1 ? providers[0] : undefined}
        />
        <MoneyField name="amount" label="到账金额" hint="银行账户实际收到的金额，手续费已由平台扣除" />
        <DateField name="arrivedOn" label="到账日期" />
        <TextField name="bankReference" label="银行流水号" autoComplete="off" width="half" />
        <SubmitButton>登记到账</SubmitButton>
      </FormShell>
    </Card>
  );
}

interface ReversePayoutProps {
  payout: { id: string; amountFen: number; bankReference: string };
}

export function ReversePayout({ payout: { id, amountFen, bankReference } }: ReversePayoutProps) {
  return (
    <ConfirmDialog
      id={`reverse-${id}`}
      trigger="撤销"
      triggerVariant="secondary"
      triggerSize="small"
      title={`撤销 ${yuan(amountFen)} 的结算登记？`}
    >
      <p>流水号 {bankReference} 的登记会用一笔相反的分录冲回，原来的分录仍然保留；撤销后可以重新登记。</p>
      <FormShell id={`reverse-form-${id}`} action={reversePayoutAction} fields={{ payoutId: id }}>
        <TextField id={`reverse-reason-${id}`} name="reason" label="撤销原因" hint="例如：金额录错" />
        <SubmitButton variant="danger">撤销登记</SubmitButton>
      </FormShell>
    </ConfirmDialog>
  );
}
