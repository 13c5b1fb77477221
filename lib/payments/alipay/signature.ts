import type { AlipaySettings } from './settings';

type Signing = Pick<AlipaySettings, 'sdk'>;

/** Whether Alipay signed this text; RSA2 whatever the message says of itself. */
export const isSigned = ({ sdk }: Signing, text: string, signature: string): boolean =>
  isSpelt(signature) && sdk.rsaCheck(text, signature, 'RSA2');

/** The same of a form's fields. The SDK takes the weaker scheme too when the form asks for it: we do not. */
export function isSignedForm({ sdk }: Signing, fields: Readonly<Record<string, string>>): boolean {
  const { sign = '', sign_type: scheme } = fields;
  return scheme === 'RSA2' && isSpelt(sign) && sdk.checkNotifySignV2(fields);
}

/** Base64 leaves bits unused at its end: only the one spelling that a signer writes counts. */
const isSpelt = (signature: string): boolean =>
  signature !== '' && Buffer.from(signature, 'base64').toString('base64') === signature;
