import type { Metadata } from 'next';
import { FormShell } from '@/components/forms/form-shell';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { Banner } from '@/components/ui/banner';
import { unitKindNames, unitKinds } from '@/lib/units/labels';
import { regionChoices } from '@/lib/units/schema';
import { ApplicationHead } from '../application-head';
import { addUnitAction } from '../form/actions';
import { ClosedForm } from '../form/closed-form';
import { sectionPage } from '../form/section-page';

export const metadata: Metadata = { title: '登记单位' };

interface Props {
  params: Promise<{ applicationId: string }>;
}

/** For those whose unit is not in the list yet; the credit code tells whether it is there after all. */
export default async function AddUnitPage({ params }: Props) {
  const { application, closed } = await sectionPage({ ...(await params), section: 'unit' });
  const { id } = application;
  return (
    <div className="page page-narrow">
      <ApplicationHead
        application={application}
        title="登记单位"
        between={[{ label: '所在单位', href: `/apply/${id}/form/unit` }]}
        lead="请对照单位的统一社会信用代码证书填写。这个代码已经登记过的，会直接选用。"
      />
      {closed ? (
        <ClosedForm applicationId={id} because={closed} />
      ) : (
        <div className="stack">
          <Banner tone="info">登记后马上可以继续填写；省级协会会核实单位信息，核实不通过时会请您改正。</Banner>
          <FormShell action={addUnitAction} fields={{ applicationId: id }}>
            <TextField name="name" label="单位全称" hint="与公章上的名称一致。" autoComplete="organization" />
            <TextField
              name="creditCode"
              label="统一社会信用代码"
              hint="18 位，在单位的法人证书或营业执照上。"
              autoComplete="off"
              autoCapitalize="characters"
            />
            <RadioGroup
              name="kind"
              label="单位类别"
              options={unitKinds.map((value) => ({ value, label: unitKindNames[value] }))}
            />
            <SelectField name="regionCode" label="单位所在地区" options={[...regionChoices]} />
            <TextField name="address" label="地址" optional autoComplete="street-address" />
            <SubmitButton>登记并选用</SubmitButton>
          </FormShell>
        </div>
      )}
    </div>
  );
}
