import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** Signatures older or newer than this are refused: a recorded message cannot be played again later. */
export const replayWindowSeconds = 300;

export const headers = {
  app: 'X-Tax-App',
  timestamp: 'X-Tax-Timestamp',
  nonce: 'X-Tax-Nonce',
  signature: 'X-Tax-Signature',
} as const;

export interface RequestParts {
  method: string;
  /** Path with query, as it goes over the wire. */
  target: string;
  timestamp: string;
  nonce: string;
  body: string;
}

export interface AnswerParts {
  status: number;
  /** The nonce of the request, so that an answer fits one question only. */
  nonce: string;
  timestamp: string;
  body: string | Buffer;
}

const digest = (body: string | Buffer): string => createHash('sha256').update(body).digest('hex');

export const requestText = ({ method, target, timestamp, nonce, body }: RequestParts): string =>
  [method, target, timestamp, nonce, digest(body), ''].join('\n');

export const answerText = ({ status, nonce, timestamp, body }: AnswerParts): string =>
  [String(status), nonce, timestamp, digest(body), ''].join('\n');

export const signText = (text: string, secret: string): string => createHmac('sha256', secret).update(text).digest('base64');

export function isSigned(text: string, signature: string, secret: string): boolean {
  // Compared as spelled: base64 has unused bits at its end, and only the one spelling that a signer writes counts.
  const [given, right] = [Buffer.from(signature), Buffer.from(signText(text, secret))];
  return given.length === right.length && timingSafeEqual(given, right);
}

export const wireTimestamp = (at: number): string => String(Math.floor(at / 1000));

export const freshNonce = (): string => randomBytes(16).toString('hex');

export function isFresh(timestamp: string, at: number): boolean {
  if (!/^\d{1,12}$/.test(timestamp)) return false;
  return Math.abs(at / 1000 - Number(timestamp)) <= replayWindowSeconds;
}
