import { generateKeyPairSync, randomBytes, randomInt } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const gatewayKeys = z.object({
  merchantId: z.string(),
  appId: z.string(),
  merchantSerial: z.string(),
  merchantPublicKey: z.string(),
  platformSerial: z.string(),
  platformPrivateKey: z.string(),
  apiV3Key: z.string().length(32),
  appSecret: z.string(),
});

export type GatewayKeys = z.infer<typeof gatewayKeys>;

const gatewayFile = 'gateway.json';
/** The merchant's half, which the product reads. */
export const merchantFile = 'merchant.json';

/** The keys of this machine's sandbox, made at its first start and kept. */
export function loadKeys(directory: string): GatewayKeys {
  const file = path.join(directory, gatewayFile);
  if (!fs.existsSync(file) || !fs.existsSync(path.join(directory, merchantFile))) makeKeys(directory);
  addSecret(directory);
  return gatewayKeys.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
}

/** Keys that were made before there was paying inside WeChat have none. */
function addSecret(directory: string): void {
  const [gateway, merchant] = [gatewayFile, merchantFile].map((name): Record<string, unknown> =>
    JSON.parse(fs.readFileSync(path.join(directory, name), 'utf8')),
  );
  if (gateway?.appSecret && gateway.appSecret === merchant?.appSecret) return;
  const appSecret = randomBytes(16).toString('hex');
  writeKeys(directory, merchantFile, { ...merchant, appSecret });
  writeKeys(directory, gatewayFile, { ...gateway, appSecret });
}

function makeKeys(directory: string): void {
  const merchant = rsaPair();
  const platform = rsaPair();
  const shared = {
    merchantId: `19${randomInt(1e8).toString().padStart(8, '0')}`,
    appId: `wx${randomBytes(8).toString('hex')}`,
    merchantSerial: randomBytes(20).toString('hex').toUpperCase(),
    platformSerial: `PUB_KEY_ID_${randomBytes(16).toString('hex').toUpperCase()}`,
    apiV3Key: randomBytes(16).toString('hex'),
  };
  fs.mkdirSync(directory, { recursive: true });
  writeKeys(directory, merchantFile, {
    ...shared,
    merchantPrivateKey: merchant.privateKey,
    platformPublicKey: platform.publicKey,
  });
  writeKeys(directory, gatewayFile, {
    ...shared,
    merchantPublicKey: merchant.publicKey,
    platformPrivateKey: platform.privateKey,
  });
}

export const rsaPair = () =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });

export function writeKeys(directory: string, name: string, content: object): void {
  const file = path.join(directory, name);
  fs.writeFileSync(`${file}.new`, JSON.stringify(content, null, 2), { mode: 0o600 });
  fs.renameSync(`${file}.new`, file);
}
