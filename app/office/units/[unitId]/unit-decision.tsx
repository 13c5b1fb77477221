import { FormShell } from '@/components/forms/form-shell';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { Disclosure } from '@/components/ui/disclosure';
import { decideUnitAction } from '../actions';

interface UnitDecisionProps {
  unit: { id: string; status: 'PENDING' | 'APPROVED' | 'REJECTED' };
}

/** Verifying a unit; for one that was decided already, the way back. */
export function UnitDecision({ unit }: UnitDecisionProps) {
  if (unit.status !== 'PENDING') {
    return (
      <Disclosure summary={unit.status === 'APPROVED' ? '改为未通过核实' : '改为已核实'}>
        <DecisionForm unit={unit} />
      </Disclosure>
    );
  }
  return (
    <section className="stack-small">
      <h2>核实这个单位</h2>
      <DecisionForm unit={unit} />
    </section>
  );
}

function DecisionForm({ unit: { id, status } }: UnitDecisionProps) {
  const options = [
    { value: 'approve', label: '已核实', hint: '名称、代码、地区与法人证书一致', from: ['PENDING', 'REJECTED'] },
    { value: 'reject', label: '不通过', hint: '这个代码不能再选用，登记的人会收到原因', from: ['PENDING', 'APPROVED'] },
  ].filter(({ from }) => from.includes(status));
  return (
    <FormShell action={decideUnitAction} fields={{ unitId: id }}>
      <RadioGroup
        name="decision"
        label="结果"
        options={options}
        defaultValue={options.length === 1 ? options[0]?.value : undefined}
      />
      <TextArea name="note" label="核实的依据或原因" rows={2} maxCodePoints={500} />
      <SubmitButton>保存结果</SubmitButton>
    </FormShell>
  );
}
