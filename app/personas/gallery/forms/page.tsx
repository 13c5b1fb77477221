import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { CheckboxGroup } from '@/components/forms/checkbox-group';
import { CodeField } from '@/components/forms/code-field';
import { DateField, MonthField } from '@/components/forms/date-field';
import { FieldPair, Fieldset } from '@/components/forms/fieldset';
import { FormShell } from '@/components/forms/form-shell';
import { IdNumberField } from '@/components/forms/id-number-field';
import { MoneyField } from '@/components/forms/money-field';
import { NumberField } from '@/components/forms/number-field';
import { PasswordField } from '@/components/forms/password-field';
import { PhoneField } from '@/components/forms/phone-field';
import { RadioGroup } from '@/components/forms/radio-group';
import { SelectField } from '@/components/forms/select-field';
import { SendCodeButton } from '@/components/forms/send-code-button';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { UnitTypeahead } from '@/components/forms/unit-typeahead';
import { PageHead } from '@/components/shell/page-head';
import { ButtonRow } from '@/components/ui/button';
import { TextLink } from '@/components/ui/text-link';
import { env } from '@/lib/env';
import { findUnitsAction, sendCodeAction, tryFormAction } from '../actions';
import { UploadPart } from './upload-part';

export const metadata: Metadata = { title: '表单组件' };

export default function FormGalleryPage() {
  if (!env.isDemo) notFound();
  return (
    <div className="page page-narrow stack">
      <PageHead
        title="表单组件"
        breadcrumb={[{ label: '界面组件', href: '/personas/gallery' }, { label: '表单组件' }]}
        lead="留空提交可以看到出错提示。"
      />
      <FormShell action={tryFormAction} fields={{ record: 'demo' }}>
        <Fieldset legend="基本信息" hint="请与身份证一致。">
          <TextField name="name" label="姓名" autoComplete="name" width="half" />
          <IdNumberField name="idNumber" label="身份证号" hint="18 位，最后一位可以是 X" />
          <FieldPair>
            <PhoneField name="mobile" label="手机号" hint="用来接收办理通知" />
            <CodeField
              name="code"
              label="短信验证码"
              hint="6 位数字"
              send={<SendCodeButton action={sendCodeAction} from={['mobile']} />}
            />
          </FieldPair>
          <DateField name="birthday" label="出生日期" kind="birthday" />
        </Fieldset>
        <RadioGroup
          name="category"
          label="申报类别"
          options={[
            { value: 'KINDERGARTEN', label: '幼儿园教师' },
            { value: 'SCHOOL', label: '中小学、职业学校教师', hint: '含中等职业学校' },
            { value: 'OTHER', label: '其他', disabled: true, reason: '本年度不开放' },
          ]}
        />
        <UnitTypeahead
          name="unitName"
          idName="unitId"
          label="工作单位"
          search={findUnitsAction}
          notFound={<TextLink href="#add">添加单位</TextLink>}
        />
        <SelectField
          name="education"
          label="最高学历"
          options={[
            { value: 'BACHELOR', label: '本科' },
            { value: 'MASTER', label: '硕士研究生' },
          ]}
        />
        <MonthField name="startedAt" label="从事科技辅导工作起始时间" />
        <NumberField name="hours" label="培训学时" suffix="学时" optional />
        <MoneyField name="fee" label="费用" optional />
        <CheckboxGroup
          name="topics"
          label="指导方向"
          optional
          inline
          options={[
            { value: 'robot', label: '机器人' },
            { value: 'ecology', label: '生态' },
            { value: 'astronomy', label: '天文' },
          ]}
        />
        <TextArea name="summary" label="主要业绩" maxCodePoints={300} hint="说明时间、对象、本人作用和成效" />
        <PasswordField name="password" label="密码" kind="new" hint="至少 10 个字" />
        <CheckboxField name="declaration" label="本人承诺所填信息和上传材料真实有效。" />
        <ButtonRow>
          <SubmitButton>保存并继续</SubmitButton>
          <SubmitButton variant="secondary" name="intent" value="later">
            保存并稍后继续
          </SubmitButton>
        </ButtonRow>
      </FormShell>
      <UploadPart />
    </div>
  );
}
