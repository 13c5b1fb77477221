import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
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
  platformKeys: ReadonlyMap<string, KeyObject>;
  apiV3Key: string;
  noticeUrl: string;
  /** What asking for the payer inside WeChat takes; null where it is not offered. */
  inside: InsideSettings | null;
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
    platformKeys: new Map([[facts.platformSerial, createPublicKey(pem(facts.platformPublicKey))]]),
    apiV3Key: facts.apiV3Key,
    inside: facts.appSecret ? { appSecret: facts.appSecret, openUrl, apiUrl } : null,
  };
}

/** Settings of one line carry their line breaks as `\n`. */
const pem = (text: string): string => text.replaceAll('\\n', '\n');
