import { z } from 'zod';
import {
  type Creation,
  type PaymentChannel,
  type PaymentProvider,
  type PaymentWish,
  ProviderSilentError,
  type ProviderState,
} from '../provider';
import { dailyBill } from './bill';
import { call, codeOf, type WireAnswer } from './call';
import { insidePayment } from './inside';
import { readWechatNotice } from './notice';
import { askRefund, orderRefund } from './refund';
import type { WechatPaySettings } from './settings';
import { reportOf, transaction } from './transaction';

const nativeAnswer = z.object({ code_url: z.string().min(1).max(2048) });
const jsapiAnswer = z.object({ prepay_id: z.string().min(1).max(64) });
const h5Answer = z.object({ h5_url: z.url().max(2048) });

const finishedCodes = ['ORDERPAID', 'ORDER_PAID', 'ORDER_CLOSED', 'OUT_TRADE_NO_USED'];

const targets: Partial<Record<PaymentChannel, string>> = { NATIVE: 'native', H5: 'h5', JSAPI: 'jsapi' };

/** WeChat Pay's APIv3: Native for a desktop, H5 for a phone's browser, JSAPI inside WeChat. */
export function wechatPayV3(settings: WechatPaySettings): PaymentProvider {
  const byNumber = (number: string) => `/v3/pay/transactions/out-trade-no/${encodeURIComponent(number)}`;
  return {
    name: settings.provider,
    way: 'wechat',
    inside: insidePayment(settings) ?? undefined,
    async createPayment(wish) {
      const target = `/v3/pay/transactions/${targets[wish.channel] ?? ''}`;
      return creationOf(await call(settings, { method: 'POST', target, body: orderBody(settings, wish) }));
    },
    async queryPayment(outTradeNumber) {
      const target = `${byNumber(outTradeNumber)}?mchid=${settings.merchantId}`;
      return stateOf(await call(settings, { method: 'GET', target }), settings, outTradeNumber);
    },
    async closePayment(outTradeNumber) {
      const target = `${byNumber(outTradeNumber)}/close`;
      const answer = await call(settings, { method: 'POST', target, body: { mchid: settings.merchantId } });
      if (answer.status === 204) return { isClosed: true };
      if (answer.status >= 500) throw new ProviderSilentError(`close: ${answer.status}`);
      return { isClosed: codeOf(answer) === 'ORDER_CLOSED' || codeOf(answer) === 'ORDER_NOT_EXIST' };
    },
    refund: (wish) => orderRefund(settings, wish),
    queryRefund: ({ refundNumber }) => askRefund(settings, refundNumber),
    dailyBill: (day) => dailyBill(settings, day),
    parseNotice: (notice) => readWechatNotice(settings, notice),
  };
}

function orderBody(settings: WechatPaySettings, wish: PaymentWish): object {
  const body = {
    appid: settings.appId,
    mchid: settings.merchantId,
    description: wish.title,
    out_trade_no: wish.outTradeNumber,
    time_expire: new Date(Date.now() + wish.validForSeconds * 1000).toISOString().replace(/\.\d+Z$/, '+00:00'),
    notify_url: settings.noticeUrl,
    amount: { total: wish.amountFen, currency: 'CNY' },
  };
  if (wish.channel === 'NATIVE') return body;
  if (wish.channel === 'JSAPI') return { ...body, payer: { openid: wish.payerOpenId ?? '' } };
  return { ...body, scene_info: { payer_client_ip: wish.payerAddress || '127.0.0.1', h5_info: { type: 'Wap' } } };
}

function creationOf(answer: WireAnswer): Creation {
  if (answer.status === 200) {
    const native = nativeAnswer.safeParse(answer.body);
    if (native.success) return { answer: 'created', payUrl: native.data.code_url };
    const h5 = h5Answer.safeParse(answer.body);
    if (h5.success) return { answer: 'created', payUrl: h5.data.h5_url };
    const jsapi = jsapiAnswer.safeParse(answer.body);
    if (jsapi.success) return { answer: 'created', payUrl: `prepay_id=${jsapi.data.prepay_id}` };
    throw new ProviderSilentError('an order without an address to pay at');
  }
  const code = codeOf(answer);
  // Too many calls and failures of their own pass by themselves; the same number can be tried again.
  if (answer.status >= 500 || answer.status === 429) throw new ProviderSilentError(`create: ${answer.status} ${code}`);
  return finishedCodes.includes(code) ? { answer: 'finished' } : { answer: 'refused', code };
}

function stateOf(answer: WireAnswer, settings: WechatPaySettings, outTradeNumber: string): ProviderState {
  if (answer.status === 404 && codeOf(answer) === 'ORDER_NOT_EXIST') return { state: 'unknown' };
  const parsed = transaction.safeParse(answer.body);
  if (answer.status !== 200 || !parsed.success)
    throw new ProviderSilentError(`query: ${answer.status} ${codeOf(answer)}`);
  const told = parsed.data;
  if (told.out_trade_no !== outTradeNumber || told.mchid !== settings.merchantId) {
    throw new ProviderSilentError('the answer to another question');
  }
  if (told.trade_state === 'SUCCESS' || told.trade_state === 'REFUND') {
    const report = reportOf(told, settings.provider);
    if (!report) throw new ProviderSilentError('a success without its facts');
    return { state: told.trade_state === 'REFUND' ? 'refunded' : 'paid', report };
  }
  if (told.trade_state === 'CLOSED' || told.trade_state === 'REVOKED') return { state: 'closed' };
  return { state: 'unpaid' };
}
