import { FormShell } from '@/components/forms/form-shell';
import { RadioGroup } from '@/components/forms/radio-group';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import type { OfficeRule } from '@/lib/catalogue/office-queries';
import { amendRuleAction } from '../../../actions';
import { ConditionFields } from './condition-fields';

/** A rule's words, its strength, and what the system checks. */
export function RuleForm({ levelId, rule }: { levelId: string; rule?: OfficeRule }) {
  const id = (part: string) => `rule-${rule?.id ?? 'new'}-${part}`;
  return (
    <FormShell id={id('form')} action={amendRuleAction} fields={{ levelId, ...(rule ? { code: rule.code } : {}) }}>
      {rule ? null : (
        <TextField id={id('code')} name="code" label="条款编号" hint="字母、数字和短横线，例如 C1" width="short" />
      )}
      <TextField id={id('title')} name="title" label="名称" defaultValue={rule?.title} />
      <TextArea
        id={id('words')}
        name="words"
        label="条款原文"
        hint="照通知的文字填写，申请人会看到。"
        rows={3}
        defaultValue={rule?.words}
      />
      <TextField id={id('source')} name="source" label="出处" optional defaultValue={rule?.source} />
      <RadioGroup
        id={id('strength')}
        name="strength"
        label="效力"
        inline
        defaultValue={rule?.isHard ? 'hard' : 'advisory'}
        options={[
          { value: 'advisory', label: '仅作提示' },
          { value: 'hard', label: '不符合即不能申报' },
        ]}
      />
      <ConditionFields id={id} isNew={!rule} />
      <TextField id={id('reason')} name="reason" label="修改原因" />
      <SubmitButton variant="secondary">{rule ? '保存为新版本' : '增加条款'}</SubmitButton>
    </FormShell>
  );
}
