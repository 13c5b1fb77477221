import { z } from 'zod';
import { ProviderSilentError } from '../provider';
import type { AlipaySettings } from './settings';
import { isSigned } from './signature';
import { writeTime } from './wire';

/** `code` 10000 is a yes; `why` says why not. */
export interface AlipayAnswer {
  isDone: boolean;
  why: string;
  body: unknown;
}

const patienceMs = 5000;
const largestAnswer = 1024 * 1024;

const outcome = z.object({ code: z.string(), sub_code: z.string().optional() });

/** One signed call; an answer counts only with Alipay's signature on it. */
export async function call(settings: AlipaySettings, method: string, content: object): Promise<AlipayAnswer> {
  const text = await send(settings, method, content);
  const node = signedNode(settings, text, method);
  if (node === null) throw new ProviderSilentError(`${method}: an answer without Alipay's signature`);
  const body = parsed(node);
  const told = outcome.safeParse(body);
  if (!told.success) throw new ProviderSilentError(`${method}: an answer that cannot be understood`);
  const { code, sub_code: why = '' } = told.data;
  if (code === '10000') return { isDone: true, why: '', body };
  // Their own faults and too many calls pass by themselves, and wrong keys are ours to mend: nothing is known.
  if (code !== '40004' || isTheirFault(why)) throw new ProviderSilentError(`${method}: ${code} ${why}`);
  return { isDone: false, why, body };
}

const isTheirFault = (why: string): boolean =>
  why.endsWith('SYSTEM_ERROR') || (/^(aop|isp|isv)\./.test(why) && !why.endsWith('bill_not_exist'));

async function send({ sdk, gatewayUrl }: AlipaySettings, method: string, content: object): Promise<string> {
  const form = sdk.sdkExecute(
    method,
    { timestamp: writeTime(new Date()), bizContent: content },
    { bizContentAutoSnakeCase: false },
  );
  try {
    const response = await fetch(`${gatewayUrl}?charset=utf-8`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/x-www-form-urlencoded;charset=utf-8', Accept: 'application/json' },
      body: form,
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    });
    const text = await response.text();
    if (response.ok && text.length <= largestAnswer) return text;
    throw new ProviderSilentError(`${method}: ${response.status}`);
  } catch (error) {
    if (error instanceof ProviderSilentError) throw error;
    throw new ProviderSilentError(`${method}: no answer`, { cause: error });
  }
}

/**
 * Exactly the part that was signed, so that nothing else is ever read: the SDK's own reader checks the first answer in
 * the text and returns the last. Null where the signature is not Alipay's.
 */
export function signedNode(settings: Pick<AlipaySettings, 'sdk'>, text: string, method: string): string | null {
  const head = `{"${method.replaceAll('.', '_')}_response":`;
  if (!text.startsWith(head)) return null;
  const [, node, signature] = /^(\{.*\}),"sign":"([^"]+)"\}$/s.exec(text.slice(head.length).trimEnd()) ?? [];
  if (node === undefined || signature === undefined) return null;
  return isSigned(settings, node, signature.replaceAll('\\/', '/')) ? node : null;
}

function parsed(node: string): unknown {
  try {
    return JSON.parse(node);
  } catch (error) {
    throw new ProviderSilentError('an answer that is no JSON', { cause: error });
  }
}
