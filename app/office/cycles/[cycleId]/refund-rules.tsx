import { FormShell } from '@/components/forms/form-shell';
import { MoneyField } from '@/components/forms/money-field';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { KeyValue } from '@/components/ui/key-value';
import { refundEyesWords, refundRuleNames, refundRules, transferEyesWords } from '@/lib/catalogue/labels';
import type { OfficeCycle } from '@/lib/catalogue/office-queries';
import { yuanAsTyped } from '@/lib/kernel/money';
import { setRefundPolicyAction } from '../actions';

const options = refundRules.map((value) => ({ value, label: refundRuleNames[value] }));

/** What is given back, from which amounts on a second person looks, and what applicants read of it. */
export function RefundRules({ cycle, mayAmend }: { cycle: OfficeCycle; mayAmend: boolean }) {
  const { refundPolicy, secondEyesAboveFen, transferEyesAboveFen } = cycle;
  return (
    <Card heading="h2" title="退费规定">
      <div className="stack-small">
        <KeyValue
          items={[
            { term: '资格审查未通过', value: refundRuleNames[refundPolicy.rejected] },
            { term: '撤回申报', value: refundRuleNames[refundPolicy.withdrawn] },
            { term: '重复付款、关闭后到账', value: '自动原路退回' },
            { term: '退款复核', value: refundEyesWords(secondEyesAboveFen) },
            { term: '转账到账复核', value: transferEyesWords(transferEyesAboveFen) },
            { term: '申请人看到的说明', value: refundPolicy.text || '没有填写' },
          ]}
        />
        {mayAmend ? <RulesForm cycle={cycle} /> : null}
      </div>
    </Card>
  );
}

function RulesForm({ cycle }: { cycle: OfficeCycle }) {
  const { refundPolicy, secondEyesAboveFen, transferEyesAboveFen } = cycle;
  return (
    <Disclosure summary="修改退费规定">
      <FormShell
        id="refund-rules"
        action={setRefundPolicyAction}
        fields={{ cycleId: cycle.id, revision: String(cycle.revision) }}
      >
        <SelectField name="rejected" label="资格审查未通过" options={options} defaultValue={refundPolicy.rejected} />
        <SelectField name="withdrawn" label="撤回申报" options={options} defaultValue={refundPolicy.withdrawn} />
        <MoneyField
          name="secondEyesAbove"
          label="退款超过多少要第二人复核"
          hint="留空表示每笔退款都要复核"
          defaultValue={secondEyesAboveFen === null ? '' : yuanAsTyped(secondEyesAboveFen)}
          optional
        />
        <MoneyField
          name="transferEyesAbove"
          label="线下转账超过多少要两人先后确认"
          hint="留空表示都由一人确认"
          defaultValue={transferEyesAboveFen === null ? '' : yuanAsTyped(transferEyesAboveFen)}
          optional
        />
        <TextArea
          name="text"
          label="申请人看到的说明"
          hint="在缴费页面和订单中显示"
          rows={3}
          maxCodePoints={500}
          defaultValue={refundPolicy.text}
          optional
        />
        <TextField id="refund-rules-reason" name="reason" label="修改原因" hint="例如：依据某年某号通知" />
        <SubmitButton variant="secondary">保存退费规定</SubmitButton>
      </FormShell>
    </Disclosure>
  );
}
