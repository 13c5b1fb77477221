import { createHash } from 'node:crypto';
import type { Answer, Call, Desk } from './desk.ts';
import { refusal } from './answers.ts';
import { isAlipay, type Refund, type Trade } from './trades.ts';
import { wireTime } from './wire.ts';

const columns =
  '交易时间,公众账号ID,商户号,特约商户号,设备号,微信订单号,商户订单号,用户标识,交易类型,交易状态,付款银行,货币种类,应结订单金额,代金券金额,微信退款单号,商户退款单号,退款金额,充值券退款金额,退款类型,退款状态,商品名称,商户数据包,手续费,费率,订单金额,申请退款金额,费率备注';
const sums = '总交易单数,应结订单总金额,退款总金额,充值券退款总金额,手续费总金额,订单总金额,申请退款总金额';

/** Six thousandths, as merchants commonly pay; rounded to whole fen. */
const feeShare = 0.006;

const yuan = (fen: number): string => (fen / 100).toFixed(2);
const feeFen = (amountFen: number): number => Math.round(amountFen * feeShare);

/** Where the bill of a day lies and what it hashes to: made once the day is over. */
export function announceBill(desk: Desk, call: Call): Answer {
  const day = new URL(call.target, 'http://gateway').searchParams.get('bill_date') ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return refusal(400, 'PARAM_ERROR', 'bill_date');
  if (day >= wireTime(desk.now()).slice(0, 10)) return refusal(400, 'STATEMENT_CREATING', '账单生成中');
  const text = billOf(desk, day);
  if (text === null) return refusal(400, 'NO_STATEMENT_EXIST', '账单文件不存在');
  const hash = createHash('sha1').update(text).digest('hex');
  return { status: 200, json: { hash_type: 'SHA1', hash_value: hash, download_url: `${desk.address()}/v3/billdownload/file?day=${day}` } };
}

/** Null for a day without money. */
export function billOf(desk: Desk, day: string): string | null {
  const { trades, refunds } = desk.journal;
  const isOfDay = (at: number) => wireTime(at).slice(0, 10) === day;
  const paid = [...trades.values()].filter((trade) => trade.state === 'SUCCESS' && isOfDay(trade.paidAt) && !isAlipay(trade));
  const given = [...refunds.values()].flatMap((refund) => {
    const trade = trades.get(refund.outTradeNumber);
    return trade && !isAlipay(trade) ? listings(refund, isOfDay).map((listing) => ({ trade, refund, ...listing })) : [];
  });
  if (paid.length + given.length === 0) return null;
  const rows = [...paid.map((trade) => payment(desk, trade)), ...given.map((listed) => refunded(desk, listed))];
  const total = (amounts: number[]) => yuan(amounts.reduce((sum, amount) => sum + amount, 0));
  const [paidSum, givenSum] = [total(paid.map(({ totalFen }) => totalFen)), total(given.map(({ refund }) => refund.amountFen))];
  const last = [String(rows.length), paidSum, givenSum, '0.00', '0.00', paidSum, givenSum];
  return `\uFEFF${[columns, ...rows.map(line), sums, line(last)].join('\r\n')}\r\n`;
}

const line = (values: string[]): string => values.map((value) => `\`${value}`).join(',');

function head(desk: Desk, trade: Trade, at: number): string[] {
  const time = wireTime(at).slice(0, 19).replace('T', ' ');
  const payer = `sandbox-${trade.token.slice(0, 8)}`;
  return [time, desk.keys.appId, desk.keys.merchantId, '0', '', trade.transactionId, trade.outTradeNumber, payer, trade.tradeType];
}

function payment(desk: Desk, trade: Trade): string[] {
  const amount = yuan(trade.totalFen);
  const fee = (feeFen(trade.totalFen) / 100).toFixed(5);
  const tail = [trade.description, '', fee, '0.60%', amount, '0.00', ''];
  return [...head(desk, trade, trade.paidAt), 'SUCCESS', 'OTHERS', 'CNY', amount, '0.00', '0', '0', '0.00', '0.00', '', '', ...tail];
}

interface Listing {
  at: number;
  state: Refund['state'];
}

/** What was not through at the end of its day stands there as it was then, and once more on the day that it was. */
function listings({ state, createdAt, finishedAt }: Refund, isOfDay: (at: number) => boolean): Listing[] {
  const isDone = state === 'SUCCESS';
  if (isDone && isOfDay(finishedAt)) return [{ at: finishedAt, state }];
  return isOfDay(createdAt) ? [{ at: createdAt, state: 'PROCESSING' }] : [];
}

function refunded(desk: Desk, { trade, refund, at, state }: Listing & { trade: Trade; refund: Refund }): string[] {
  const amount = yuan(refund.amountFen);
  const fee = (-feeFen(refund.amountFen) / 100).toFixed(5);
  const middle = ['0.00', '0.00', refund.refundId, refund.refundNumber, amount, '0.00', 'ORIGINAL', state];
  const tail = [trade.description, '', fee, '0.60%', '0.00', amount, ''];
  return [...head(desk, trade, at), 'REFUND', 'OTHERS', 'CNY', ...middle, ...tail];
}
