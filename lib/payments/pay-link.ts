import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import type { PaymentAttempt } from '@/lib/db/generated/client';

type PayableAttempt = Pick<PaymentAttempt, 'payUrl' | 'provider' | 'channel'>;

/** What the QR code holds. A sandbox that was started at another port since is found again. */
export function payAddress({ payUrl, provider }: PayableAttempt): string {
  if (!provider.startsWith('sandbox') || !env.SANDBOX_GATEWAY_URL || !URL.canParse(payUrl)) return payUrl;
  const { pathname, search } = new URL(payUrl);
  return new URL(pathname + search, env.SANDBOX_GATEWAY_URL).href;
}

/** A page to go to for paying, that leads back to `path`, or to where Alipay was told; null where the address is only good for scanning. */
export function payLink(attempt: PayableAttempt, path: string): string | null {
  const address = payAddress(attempt);
  if (!/^https?:/.test(address)) return null;
  if (attempt.channel === 'PAGE' || attempt.channel === 'WAP') return address;
  const returnTo = encodeURIComponent(new URL(path, env.APP_URL).href);
  return `${address}${address.includes('?') ? '&' : '?'}redirect_url=${returnTo}`;
}

/** The link of the attempt that is open now. */
export async function livePayLink(orderId: string, path: string): Promise<string | null> {
  const live = await db.paymentAttempt.findFirst({ where: { orderId, status: 'CREATED', payUrl: { not: '' } } });
  return live && payLink(live, path);
}
