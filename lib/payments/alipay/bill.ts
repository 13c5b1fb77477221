import { unzip } from '@/lib/files/unzip';
import { z } from 'zod';
import { parseYuan } from '@/lib/kernel/money';
import { type BillLine, ProviderSilentError } from '../provider';
import { call } from './call';
import { refundId } from './refund';
import type { AlipaySettings } from './settings';
import { readTime } from './wire';

const place = z.object({ bill_download_url: z.url() });

const patienceMs = 30_000;
const largestArchive = 50 * 1024 * 1024;
const largestBill = 200 * 1024 * 1024;

/** The bill of one Beijing day, asked for once it is due: where there is none, nothing came in that day. */
export async function dailyBill(settings: AlipaySettings, day: string): Promise<BillLine[] | null> {
  const answer = await call(settings, 'alipay.data.dataservice.bill.downloadurl.query', {
    bill_type: 'trade',
    bill_date: day,
  });
  if (!answer.isDone && /bill_not_exist$/i.test(answer.why)) return [];
  const told = place.safeParse(answer.body);
  if (!answer.isDone || !told.success) throw new ProviderSilentError(`bill: ${answer.why}`);
  return readArchive(await download(settings, told.data.bill_download_url));
}

/** The address, which only a signed answer names, is the proof of what lies there; it is good for half a minute. */
async function download({ gatewayUrl }: AlipaySettings, address: string): Promise<Buffer> {
  try {
    const response = await fetch(billAddress(gatewayUrl, address), { redirect: 'error', signal: AbortSignal.timeout(patienceMs) });
    const bytes = Buffer.from(await response.arrayBuffer());
    if (response.ok && bytes.length <= largestArchive) return bytes;
    throw new ProviderSilentError(`download: ${response.status}`);
  } catch (error) {
    if (error instanceof ProviderSilentError) throw error;
    throw new ProviderSilentError('download: no answer', { cause: error });
  }
}

/** Alipay names an address without TLS, on which anybody between us could write another bill. */
export function billAddress(gatewayUrl: string, address: string): URL {
  const url = new URL(address);
  if (url.origin === new URL(gatewayUrl).origin) return url;
  if (!url.hostname.endsWith('.alipay.com')) throw new ProviderSilentError('a file at another address');
  url.protocol = 'https:';
  return url;
}

/** Two tables in an archive: one of every line, and one of sums that is not needed. */
function readArchive(archive: Buffer): BillLine[] {
  try {
    const details = [...unzip(archive)].filter(({ name }) => name.endsWith('.csv') && !name.includes('汇总'));
    const [detail, ...others] = details;
    if (!detail || others.length > 0) throw new RangeError('not one bill');
    return readBill(new TextDecoder('gbk', { fatal: true }).decode(detail.read(largestBill)));
  } catch (error) {
    if (error instanceof ProviderSilentError) throw error;
    throw new ProviderSilentError('a bill that cannot be opened', { cause: error });
  }
}

/** Comma-separated, padded with tabs; what begins with # is said about the table. */
export function readBill(text: string): BillLine[] {
  const rows = text.split(/\r?\n/).filter((row) => row.trim() && !row.startsWith('#'));
  const [head = [], ...lines] = rows.map((row) => row.split(',').map((cell) => cell.trim()));
  return lines.map((cells) => {
    if (cells.length !== head.length) throw new ProviderSilentError('a line of the bill with other columns');
    return lineOf((name) => valueAt(cells, head, name));
  });
}

function valueAt(cells: readonly string[], head: readonly string[], name: string): string {
  const value = cells[head.indexOf(name)];
  if (value === undefined) throw new ProviderSilentError(`a bill without ${name}`);
  return value;
}

const kinds: Record<string, BillLine['kind']> = { 交易: 'payment', 退款: 'refund' };

function lineOf(get: (name: string) => string): BillLine {
  const kind = kinds[get('业务类型')];
  const at = readTime(get('完成时间'));
  if (!kind || !at) throw new ProviderSilentError('a line of the bill that tells nothing');
  const [tradeNo, refundNumber] = [get('支付宝交易号'), kind === 'refund' ? get('退款批次号/请求号') : ''];
  const fee = inFen(get('服务费（元）'));
  return {
    kind,
    outTradeNumber: get('商户订单号'),
    providerTransactionId: tradeNo,
    refundNumber,
    providerRefundId: refundNumber && refundId(tradeNo, refundNumber),
    amountFen: inFen(get('订单金额（元）')),
    feeFen: kind === 'refund' && fee > 0 ? -fee : fee,
    at,
    // Listed once it is through.
    state: 'done',
  };
}

/** Which way it went is said by the kind of the line; the sign only repeats it. */
function inFen(text: string): number {
  const amount = /^[+-]?\d+(\.\d{1,2})?$/.test(text) ? parseYuan(text.replace(/^[+-]/, '')) : null;
  if (amount === null) throw new ProviderSilentError(`no amount: ${text}`);
  return amount;
}
