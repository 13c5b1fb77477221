import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Card } from '@/components/ui/card';
import { Disclosure } from '@/components/ui/disclosure';
import { KeyValue } from '@/components/ui/key-value';
import type { OfficeCycle } from '@/lib/catalogue/office-queries';
import { setUnitOrderTermsAction } from '../actions';

/** How long a unit's order is open, and how many it pays for. */
export function UnitOrderRules({ cycle, mayAmend }: { cycle: OfficeCycle; mayAmend: boolean }) {
  const { unitOrderDays, unitOrderGraceDays, unitOrderMost } = cycle;
  return (
    <Card heading="h2" title="单位缴费规定">
      <div className="stack-small">
        <KeyValue
          items={[
            { term: '单位订单有效', value: `${unitOrderDays} 天` },
            { term: '早于缴费截止', value: `${unitOrderGraceDays} 天` },
            { term: '一个订单最多', value: `${unitOrderMost} 人` },
          ]}
        />
        {mayAmend ? <TermsForm cycle={cycle} /> : null}
      </div>
    </Card>
  );
}

const TermsForm = ({ cycle }: { cycle: OfficeCycle }) => (
  <Disclosure summary="修改单位缴费规定">
    <FormShell
      id="unit-order-terms"
      action={setUnitOrderTermsAction}
      fields={{ cycleId: cycle.id, revision: String(cycle.revision) }}
    >
      <TextField
        name="days"
        label="单位订单有效多少天"
        hint="已生成的订单不变"
        inputMode="numeric"
        width="short"
        defaultValue={String(cycle.unitOrderDays)}
      />
      <TextField
        name="graceDays"
        label="比缴费截止早多少天关闭"
        hint="单位没有付款时，留给申请人自己缴费的时间"
        inputMode="numeric"
        width="short"
        defaultValue={String(cycle.unitOrderGraceDays)}
      />
      <TextField name="most" label="一个订单最多多少人" inputMode="numeric" width="short" defaultValue={String(cycle.unitOrderMost)} />
      <TextField id="unit-order-terms-reason" name="reason" label="修改原因" hint="例如：依据某年某号通知" />
      <SubmitButton variant="secondary">保存单位缴费规定</SubmitButton>
    </FormShell>
  </Disclosure>
);
