import { FormShell } from '@/components/forms/form-shell';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { grantableRoles } from '@/lib/accounts/schema';
import { roleNames } from '@/lib/kernel/actor';
import { grantRoleAction } from '../actions';

interface GrantFormProps {
  personId: string;
  associations: { id: string; name: string }[];
}

export function GrantForm({ personId, associations }: GrantFormProps) {
  return (
    <section className="stack-small">
      <h2>授予身份</h2>
      <FormShell action={grantRoleAction} fields={{ personId }}>
        <SelectField
          name="role"
          label="身份"
          hint="单位管理员由本人申请、协会核实，不在这里授予。审计、系统管理、审核、财务的身份不能由同一人兼任。"
          options={grantableRoles.map((value) => ({ value, label: roleNames[value] }))}
        />
        <SelectField
          name="associationId"
          label="所属协会"
          optional
          hint="系统管理员不用选；全国协会工作人员自动属于全国协会。"
          options={associations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <SubmitButton>授予</SubmitButton>
      </FormShell>
    </section>
  );
}
