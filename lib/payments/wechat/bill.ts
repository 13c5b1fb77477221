import { createHash } from 'node:crypto';
import { z } from 'zod';
import { parseYuan } from '@/lib/kernel/money';
import { type BillLine, type BillLineState, ProviderSilentError } from '../provider';
import { call, codeOf, download } from './call';
import type { WechatPaySettings } from './settings';

const place = z.object({ hash_type: z.literal('SHA1'), hash_value: z.string(), download_url: z.url() });

/** The bill of one Beijing day; null while it is not made yet. Its lines are proven by the hash in the signed answer. */
export async function dailyBill(settings: WechatPaySettings, day: string): Promise<BillLine[] | null> {
  const answer = await call(settings, { method: 'GET', target: `/v3/bill/tradebill?bill_date=${day}&bill_type=ALL` });
  const code = codeOf(answer);
  if (code === 'STATEMENT_CREATING' || code === 'NO_STATEMENT_EXIST') return code === 'STATEMENT_CREATING' ? null : [];
  const told = place.safeParse(answer.body);
  if (answer.status !== 200 || !told.success) throw new ProviderSilentError(`bill: ${answer.status} ${code}`);
  const bytes = await download(settings, told.data.download_url);
  const hash = createHash('sha1').update(bytes).digest('hex');
  if (hash !== told.data.hash_value.toLowerCase()) throw new ProviderSilentError('a bill that is not the one announced');
  return readBill(bytes.toString('utf8'));
}

/** Comma-separated, every value behind a backtick; two lines of sums at the end. */
export function readBill(text: string): BillLine[] {
  const [head = '', ...rows] = text.replace(/^\uFEFF/, '').split(/\r?\n/).filter(Boolean);
  const columns = head.split(',');
  const lines: BillLine[] = [];
  for (const row of rows) {
    if (!row.startsWith('`')) break;
    const values = row.slice(1).split(',`');
    if (values.length !== columns.length) throw new ProviderSilentError('a line of the bill with other columns');
    lines.push(lineOf((name) => valueAt(values, columns, name)));
  }
  return lines;
}

function valueAt(values: readonly string[], columns: readonly string[], name: string): string {
  const value = values[columns.indexOf(name)];
  if (value === undefined) throw new ProviderSilentError(`a bill without ${name}`);
  return value;
}

const kinds: Record<string, BillLine['kind']> = { SUCCESS: 'payment', REFUND: 'refund' };
/** What is neither through nor failed may still become either. */
const refundStates: Record<string, BillLineState> = { SUCCESS: 'done', FAIL: 'failed', CHANGE: 'failed' };

function lineOf(get: (name: string) => string): BillLine {
  const kind = kinds[get('交易状态')];
  if (!kind) throw new ProviderSilentError(`a line of the bill that is neither payment nor refund: ${get('交易状态')}`);
  const isRefund = kind === 'refund';
  return {
    kind,
    outTradeNumber: get('商户订单号'),
    providerTransactionId: get('微信订单号'),
    refundNumber: isRefund ? get('商户退款单号') : '',
    providerRefundId: isRefund ? get('微信退款单号') : '',
    amountFen: inFen(get(isRefund ? '申请退款金额' : '订单金额')),
    feeFen: inFen(get('手续费')),
    at: new Date(`${get('交易时间').replace(' ', 'T')}+08:00`),
    state: isRefund ? (refundStates[get('退款状态')] ?? 'processing') : 'done',
  };
}

/** Fees have five decimals and, when given back, a minus. */
function inFen(text: string): number {
  const [, minus = '', plain = ''] = /^(-?)(\d+(?:\.\d{1,2})?)0*$/.exec(text) ?? [];
  const amount = parseYuan(plain);
  if (amount === null) throw new ProviderSilentError(`no amount: ${text}`);
  return minus ? -amount : amount;
}
