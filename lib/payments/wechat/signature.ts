import { type KeyLike, randomBytes, sign, verify } from 'node:crypto';

/** The signature scheme of WeChat Pay's APIv3, both ways. */
export const scheme = 'WECHATPAY2-SHA256-RSA2048';

/** Signatures older or newer than this are refused: a recorded message cannot be played again later. */
export const replayWindowSeconds = 300;

export interface RequestParts {
  method: string;
  /** Path with query, as it goes over the wire. */
  target: string;
  timestamp: string;
  nonce: string;
  body: string;
}

export interface AnswerParts {
  timestamp: string;
  nonce: string;
  body: string;
}

export interface Credential {
  merchantId: string;
  serial: string;
  timestamp: string;
  nonce: string;
  signature: string;
}

export const requestText = ({ method, target, timestamp, nonce, body }: RequestParts): string =>
  [method, target, timestamp, nonce, body, ''].join('\n');

/** What answers and notices are signed over. */
export const answerText = ({ timestamp, nonce, body }: AnswerParts): string => [timestamp, nonce, body, ''].join('\n');

export const signText = (text: string, privateKey: KeyLike): string =>
  sign('RSA-SHA256', Buffer.from(text, 'utf8'), privateKey).toString('base64');

export function isSigned(text: string, signature: string, publicKey: KeyLike): boolean {
  const bytes = Buffer.from(signature, 'base64');
  // Base64 leaves bits unused at its end: only the one spelling that a signer writes counts.
  if (!signature || bytes.toString('base64') !== signature) return false;
  return verify('RSA-SHA256', Buffer.from(text, 'utf8'), publicKey, bytes);
}

export const writeCredential = ({ merchantId, serial, timestamp, nonce, signature }: Credential): string =>
  `${scheme} mchid="${merchantId}",nonce_str="${nonce}",timestamp="${timestamp}",serial_no="${serial}",signature="${signature}"`;

export function readCredential(header: string): Credential | null {
  if (!header.startsWith(`${scheme} `)) return null;
  const pairs = new Map([...header.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
  const credential = {
    merchantId: pairs.get('mchid') ?? '',
    nonce: pairs.get('nonce_str') ?? '',
    timestamp: pairs.get('timestamp') ?? '',
    serial: pairs.get('serial_no') ?? '',
    signature: pairs.get('signature') ?? '',
  };
  return Object.values(credential).every(Boolean) ? credential : null;
}

export const wireTimestamp = (at: Date): string => String(Math.floor(at.getTime() / 1000));

export const freshNonce = (): string => randomBytes(16).toString('hex').toUpperCase();

export function isFresh(timestamp: string, at: Date): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(at.getTime() / 1000 - Number(timestamp)) <= replayWindowSeconds;
}
