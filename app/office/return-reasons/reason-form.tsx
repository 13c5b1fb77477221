import { CheckboxField } from '@/components/forms/checkbox-field';
import { FormShell } from '@/components/forms/form-shell';
import { NumberField } from '@/components/forms/number-field';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { checks, codesOf, onlyPeople, type PreflightMoment } from '@/lib/applications/preflight/checks';
import { reasonGroupNames, reasonGroups } from '@/lib/applications/return-reasons/labels';
import { byPeople } from '@/lib/applications/return-reasons/schema';
import { addReasonAction, amendReasonAction } from './actions';

interface ReasonFormProps {
  position: number;
  reason?: {
    code: string;
    label: string;
    advice: string;
    group: string;
    check: string | null;
    isActive: boolean;
    revision: number;
  };
}

const optionsOf = (moment: PreflightMoment) =>
  codesOf(moment).map((code) => {
    const { title, blocks, warns } = checks[code];
    return { value: code, label: `${title}：${[blocks, warns].filter(Boolean).join('；')}` };
  });

const checkOptions = [
  { value: byPeople, label: onlyPeople },
  { group: '提交报名前的检查', options: optionsOf('lock_form') },
  { group: '提交盖章件时的检查', options: optionsOf('submit_stamped_form') },
];

/** One reason: what the applicant reads, and what looks for it before anybody has to return. */
export function ReasonForm({ position, reason }: ReasonFormProps) {
  const fields = reason ? { code: reason.code, revision: String(reason.revision) } : {};
  return (
    <FormShell id="reason" action={reason ? amendReasonAction : addReasonAction} fields={fields}>
      <TextField name="label" label="原因" hint="申请人会看到，例如 证件照不符合要求。" defaultValue={reason?.label} />
      <TextArea name="advice" label="修改办法" hint="告诉申请人怎样改，写成完整的一句话。" rows={2} defaultValue={reason?.advice} />
      <SelectField
        name="group"
        label="类别"
        hint="以“签字与盖章”类的原因退回时，盖章件作废，需要重新提交。"
        options={reasonGroups.map((value) => ({ value, label: reasonGroupNames[value] ?? value }))}
        defaultValue={reason?.group}
      />
      <SelectField
        name="check"
        label="由哪项检查发现"
        hint="选定的检查会在提交前提醒申请人；系统看不出来的，选“只能由人判断”。"
        options={checkOptions}
        width="full"
        defaultValue={reason && (reason.check ?? byPeople)}
      />
      <NumberField name="position" label="顺序" hint="小的排在前面；前九条可以用数字键选择。" defaultValue={String(position)} />
      {reason ? (
        <CheckboxField
          name="isActive"
          label="使用中"
          hint="不再使用的取消勾选。已经用过的原因不会删除，以往的决定保持原样。"
          defaultChecked={reason.isActive}
        />
      ) : null}
      <TextField name="because" label={reason ? '修改原因' : '增加原因的理由'} hint="会写入历史。" />
      <SubmitButton>{reason ? '保存' : '增加'}</SubmitButton>
    </FormShell>
  );
}
