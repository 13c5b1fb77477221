import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { isFresh, isSigned, readCredential, requestText } from '../wechat/signature.ts';
import { json, refusal } from './answers.ts';
import { announceBill } from './bill.ts';
import type { Answer, Call, Desk } from './desk.ts';
import { createRefund, queryRefund } from './refunds.ts';
import { prepayId } from './inside.ts';
import { isAlipay, type Trade } from './trades.ts';
import { tradeOnTheWire } from './wire.ts';

const orderInput = z.object({
  appid: z.string(),
  mchid: z.string(),
  description: z.string().min(1).max(127),
  out_trade_no: z.string().regex(/^[0-9A-Za-z_|*-]{6,32}$/),
  time_expire: z.iso.datetime({ offset: true }),
  notify_url: z.url().max(255),
  amount: z.object({ total: z.int().min(1), currency: z.literal('CNY') }),
});
const h5Input = orderInput.extend({
  scene_info: z.object({ payer_client_ip: z.string().min(1), h5_info: z.object({ type: z.string().min(1) }) }),
});
const jsapiInput = orderInput.extend({ payer: z.object({ openid: z.string().min(1) }) });
const closeInput = z.object({ mchid: z.string() });

const inputs: Record<string, typeof orderInput> = { h5: h5Input, jsapi: jsapiInput };
const tradeTypes: Record<string, Trade['tradeType']> = { h5: 'MWEB', jsapi: 'JSAPI' };

const routes: { method: string; path: RegExp; answer: (desk: Desk, call: Call, name: string) => Answer }[] = [
  { method: 'POST', path: /^\/v3\/pay\/transactions\/(native|h5|jsapi)$/, answer: createTrade },
  { method: 'GET', path: /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)$/, answer: queryTrade },
  { method: 'POST', path: /^\/v3\/pay\/transactions\/out-trade-no\/([^/]+)\/close$/, answer: closeTrade },
  { method: 'POST', path: /^\/v3\/refund\/domestic\/refunds$/, answer: createRefund },
  { method: 'GET', path: /^\/v3\/refund\/domestic\/refunds\/([^/]+)$/, answer: queryRefund },
  { method: 'GET', path: /^\/v3\/bill\/tradebill$/, answer: announceBill },
];

/** One call of the merchant's server, in the words and numbers of WeChat Pay's APIv3. */
export function answerCall(desk: Desk, call: Call): Answer {
  if (desk.faults.queriesFail && call.method === 'GET') return refusal(500, 'SYSTEM_ERROR', '系统异常，请稍后重试');
  if (!isFromMerchant(desk, call)) return refusal(401, 'SIGN_ERROR', '签名错误，请检查后再试');
  const path = new URL(call.target, 'http://gateway').pathname;
  for (const route of routes) {
    const match = route.method === call.method ? route.path.exec(path) : null;
    if (match) return route.answer(desk, call, decodeURIComponent(match[1] ?? ''));
  }
  return refusal(404, 'RESOURCE_NOT_EXISTS', '接口不存在');
}

export function isFromMerchant({ keys, now }: Desk, { method, target, authorization, body }: Call): boolean {
  const credential = readCredential(authorization);
  if (!credential || credential.merchantId !== keys.merchantId || credential.serial !== keys.merchantSerial)
    return false;
  const { timestamp, nonce, signature } = credential;
  if (!isFresh(timestamp, new Date(now()))) return false;
  return isSigned(requestText({ method, target, timestamp, nonce, body }), signature, keys.merchantPublicKey);
}

function createTrade(desk: Desk, call: Call, kind: string): Answer {
  const parsed = (inputs[kind] ?? orderInput).safeParse(json(call.body));
  if (!parsed.success)
    return refusal(400, 'PARAM_ERROR', parsed.error.issues.map((issue) => issue.path.join('.')).join(' '));
  const wish = parsed.data;
  if (wish.mchid !== desk.keys.merchantId || wish.appid !== desk.keys.appId) {
    return refusal(400, 'APPID_MCHID_NOT_MATCH', '商户号和公众账号不匹配');
  }
  const expiresAt = Date.parse(wish.time_expire);
  if (expiresAt <= desk.now()) return refusal(400, 'PARAM_ERROR', 'time_expire');
  const tradeType = tradeTypes[kind] ?? 'NATIVE';
  const known = desk.journal.trades.get(wish.out_trade_no);
  if (known) return answerAgain(desk, known, { tradeType, totalFen: wish.amount.total, description: wish.description });
  const trade: Trade = {
    outTradeNumber: wish.out_trade_no,
    token: randomBytes(16).toString('hex'),
    tradeType,
    description: wish.description,
    totalFen: wish.amount.total,
    notifyUrl: wish.notify_url,
    createdAt: desk.now(),
    expiresAt,
    state: 'NOTPAY',
    transactionId: '',
    paidAt: 0,
    notice: { id: '', tries: 0, nextAt: 0, isDelivered: false },
  };
  desk.journal.write({ kind: 'created', trade });
  return payable(desk, trade);
}

function answerAgain(desk: Desk, known: Trade, wish: Pick<Trade, 'tradeType' | 'totalFen' | 'description'>): Answer {
  if (known.state === 'SUCCESS') return refusal(400, 'ORDERPAID', '该订单已支付');
  if (known.state === 'CLOSED') return refusal(400, 'ORDER_CLOSED', '该订单已关闭');
  const isSame = (['tradeType', 'totalFen', 'description'] as const).every((name) => known[name] === wish[name]);
  return isSame ? payable(desk, known) : refusal(403, 'OUT_TRADE_NO_USED', '商户订单号重复');
}

function payable(desk: Desk, trade: Trade): Answer {
  const url = `${desk.address()}/cashier/${trade.token}`;
  if (trade.tradeType === 'JSAPI') return { status: 200, json: { prepay_id: prepayId(trade) } };
  return { status: 200, json: trade.tradeType === 'NATIVE' ? { code_url: url } : { h5_url: url } };
}

function queryTrade(desk: Desk, call: Call, outTradeNumber: string): Answer {
  if (new URL(call.target, 'http://gateway').searchParams.get('mchid') !== desk.keys.merchantId) {
    return refusal(400, 'PARAM_ERROR', 'mchid');
  }
  const trade = desk.journal.trades.get(outTradeNumber);
  if (!trade || isAlipay(trade)) return unknownTrade();
  const hasRefund = [...desk.journal.refunds.values()].some((refund) => refund.outTradeNumber === outTradeNumber);
  return { status: 200, json: { ...tradeOnTheWire(trade, desk.keys), ...(hasRefund ? { trade_state: 'REFUND', trade_state_desc: '转入退款' } : {}) } };
}

function closeTrade(desk: Desk, call: Call, outTradeNumber: string): Answer {
  const parsed = closeInput.safeParse(json(call.body));
  if (!parsed.success || parsed.data.mchid !== desk.keys.merchantId) return refusal(400, 'PARAM_ERROR', 'mchid');
  const trade = desk.journal.trades.get(outTradeNumber);
  if (!trade || isAlipay(trade)) return unknownTrade();
  if (trade.state === 'SUCCESS') return refusal(400, 'ORDERPAID', '该订单已支付');
  if (trade.state === 'NOTPAY') desk.journal.write({ kind: 'closed', outTradeNumber });
  return { status: 204 };
}

const unknownTrade = (): Answer => refusal(404, 'ORDER_NOT_EXIST', '订单不存在');
