import { FormShell } from '@/components/forms/form-shell';
import { SubmitButton } from '@/components/forms/submit-button';
import { TextField } from '@/components/forms/text-field';
import { mailFormAction } from './actions';

/** The issued form as a mail, for a phone or a browser that keeps no files. */
export function MailForm({ applicationId, email }: { applicationId: string; email: string }) {
  return (
    <FormShell id="mail-form" action={mailFormAction} fields={{ applicationId }}>
      <TextField
        name="email"
        type="email"
        label="收件邮箱"
        hint="申报书中有您的证件号码，请填本人的邮箱。"
        autoComplete="email"
        defaultValue={email}
      />
      <SubmitButton variant="secondary" pendingText="正在发送…">
        发送到邮箱
      </SubmitButton>
    </FormShell>
  );
}
