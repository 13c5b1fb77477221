import { answerText, freshNonce, headers, isFresh, isSigned, requestText, signText, wireTimestamp } from './signature';
import { PlatformSilentError } from './tax-platform';

export interface PlatformSettings {
  /** May have a path of its own; without a slash at the end. */
  baseUrl: string;
  appId: string;
  secret: string;
  patienceMs?: number;
}

export interface WireAnswer {
  status: number;
  bytes: Buffer;
}

interface Question {
  method: 'GET' | 'POST';
  path: string;
  body?: object;
  most: number;
}

const usualPatienceMs = 10_000;

/** One signed call; an answer counts only with the platform's signature, for this question, of these minutes. */
export async function call(settings: PlatformSettings, { method, path, body, most }: Question): Promise<WireAnswer> {
  const url = new URL(settings.baseUrl + path);
  const question = { method, target: url.pathname + url.search, timestamp: wireTimestamp(Date.now()), nonce: freshNonce() };
  const text = body ? JSON.stringify(body) : '';
  try {
    const response = await fetch(url, {
      method,
      headers: {
        [headers.app]: settings.appId,
        [headers.timestamp]: question.timestamp,
        [headers.nonce]: question.nonce,
        [headers.signature]: signText(requestText({ ...question, body: text }), settings.secret),
        ...(text ? { 'Content-Type': 'application/json' } : {}),
      },
      body: text || null,
      redirect: 'error',
      signal: AbortSignal.timeout(settings.patienceMs ?? usualPatienceMs),
    });
    const answer = { status: response.status, bytes: await bytesOf(response, most) };
    insistOnSignature(settings, { response, bytes: answer.bytes, nonce: question.nonce });
    return answer;
  } catch (error) {
    if (error instanceof PlatformSilentError) throw error;
    throw new PlatformSilentError(`${method} ${path}: no answer`, { cause: error });
  }
}

async function bytesOf(response: Response, most: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.length;
    if (length > most) throw new PlatformSilentError('an answer that is too long');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function insistOnSignature({ secret }: PlatformSettings, told: { response: Response; bytes: Buffer; nonce: string }): void {
  const { status, headers: given } = told.response;
  const timestamp = given.get(headers.timestamp) ?? '';
  const text = answerText({ status, nonce: told.nonce, timestamp, body: told.bytes });
  if (!isSigned(text, given.get(headers.signature) ?? '', secret)) throw new PlatformSilentError(`${status}, not signed by the platform`);
  if (!isFresh(timestamp, Date.now())) throw new PlatformSilentError(`${status}, signed at another time`);
}
