import { createHash, randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { isFresh, isSigned } from '../wechat/signature.ts';
import { json } from './answers.ts';
import { pay } from './cashier.ts';
import type { Desk } from './desk.ts';
import { canBePaid, type Trade } from './trades.ts';

/** What paying inside WeChat takes: WeChat says who is there, and its script takes an order from a page. */

const codeLifeMs = 5 * 60_000;
/** Each is good once. */
const codes = new Map<string, { openId: string; until: number }>();

export const prepayId = ({ token }: Trade): string => `wx${token}`;

interface Visit {
  url: URL;
  body: string;
}

/** In the real WeChat without a page in between, for a site whose domain the account has named; here, this machine's. */
export function authorize({ keys, now }: Desk, { url }: Visit, response: ServerResponse): void {
  const query = url.searchParams;
  const back = query.get('redirect_uri') ?? '';
  const isKnown = query.get('appid') === keys.appId && query.get('response_type') === 'code' && query.get('scope') === 'snsapi_base';
  if (!isKnown || !URL.canParse(back) || !['127.0.0.1', 'localhost'].includes(new URL(back).hostname)) {
    return void response.writeHead(400, { 'Content-Type': 'text/plain; charset=utf-8' }).end('redirect_uri 参数错误');
  }
  const code = randomBytes(16).toString('hex');
  const openId = `o${createHash('sha256').update(keys.appId).digest('base64url').slice(0, 27)}`;
  codes.set(code, { openId, until: now() + codeLifeMs });
  const target = new URL(back);
  target.searchParams.set('code', code);
  target.searchParams.set('state', query.get('state') ?? '');
  response.writeHead(302, { Location: target.href }).end();
}

export function tellOpenId({ keys, now }: Desk, { url }: Visit, response: ServerResponse): void {
  const query = url.searchParams;
  const code = query.get('code') ?? '';
  const known = codes.get(code);
  const isMerchant = query.get('appid') === keys.appId && query.get('secret') === keys.appSecret;
  if (isMerchant) codes.delete(code);
  const answer = !isMerchant
    ? { errcode: 40125, errmsg: 'invalid appsecret' }
    : !known || known.until < now()
      ? { errcode: 40029, errmsg: 'invalid code' }
      : { access_token: randomBytes(32).toString('hex'), expires_in: 7200, openid: known.openId, scope: 'snsapi_base' };
  response.writeHead(200, { 'Content-Type': 'text/plain' }).end(JSON.stringify(answer));
}

const bridgeCall = z.object({
  appId: z.string(),
  timeStamp: z.string(),
  nonceStr: z.string().min(1),
  package: z.string(),
  signType: z.literal('RSA'),
  paySign: z.string(),
});

/** What WeChat does when a page calls its script and the payer says yes. */
export function takeBridgeCall(desk: Desk, { body }: Visit, response: ServerResponse): void {
  const parsed = bridgeCall.safeParse(json(body));
  const trade = parsed.success ? calledTrade(desk, parsed.data) : null;
  const isPayable = trade && canBePaid(trade, desk.now());
  if (isPayable) pay(desk, trade);
  const err_msg = `get_brand_wcpay_request:${isPayable ? 'ok' : 'fail'}`;
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify({ err_msg }));
}

function calledTrade({ keys, journal, now }: Desk, call: z.output<typeof bridgeCall>): Trade | null {
  const text = [call.appId, call.timeStamp, call.nonceStr, call.package, ''].join('\n');
  const isOurs = call.appId === keys.appId && isFresh(call.timeStamp, new Date(now()));
  if (!isOurs || !isSigned(text, call.paySign, keys.merchantPublicKey)) return null;
  const isCalled = (trade: Trade) => trade.tradeType === 'JSAPI' && call.package === `prepay_id=${prepayId(trade)}`;
  return [...journal.trades.values()].find(isCalled) ?? null;
}
