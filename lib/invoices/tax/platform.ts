import { env } from '@/lib/env';
import { DomainError } from '@/lib/kernel/domain-error';
import type { TaxPlatform } from './tax-platform';
import { wirePlatform } from './wire-platform';

/** What this installation issues invoices through; null where they are made in the tax client only. */
export function taxPlatform(): TaxPlatform | null {
  const { TAX_URL: url, TAX_APP_ID: appId, TAX_SECRET: secret } = env;
  if (!url || !appId || !secret) return null;
  return wirePlatform({ baseUrl: url.replace(/\/+$/, ''), appId, secret });
}

export const hasTaxPlatform = (): boolean => taxPlatform() !== null;

export function insistOnPlatform(): void {
  if (!hasTaxPlatform()) throw new DomainError('NO_PLATFORM', '本系统没有接入税务平台，请选择“税务客户端（表格）”。');
}
