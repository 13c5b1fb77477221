import { json } from '../answers.ts';
import type { Desk } from '../desk.ts';
import { announceBill } from './bill.ts';
import { queryRefund, refundTrade } from './refunds.ts';
import { type AlipayReply, refused } from './reply.ts';
import { type Fields, isSignedRequest, readPlainTime, signText } from './signing.ts';
import { closeTrade, openTrade, queryTrade } from './trades.ts';

const methods: Record<string, (desk: Desk, content: Record<string, unknown>) => AlipayReply> = {
  'alipay.trade.query': queryTrade,
  'alipay.trade.close': closeTrade,
  'alipay.trade.refund': refundTrade,
  'alipay.trade.fastpay.refund.query': queryRefund,
  'alipay.data.dataservice.bill.downloadurl.query': announceBill,
};
const pages = ['alipay.trade.page.pay', 'alipay.trade.wap.pay'];

/** A stamp further away than this is of another time zone, or played again. */
const stampMs = 10 * 60_000;

export type AlipayAnswer = { json: string } | { location: string } | { problem: string };

/** Alipay's one address for everything: calls of the merchant's server, and pages that a payer opens. */
export function answerGateway(desk: Desk, fields: Fields): AlipayAnswer {
  const { method = '' } = fields;
  if (pages.includes(method)) return openPage(desk, fields);
  const known = methods[method];
  if (!known) return { json: signed(desk, 'error', { code: '40004', msg: 'Invalid Method', sub_code: 'isv.invalid-method' }) };
  return { json: signed(desk, method.replaceAll('.', '_'), problemOf(desk, fields) ?? known(desk, contentOf(fields))) };
}

function problemOf(desk: Desk, fields: Fields): AlipayReply | null {
  const invalid = (why: string) => ({ code: '40002', msg: 'Invalid Arguments', sub_code: why });
  if (!isFromMerchant(desk, fields)) return invalid('isv.invalid-signature');
  if (!(Math.abs(readPlainTime(fields.timestamp ?? '') - desk.now()) <= stampMs)) return invalid('isv.invalid-timestamp');
  const asksOnly = fields.method?.endsWith('query');
  return desk.faults.queriesFail && asksOnly ? refused('ACQ.SYSTEM_ERROR') : null;
}

function isFromMerchant({ alipay }: Desk, fields: Fields): boolean {
  const isOurs = fields.app_id === alipay.appId && fields.sign_type === 'RSA2' && fields.charset === 'utf-8';
  return isOurs && isSignedRequest(fields, alipay.appPublicKey);
}

function openPage(desk: Desk, fields: Fields): AlipayAnswer {
  if (!isFromMerchant(desk, fields)) return { problem: '验签出错，请回到原页面重新发起支付。' };
  const trade = openTrade(desk, fields, contentOf(fields));
  return trade ? { location: `/cashier/${trade.token}` } : { problem: '订单信息无法识别或已经过期，请回到原页面重新发起支付。' };
}

function contentOf({ biz_content: text = '' }: Fields): Record<string, unknown> {
  const content = json(text);
  return typeof content === 'object' && content !== null ? { ...content } : {};
}

/** What is signed is the text of the one part, as it stands in the answer. */
function signed({ alipay }: Desk, name: string, reply: AlipayReply): string {
  const node = JSON.stringify(reply);
  return `{"${name}_response":${node},"sign":"${signText(node, alipay.alipayPrivateKey)}"}`;
}
