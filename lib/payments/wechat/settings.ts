import { createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { z } from 'zod';

/** What a merchant holds to speak with WeChat Pay, or with the sandbox in its place. */
export interface WechatPaySettings {
  /** Name in our books: `wechat` or `sandbox`. */
  provider: string;
  baseUrl: string;
  merchantId: string;
  appId: string;
  merchantSerial: string;
  merchantPrivateKey: KeyObject;
  /** Serial to public key; a key that is no longer here no longer counts. */
  platformKeys: ReadonlyMap<string, PlatformKey>;
  apiV3Key: string;
  noticeUrl: string;
  /** What asking for the payer inside WeChat takes; null where it is not offered. */
  inside: InsideSettings | null;
}

export interface PlatformKey {
  key: KeyObject;
  /** Of a certificate; a bare public key is good until it is taken out of the settings. */
  validUntil: Date | null;
}

export interface InsideSettings {
  appSecret: string;
  /** Where WeChat says who is there, to the browser and to our server. */
  openUrl: string;
  apiUrl: string;
}

/** The same facts as texts: from the environment, or from the sandbox's own file. */
export const merchantFacts = z.object({
  merchantId: z.string().min(1),
  appId: z.string().min(1),
  merchantSerial: z.string().min(1),
  merchantPrivateKey: z.string().min(1),
  /** Several, in the same order, while the platform changes its keys: separated by commas. */
  platformSerial: z.string().min(1),
  platformPublicKey: z.string().min(1),
  apiV3Key: z.string().length(32),
  appSecret: z.string().min(1).optional(),
});

type MerchantFacts = z.infer<typeof merchantFacts>;
type Place = Pick<WechatPaySettings, 'provider' | 'baseUrl' | 'noticeUrl'> & Partial<Omit<InsideSettings, 'appSecret'>>;

const wechatItself = { openUrl: 'https://open.weixin.qq.com', apiUrl: 'https://api.weixin.qq.com' };

export function wechatSettings(facts: MerchantFacts, { openUrl = wechatItself.openUrl, apiUrl = wechatItself.apiUrl, ...place }: Place): WechatPaySettings {
  return {
    ...place,
    merchantId: facts.merchantId,
    appId: facts.appId,
    merchantSerial: facts.merchantSerial,
    merchantPrivateKey: createPrivateKey(pem(facts.merchantPrivateKey)),
    platformKeys: platformKeysOf(facts),
    apiV3Key: facts.apiV3Key,
    inside: facts.appSecret ? { appSecret: facts.appSecret, openUrl, apiUrl } : null,
  };
}

function platformKeysOf({ platformSerial, platformPublicKey }: MerchantFacts): ReadonlyMap<string, PlatformKey> {
  const [serials, texts] = [listOf(platformSerial), listOf(platformPublicKey)];
  if (serials.length !== texts.length) throw new Error(`${serials.length} serials of the platform, and ${texts.length} keys`);
  return new Map(serials.map((serial, at) => [serial, platformKeyOf(serial, pem(texts[at] ?? ''))]));
}

function platformKeyOf(serial: string, text: string): PlatformKey {
  if (!text.includes('BEGIN CERTIFICATE')) return { key: createPublicKey(text), validUntil: null };
  const certificate = new X509Certificate(text);
  if (certificate.serialNumber !== serial) throw new Error(`the certificate under ${serial} has the serial ${certificate.serialNumber}`);
  return { key: certificate.publicKey, validUntil: new Date(certificate.validTo) };
}

const listOf = (text: string): string[] => text.split(',').map((one) => one.trim()).filter(Boolean);

/** Settings of one line carry their line breaks as `\n`. */
const pem = (text: string): string => text.replaceAll('\\n', '\n');
