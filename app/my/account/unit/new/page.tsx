import type { Metadata } from 'next';
import { FormShell } from '@/components/forms/form-shell';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { PageHead } from '@/components/shell/page-head';
import { unitKindNames, unitKinds } from '@/lib/units/labels';
import { regionChoices } from '@/lib/units/schema';
import { pageActor } from '@/lib/web/page-actor';
import { addUnitAction } from '../actions';

export const metadata: Metadata = { title: '登记单位' };

export default async function AddUnitPage() {
  await pageActor();
  return (
    <div className="page page-narrow">
      <PageHead
        title="登记单位"
        breadcrumb={[
          { label: '身份', href: '/my/account/roles' },
          { label: '申请成为单位管理员', href: '/my/account/unit' },
          { label: '登记单位' },
        ]}
        lead="登记后由所在省的协会核实。名称以公章和法人证书为准。"
      />
      <FormShell action={addUnitAction}>
        <TextField name="name" label="单位全称" autoComplete="organization" maxLength={120} />
        <TextField
          name="creditCode"
          label="统一社会信用代码"
          hint="18 位，不含字母 I、O、S、V、Z。"
          autoCapitalize="characters"
          maxLength={30}
          width="half"
        />
        <SelectField
          name="kind"
          label="单位类别"
          options={unitKinds.map((value) => ({ value, label: unitKindNames[value] }))}
        />
        <SelectField name="regionCode" label="所在地区" options={[...regionChoices]} />
        <TextField name="address" label="地址" optional autoComplete="street-address" maxLength={220} />
        <SubmitButton>登记单位</SubmitButton>
      </FormShell>
    </div>
  );
}
