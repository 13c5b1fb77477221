import { FormShell } from '@/components/forms/form-shell';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import type { FormAction } from '@/lib/kernel/form-state';

interface DecisionFormProps {
  action: FormAction;
  /** Of the request; keeps the ids of several forms on one page apart. */
  id: string;
  grantHint: string;
  noteHint: string;
}

/** Yes or no, and why. */
export function DecisionForm({ action, id, grantHint, noteHint }: DecisionFormProps) {
  return (
    <FormShell action={action} fields={{ id }}>
      <RadioGroup
        name="decision"
        id={`decision-${id}`}
        label="办理结果"
        options={[
          { value: 'grant', label: '通过', hint: grantHint },
          { value: 'refuse', label: '不通过', hint: '账号没有变化，申请人会收到原因' },
        ]}
      />
      <TextArea name="note" id={`note-${id}`} label="办理说明" hint={noteHint} rows={2} maxCodePoints={500} />
      <SubmitButton size="small">保存结果</SubmitButton>
    </FormShell>
  );
}
