import { FormShell } from '@/components/forms/form-shell';
import { MoneyField } from '@/components/forms/money-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Card } from '@/components/ui/card';
import { longMonth } from '@/lib/kernel/months';
import { yuan } from '@/lib/kernel/money';
import type { ClosingReport } from '@/lib/payments/closing/schema';
import { closeMonthAction } from '../actions';

interface CloseFormProps {
  month: string;
  report: ClosingReport;
}

/** What the bank's statement says, why things differ, and the step that is not taken back. */
export function CloseForm({ month, report: { bank, differences } }: CloseFormProps) {
  const hasDifferences = differences.length > 0;
  return (
    <Card heading="h2" title={`结 ${longMonth(month)} 的账`}>
      <FormShell id="close-month" action={closeMonthAction} fields={{ month }}>
        <p>结账以后，上面的报告不会再变，这个月不能再记账；以后补记的款项记入下一个月，并注明发生的日期。结账不能撤销。</p>
        <MoneyField
          name="statementIn"
          label="银行流水的收入合计"
          hint={`本月银行流水中属于认证收费的收入；账簿为 ${yuan(bank.inFen)}，没有就填 0`}
        />
        <MoneyField
          name="statementOut"
          label="银行流水的支出合计"
          hint={`本月银行流水中属于认证退费的支出；账簿为 ${yuan(bank.outFen)}，没有就填 0`}
        />
        <TextArea
          name="note"
          label="结账说明"
          hint={hasDifferences ? `上面有 ${differences.length} 项差异，请写明原因和处理办法` : '有差异时写明原因和处理办法'}
          rows={4}
          maxCodePoints={1000}
          optional={!hasDifferences}
        />
        <SubmitButton>确认结账</SubmitButton>
      </FormShell>
    </Card>
  );
}
