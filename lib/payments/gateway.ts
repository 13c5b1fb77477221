import fs from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';
import type { PaymentProvider } from './provider';
import type { PaymentProviders } from './providers';
import { wechatPayV3 } from './wechat/pay-v3';
import { merchantFacts, wechatSettings } from './wechat/settings';

let providers: PaymentProviders | undefined;

/** What this installation is paid through, in the order in which it is offered; empty where only offline transfer is. */
export function paymentProviders(): PaymentProviders {
  providers ??= configuredProviders();
  return providers;
}

function configuredProviders(): PaymentProviders {
  if (env.PAYMENT_PROVIDER.includes('sandbox')) {
    return env.SANDBOX_GATEWAY_URL ? [sandboxProvider(env.SANDBOX_GATEWAY_URL)] : [];
  }
  return env.PAYMENT_PROVIDER.includes('wechat') ? [wechatProvider()] : [];
}

function wechatProvider(): PaymentProvider {
  const facts = merchantFacts.parse({
    merchantId: env.WECHAT_PAY_MERCHANT_ID,
    appId: env.WECHAT_PAY_APP_ID,
    merchantSerial: env.WECHAT_PAY_SERIAL,
    merchantPrivateKey: env.WECHAT_PAY_PRIVATE_KEY,
    platformSerial: env.WECHAT_PAY_PLATFORM_SERIAL,
    platformPublicKey: env.WECHAT_PAY_PLATFORM_KEY,
    apiV3Key: env.WECHAT_PAY_API_V3_KEY,
  });
  return wechatPayV3(
    wechatSettings(facts, { provider: 'wechat', baseUrl: env.WECHAT_PAY_URL, noticeUrl: noticeUrl() }),
  );
}

/** The sandbox makes its keys at its first start and leaves the merchant's half here. */
function sandboxProvider(baseUrl: string): PaymentProvider {
  const file = path.join(/*turbopackIgnore: true*/ env.dataDirectory, 'sandbox-gateway', 'merchant.json');
  const facts = merchantFacts.parse(JSON.parse(fs.readFileSync(/*turbopackIgnore: true*/ file, 'utf8')));
  return wechatPayV3(wechatSettings(facts, { provider: 'sandbox', baseUrl, noticeUrl: noticeUrl() }));
}

export const noticePath = '/api/payments/wechat/notice';

const noticeUrl = (): string => new URL(noticePath, env.APP_URL).href;
