import { CodeHint } from '@/components/accounts/code-hint';
import { DocumentFields } from '@/components/accounts/document-fields';
import { CheckboxField } from '@/components/forms/checkbox-field';
import { CodeField } from '@/components/forms/code-field';
import { DefaultSubmit } from '@/components/forms/default-submit';
import { Fieldset } from '@/components/forms/fieldset';
import { FormShell } from '@/components/forms/form-shell';
import { PasswordField } from '@/components/forms/password-field';
import { PhoneField } from '@/components/forms/phone-field';
import { SendCodeButton } from '@/components/forms/send-code-button';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { truthfulnessConsent } from '@/lib/accounts/consents';
import { passwordHint } from '@/lib/accounts/password-policy';
import { env } from '@/lib/env';
import { PrivacyTick } from '../privacy-tick';
import { registerAction, sendRegisterCode } from './actions';

export function RegisterForm({ next }: { next?: string }) {
  return (
    <FormShell action={registerAction} fields={{ next }}>
      <DefaultSubmit />
      <Fieldset legend="验证手机号">
        <PhoneField name="mobile" label="手机号" hint="用于登录和接收办理通知，请填写本人长期使用的号码。" />
        <CodeField
          name="code"
          label="短信验证码"
          hint={<CodeHint isDemo={env.isDemo} />}
          send={<SendCodeButton action={sendRegisterCode} from={['mobile']} />}
        />
      </Fieldset>
      <Fieldset legend="本人身份">
        <TextField
          name="name"
          label="姓名"
          autoComplete="name"
          width="half"
          hint="与证件上的姓名一致；姓名中的间隔号“·”请保留，生僻字可以直接输入。"
        />
        <DocumentFields />
      </Fieldset>
      <Fieldset legend="登录密码">
        <PasswordField name="password" label="设置密码" kind="new" hint={passwordHint} />
      </Fieldset>
      <div className="stack-small">
        <PrivacyTick />
        <CheckboxField name="truthfulness" label={truthfulnessConsent.statement} />
      </div>
      <SubmitButton pendingText="正在注册…">注册</SubmitButton>
    </FormShell>
  );
}
