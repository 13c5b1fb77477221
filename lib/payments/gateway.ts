import fs from 'node:fs';
import path from 'node:path';
import { env } from '@/lib/env';
import { alipayPay } from './alipay/alipay-pay';
import { alipaySettings, appFacts } from './alipay/settings';
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
    return env.SANDBOX_GATEWAY_URL ? sandboxProviders(env.SANDBOX_GATEWAY_URL) : [];
  }
  return [
    ...(env.PAYMENT_PROVIDER.includes('wechat') ? [wechatProvider()] : []),
    ...(env.PAYMENT_PROVIDER.includes('alipay') ? [alipayProvider()] : []),
  ];
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
    appSecret: env.WECHAT_APP_SECRET,
  });
  return wechatPayV3(
    wechatSettings(facts, { provider: 'wechat', baseUrl: env.WECHAT_PAY_URL, noticeUrl: noticeUrl(noticePath) }),
  );
}

function alipayProvider(): PaymentProvider {
  const facts = appFacts.parse({
    appId: env.ALIPAY_APP_ID,
    sellerId: env.ALIPAY_SELLER_ID,
    appPrivateKey: env.ALIPAY_PRIVATE_KEY,
    alipayPublicKey: env.ALIPAY_PUBLIC_KEY,
  });
  const place = { provider: 'alipay', gatewayUrl: env.ALIPAY_URL, noticeUrl: noticeUrl(alipayNoticePath) };
  return alipayPay(alipaySettings(facts, place));
}

/** The sandbox speaks both wires. It makes its keys at its first start and leaves the merchant's half here. */
function sandboxProviders(baseUrl: string): PaymentProviders {
  const wechat = { provider: 'sandbox', baseUrl, noticeUrl: noticeUrl(noticePath), openUrl: baseUrl, apiUrl: baseUrl };
  const gatewayUrl = new URL('/gateway.do', baseUrl).href;
  const alipay = { provider: 'sandbox-alipay', gatewayUrl, noticeUrl: noticeUrl(alipayNoticePath) };
  return [
    wechatPayV3(wechatSettings(merchantFacts.parse(sandboxFile('merchant.json')), wechat)),
    alipayPay(alipaySettings(appFacts.parse(sandboxFile('alipay-app.json')), alipay)),
  ];
}

function sandboxFile(name: string): unknown {
  const file = path.join(/*turbopackIgnore: true*/ env.dataDirectory, 'sandbox-gateway', name);
  return JSON.parse(fs.readFileSync(/*turbopackIgnore: true*/ file, 'utf8'));
}

export const noticePath = '/api/payments/wechat/notice';
export const alipayNoticePath = '/api/payments/alipay/notice';

const noticeUrl = (path: string): string => new URL(path, env.APP_URL).href;
