import { z } from 'zod';
import { type InsidePayment, ProviderSilentError } from '../provider';
import type { InsideSettings, WechatPaySettings } from './settings';
import { freshNonce, signText, wireTimestamp } from './signature';

const patienceMs = 5000;
const answered = z.union([z.object({ openid: z.string().min(1).max(128) }), z.object({ errcode: z.number() })]);

/** JSAPI: WeChat's browser names the payer by a code, and WeChat's script takes the order from the page. */
export function insidePayment(settings: WechatPaySettings): InsidePayment | null {
  const { inside, appId, merchantPrivateKey } = settings;
  if (!inside) return null;
  return {
    askWho: ({ returnUrl, state }) =>
      `${inside.openUrl}/connect/oauth2/authorize?appid=${appId}&redirect_uri=${encodeURIComponent(returnUrl)}&response_type=code&scope=snsapi_base&state=${state}#wechat_redirect`,
    whoIs: (code) => askOpenId(inside, appId, code),
    callFor(payUrl) {
      const call = { appId, timeStamp: wireTimestamp(new Date()), nonceStr: freshNonce(), package: payUrl };
      const text = [call.appId, call.timeStamp, call.nonceStr, call.package, ''].join('\n');
      return { ...call, signType: 'RSA', paySign: signText(text, merchantPrivateKey) };
    },
  };
}

/** The address holds the secret, so it is never part of a message. */
async function askOpenId({ apiUrl, appSecret }: InsideSettings, appId: string, code: string): Promise<string | null> {
  const query = new URLSearchParams({ appid: appId, secret: appSecret, code, grant_type: 'authorization_code' });
  const told = answered.safeParse(await ask(`${apiUrl}/sns/oauth2/access_token?${query}`));
  if (!told.success) throw new ProviderSilentError('who pays: an answer that cannot be understood');
  return 'openid' in told.data ? told.data.openid : null;
}

async function ask(address: string): Promise<unknown> {
  let response: Response;
  try {
    response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
    return await response.json();
  } catch {
    throw new ProviderSilentError('who pays: no answer');
  }
}
