import { CodeHint } from '@/components/accounts/code-hint';
import { DocumentFields } from '@/components/accounts/document-fields';
import { CodeField } from '@/components/forms/code-field';
import { DefaultSubmit } from '@/components/forms/default-submit';
import { Fieldset } from '@/components/forms/fieldset';
import { FormShell } from '@/components/forms/form-shell';
import { PhoneField } from '@/components/forms/phone-field';
import { SendCodeButton } from '@/components/forms/send-code-button';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextArea } from '@/components/forms/text-area';
import { TextField } from '@/components/forms/text-field';
import { env } from '@/lib/env';
import { requestRecoveryAction, sendRecoveryCode } from '../actions';

export function RecoveryForm() {
  return (
    <FormShell action={requestRecoveryAction}>
      <DefaultSubmit />
      <Fieldset legend="账号的主人">
        <TextField name="name" label="姓名" autoComplete="name" width="half" />
        <DocumentFields />
      </Fieldset>
      <Fieldset legend="验证现在的手机号">
        <PhoneField name="mobile" label="新手机号" />
        <CodeField
          name="code"
          label="短信验证码"
          hint={<CodeHint isDemo={env.isDemo} />}
          send={<SendCodeButton action={sendRecoveryCode} from={['mobile']} />}
        />
      </Fieldset>
      <TextArea
        name="reason"
        label="情况说明"
        hint="原手机号为什么不能用了；写上所在单位和办公电话，便于核实。"
        rows={4}
        maxCodePoints={500}
      />
      <SubmitButton>提交申请</SubmitButton>
    </FormShell>
  );
}
