import { z } from 'zod';
import type { ReadNotice, WireNotice } from '../provider';
import type { AlipaySettings } from './settings';
import { isSignedForm } from './signature';
import { amount, outTradeNumber, time, tradeNumber, tradeStatus } from './trade';

const told = z.object({
  notify_type: z.literal('trade_status_sync'),
  notify_id: z.string().min(1).max(128),
  notify_time: time,
  app_id: z.string(),
  seller_id: z.string(),
  out_trade_no: outTradeNumber,
  trade_no: tradeNumber,
  trade_status: tradeStatus,
  total_amount: amount,
  gmt_payment: time.optional(),
  gmt_refund: z.string().optional(),
});

/** Alipay tells again for 25 hours, and may stamp every time alike. */
const oldestMs = (25 * 60 + 5) * 60_000;
const earliestMs = 5 * 60_000;

/** First who sent it, then what it says. */
export function readAlipayNotice(settings: AlipaySettings, { body }: WireNotice): ReadNotice {
  const fields = fieldsOf(body);
  if (!fields) return { genuine: false, because: 'BODY_UNREADABLE' };
  if (!fields.sign) return { genuine: false, because: 'SIGNATURE_MISSING' };
  if (!isSignedForm(settings, fields)) return { genuine: false, because: 'SIGNATURE_WRONG' };
  const read = told.safeParse(fields);
  if (!read.success) return { genuine: false, because: 'BODY_UNREADABLE' };
  const { notify_time: sentAt, app_id: appId, seller_id: sellerId } = read.data;
  const age = Date.now() - sentAt.getTime();
  if (age > oldestMs || age < -earliestMs) return { genuine: false, because: 'NOT_FRESH' };
  if (appId !== settings.appId || sellerId !== settings.sellerId) return { genuine: false, because: 'OTHER_MERCHANT' };
  return { genuine: true, ...contentOf(read.data, settings.provider) };
}

type Content = Omit<Extract<ReadNotice, { genuine: true }>, 'genuine'>;

/** A notice of a refund names only the sum of all refunds: the refund itself is asked about, and nothing is read from it. */
function contentOf(read: z.output<typeof told>, provider: string): Content {
  const { notify_id: noticeId, out_trade_no: number, gmt_payment: paidAt } = read;
  const named = { noticeId, outTradeNumber: number, refund: null };
  const tellsOfMoney = read.trade_status === 'TRADE_SUCCESS' || read.trade_status === 'TRADE_FINISHED';
  if (!tellsOfMoney || read.gmt_refund || !paidAt) return { ...named, report: null };
  return {
    ...named,
    report: { provider, outTradeNumber: number, providerTransactionId: read.trade_no, amountFen: read.total_amount, paidAt },
  };
}

const personal = new Set(['buyer_logon_id', 'buyer_id', 'buyer_user_id', 'buyer_open_id', 'buyer_user_name', 'buyer_user_type']);
const hidden = '***';

/** Read from the text and not from its fields, so that rubbish stays what it was. */
export const withoutBuyer = (body: string): string =>
  body
    .split('&')
    .map((pair) => {
      const [name = ''] = pair.split('=', 1);
      return personal.has(decoded(name)) ? `${name}=${hidden}` : pair;
    })
    .join('&');

const decoded = (name: string): string => [...new URLSearchParams(name).keys()][0] ?? '';

/** Null where a name comes twice: then it would be anybody's guess which one was signed. */
function fieldsOf(body: string): Record<string, string> | null {
  const pairs = [...new URLSearchParams(body)];
  const fields = Object.fromEntries(pairs);
  return Object.keys(fields).length === pairs.length ? fields : null;
}
