import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Desk } from '../desk.ts';
import { canBePaid, isAlipay, type Trade } from '../trades.ts';
import { type AlipayReply, done, refused } from './reply.ts';
import { plainTime, readPlainTime, type Fields, yuan } from './signing.ts';

type Content = Record<string, unknown>;

const wish = z.object({
  out_trade_no: z.string().regex(/^[0-9A-Za-z_-]{1,64}$/),
  product_code: z.enum(['FAST_INSTANT_TRADE_PAY', 'QUICK_WAP_WAY']),
  total_amount: z.string().regex(/^\d{1,9}\.\d{2}$/),
  subject: z.string().min(1).max(256).regex(/^[^/=&]+$/),
  time_expire: z.string().regex(/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/),
});

/** The payer has opened Alipay's page: only now there is a trade. Null where the address is no good. */
export function openTrade(desk: Desk, fields: Fields, content: Content): Trade | null {
  const parsed = wish.safeParse(content);
  const { notify_url: notifyUrl, return_url: returnUrl } = fields;
  if (!parsed.success || !notifyUrl) return null;
  const isWap = fields.method === 'alipay.trade.wap.pay';
  if ((parsed.data.product_code === 'QUICK_WAP_WAY') !== isWap) return null;
  const known = desk.journal.trades.get(parsed.data.out_trade_no);
  const totalFen = Number(parsed.data.total_amount.replace('.', ''));
  if (known) return isAlipay(known) && known.totalFen === totalFen ? known : null;
  const expiresAt = readPlainTime(parsed.data.time_expire);
  if (totalFen === 0 || expiresAt <= desk.now()) return null;
  const trade: Trade = {
    outTradeNumber: parsed.data.out_trade_no,
    token: randomBytes(16).toString('hex'),
    tradeType: isWap ? 'WAP' : 'PAGE',
    description: parsed.data.subject,
    ...{ totalFen, notifyUrl, returnUrl, expiresAt, createdAt: desk.now() },
    ...{ state: 'NOTPAY', transactionId: '', paidAt: 0 },
    notice: { id: '', tries: 0, nextAt: 0, isDelivered: false },
  };
  desk.journal.write({ kind: 'created', trade });
  return trade;
}

export function alipayTrade({ journal }: Desk, number: unknown): Trade | null {
  const trade = journal.trades.get(String(number ?? ''));
  return trade && isAlipay(trade) ? trade : null;
}

export const refundedFen = ({ journal }: Desk, { outTradeNumber }: Trade): number =>
  [...journal.refunds.values()]
    .filter((refund) => refund.outTradeNumber === outTradeNumber)
    .reduce((sum, { amountFen }) => sum + amountFen, 0);

/** Alipay closes by itself what was not paid in time, and what was given back in full. */
function statusOf(desk: Desk, trade: Trade): string {
  if (trade.state === 'SUCCESS') return refundedFen(desk, trade) >= trade.totalFen ? 'TRADE_CLOSED' : 'TRADE_SUCCESS';
  return canBePaid(trade, desk.now()) ? 'WAIT_BUYER_PAY' : 'TRADE_CLOSED';
}

export function queryTrade(desk: Desk, content: Content): AlipayReply {
  const trade = alipayTrade(desk, content.out_trade_no);
  if (!trade) return refused('ACQ.TRADE_NOT_EXIST');
  return done({
    ...numbers(trade),
    trade_status: statusOf(desk, trade),
    total_amount: yuan(trade.totalFen),
    ...(trade.state === 'SUCCESS' ? { send_pay_date: plainTime(trade.paidAt) } : {}),
  });
}

export function closeTrade(desk: Desk, content: Content): AlipayReply {
  const trade = alipayTrade(desk, content.out_trade_no);
  if (!trade) return refused('ACQ.TRADE_NOT_EXIST');
  if (!canBePaid(trade, desk.now())) return refused('ACQ.REASON_TRADE_STATUS_INVALID');
  desk.journal.write({ kind: 'closed', outTradeNumber: trade.outTradeNumber });
  return done(numbers(trade));
}

export const numbers = (trade: Trade): object => ({
  out_trade_no: trade.outTradeNumber,
  trade_no: trade.transactionId || `${plainTime(trade.createdAt).slice(0, 10).replaceAll('-', '')}${trade.token.slice(0, 16)}`,
});
