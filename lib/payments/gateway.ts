import fs from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';
import type { PaymentProvider } from './provider';
import { wechatPayV3 } from './wechat/pay-v3';
import { merchantFacts, wechatSettings } from './wechat/settings';

let provider: PaymentProvider | null | undefined;

/** The provider that this installation pays through; null where only offline transfer is offered. */
export function paymentProvider(): PaymentProvider | null {
  provider ??= configuredProvider();
  return provider;
}

function configuredProvider(): PaymentProvider | null {
  if (env.PAYMENT_PROVIDER === 'wechat') return realProvider();
  return env.PAYMENT_PROVIDER === 'sandbox' && env.SANDBOX_GATEWAY_URL
    ? sandboxProvider(env.SANDBOX_GATEWAY_URL)
    : null;
}

function realProvider(): PaymentProvider {
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
