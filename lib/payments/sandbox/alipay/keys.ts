import { randomInt } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { rsaPair, writeKeys } from '../keys.ts';

const alipayKeys = z.object({
  appId: z.string(),
  sellerId: z.string(),
  appPublicKey: z.string(),
  alipayPrivateKey: z.string(),
});

export type AlipayKeys = z.infer<typeof alipayKeys>;

const gatewayFile = 'alipay-gateway.json';
/** The merchant's half, which the product reads. */
export const appFile = 'alipay-app.json';

/** Made at the first start and kept, as the keys of the other wire. */
export function loadAlipayKeys(directory: string): AlipayKeys {
  const file = path.join(directory, gatewayFile);
  if (!fs.existsSync(file) || !fs.existsSync(path.join(directory, appFile))) makeKeys(directory);
  return alipayKeys.parse(JSON.parse(fs.readFileSync(file, 'utf8')));
}

function makeKeys(directory: string): void {
  const app = rsaPair();
  const alipay = rsaPair();
  const digits = (count: number) => Array.from({ length: count }, () => randomInt(10)).join('');
  const shared = { appId: `2021${digits(12)}`, sellerId: `2088${digits(12)}` };
  fs.mkdirSync(directory, { recursive: true });
  writeKeys(directory, appFile, { ...shared, appPrivateKey: app.privateKey, alipayPublicKey: alipay.publicKey });
  writeKeys(directory, gatewayFile, { ...shared, appPublicKey: app.publicKey, alipayPrivateKey: alipay.privateKey });
}
