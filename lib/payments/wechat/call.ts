import { z } from 'zod';
import { ProviderSilentError } from '../provider';
import type { WechatPaySettings } from './settings';
import {
  answerText,
  freshNonce,
  isFresh,
  isSigned,
  requestText,
  signText,
  wireTimestamp,
  writeCredential,
} from './signature';

export interface WireAnswer {
  status: number;
  body: unknown;
}

interface WireCall {
  method: 'GET' | 'POST';
  target: string;
  body?: object;
}

const patienceMs = 5000;

/** One signed call; an answer counts only with the platform's signature on it. */
export async function call(settings: WechatPaySettings, { method, target, body }: WireCall): Promise<WireAnswer> {
  const text = body ? JSON.stringify(body) : '';
  const response = await send(settings, { method, target, text });
  const answer = { status: response.status, text: await response.text() };
  const header = (name: string) => response.headers.get(name) ?? '';
  const flaw = signatureFlaw(settings, header, answer.text);
  if (flaw) throw new ProviderSilentError(`${method} ${target}: ${answer.status}, ${flaw}`);
  return { status: answer.status, body: answer.text ? parsed(answer.text) : null };
}

async function send(
  settings: WechatPaySettings,
  { method, target, text }: { method: string; target: string; text: string },
) {
  const at = { timestamp: wireTimestamp(new Date()), nonce: freshNonce() };
  const signature = signText(requestText({ method, target, ...at, body: text }), settings.merchantPrivateKey);
  const credential = { merchantId: settings.merchantId, serial: settings.merchantSerial, ...at, signature };
  try {
    return await fetch(settings.baseUrl + target, {
      method,
      headers: {
        Accept: 'application/json',
        Authorization: writeCredential(credential),
        'User-Agent': 'counselor-certification',
        ...(text ? { 'Content-Type': 'application/json' } : {}),
      },
      body: text || null,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
  } catch (error) {
    throw new ProviderSilentError(`${method} ${target}: no answer`, { cause: error });
  }
}

const refusal = z.object({ code: z.string().min(1) });

/** The provider's word for why not; empty where there is none. */
export function codeOf(answer: WireAnswer): string {
  const parsed = refusal.safeParse(answer.body);
  return parsed.success ? parsed.data.code : '';
}

const largestDownload = 200 * 1024 * 1024;

/** A file of the provider's: asked for with our signature, answered without his; the caller knows its hash. */
export async function download(settings: WechatPaySettings, address: string): Promise<Buffer> {
  const url = new URL(address);
  const isHis = url.origin === new URL(settings.baseUrl).origin || url.hostname.endsWith('.mch.weixin.qq.com');
  if (!isHis) throw new ProviderSilentError('a file at another address');
  const own = { ...settings, baseUrl: url.origin };
  const response = await send(own, { method: 'GET', target: `${url.pathname}${url.search}`, text: '' });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok || bytes.length > largestDownload) throw new ProviderSilentError(`download: ${response.status}`);
  return bytes;
}

export type SignatureFlaw = 'HEADERS_MISSING' | 'NOT_FRESH' | 'UNKNOWN_KEY' | 'KEY_EXPIRED' | 'SIGNATURE_WRONG';

/** Checks who sent an answer or notice, and when, by the real clock. */
export function signatureFlaw(
  settings: Pick<WechatPaySettings, 'platformKeys'>,
  header: (name: string) => string,
  body: string,
): SignatureFlaw | null {
  const timestamp = header('Wechatpay-Timestamp');
  const nonce = header('Wechatpay-Nonce');
  const serial = header('Wechatpay-Serial');
  const signature = header('Wechatpay-Signature');
  if (!timestamp || !nonce || !serial || !signature) return 'HEADERS_MISSING';
  if (!isFresh(timestamp, new Date())) return 'NOT_FRESH';
  const platform = settings.platformKeys.get(serial);
  if (!platform) return 'UNKNOWN_KEY';
  if (platform.validUntil && platform.validUntil < new Date()) return 'KEY_EXPIRED';
  return isSigned(answerText({ timestamp, nonce, body }), signature, platform.key) ? null : 'SIGNATURE_WRONG';
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProviderSilentError('an answer that is no JSON', { cause: error });
  }
}
