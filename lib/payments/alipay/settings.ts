import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { AlipaySdk } from 'alipay-sdk';
import { z } from 'zod';

/** What a merchant holds to speak with Alipay, or with the sandbox in its place. */
export interface AlipaySettings {
  /** Name in our books: `alipay` or `sandbox-alipay`. */
  provider: string;
  /** Signs what we send, and checks what comes. */
  sdk: AlipaySdk;
  gatewayUrl: string;
  appId: string;
  sellerId: string;
  noticeUrl: string;
}

/** The same facts as texts: from the environment, or from the sandbox's own file. */
export const appFacts = z.object({
  appId: z.string().min(1),
  sellerId: z.string().min(1),
  appPrivateKey: z.string().min(1),
  alipayPublicKey: z.string().min(1),
});

type AppFacts = z.infer<typeof appFacts>;
type Place = Pick<AlipaySettings, 'provider' | 'gatewayUrl' | 'noticeUrl'>;

export function alipaySettings({ appId, sellerId, appPrivateKey, alipayPublicKey }: AppFacts, place: Place): AlipaySettings {
  const sdk = new AlipaySdk({
    appId,
    keyType: 'PKCS8',
    privateKey: privateKey(appPrivateKey).export({ format: 'pem', type: 'pkcs8' }).toString().trim(),
    alipayPublicKey: publicKey(alipayPublicKey).export({ format: 'pem', type: 'spki' }).toString().trim(),
    signType: 'RSA2',
    gateway: place.gatewayUrl,
    camelcase: false,
  });
  return { ...place, sdk, appId, sellerId };
}

/** The platform gives keys out as one line of base64, in either of two wrappings; PEM is understood as well. */
function privateKey(text: string): KeyObject {
  if (text.includes('BEGIN')) return createPrivateKey(pem(text));
  const key = Buffer.from(text, 'base64');
  return createPrivateKey({ key, format: 'der', type: key.includes(rsaIdentifier) ? 'pkcs8' : 'pkcs1' });
}

function publicKey(text: string): KeyObject {
  if (text.includes('BEGIN')) return createPublicKey(pem(text));
  return createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' });
}

/** rsaEncryption, with which the wrapping of PKCS#8 begins. */
const rsaIdentifier = Buffer.from('06092a864886f70d010101', 'hex');

/** Settings of one line carry their line breaks as `\n`. */
const pem = (text: string): string => text.replaceAll('\\n', '\n');
