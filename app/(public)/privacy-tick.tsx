import { CheckboxField } from '@/components/forms/checkbox-field';
import { TextLink } from '@/components/ui/text-link';
import { privacyConsent } from '@/lib/accounts/consents';

/** Consent to the privacy text, with the text one click away. */
export function PrivacyTick() {
  return (
    <CheckboxField
      name="privacy"
      label={
        <>
          我已阅读并同意
          <TextLink href="/privacy" newTab>
            《{privacyConsent.title}》
          </TextLink>
        </>
      }
    />
  );
}
