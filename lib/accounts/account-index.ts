import { parseMobile } from '@/lib/kernel/mobile';
import { fields } from '@/lib/secrets';

/** Where to look for an account that is named by its mobile or its ID number. */
export function accountIndex(account: string): { phoneIndex: string } | { documentIndex: string } {
  const mobile = parseMobile(account);
  if (mobile.ok) return { phoneIndex: fields().index('phone', mobile.normalised) };
  return { documentIndex: fields().index('document', account) };
}
