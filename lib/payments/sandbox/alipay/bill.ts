import { createHmac } from 'node:crypto';
import type { Desk } from '../desk.ts';
import { isAlipay, type Refund, type Trade } from '../trades.ts';
import { type AlipayReply, done, refused } from './reply.ts';
import { gbk } from './gbk.ts';
import { plainTime, yuan } from './signing.ts';
import { zip } from '../../../files/zip.ts';

const columns =
  '支付宝交易号,商户订单号,业务类型,商品名称,创建时间,完成时间,门店编号,门店名称,操作员,终端号,对方账户,订单金额（元）,商家实收（元）,支付宝红包（元）,集分宝（元）,支付宝优惠（元）,商家优惠（元）,券核销金额（元）,券名称,商家红包消费金额（元）,卡消费金额（元）,退款批次号/请求号,服务费（元）,分润（元）,备注';

/** Six thousandths, as merchants commonly pay; rounded to whole fen. */
const feeFen = (amountFen: number): number => Math.round(amountFen * 0.006);

const dayOf = (at: number): string => plainTime(at).slice(0, 10);

const keyOf = ({ alipay }: Desk, day: string): string =>
  createHmac('sha256', alipay.alipayPrivateKey).update(`bill:${day}`).digest('hex');

/** Where the bill of a day lies: made once the day is over. */
export function announceBill(desk: Desk, content: Record<string, unknown>): AlipayReply {
  const day = String(content.bill_date ?? '');
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || content.bill_type !== 'trade') return refused('isv.invalid-arguments');
  if (day >= dayOf(desk.now()) || linesOf(desk, day).length === 0) return refused('isp.bill_not_exist');
  return done({ bill_download_url: `${desk.address()}/alipay-bill?day=${day}&key=${keyOf(desk, day)}` });
}

/** Null for an address that nobody was told. */
export function billArchive(desk: Desk, { day, key }: { day: string; key: string }): Buffer | null {
  const lines = linesOf(desk, day);
  if (key !== keyOf(desk, day) || lines.length === 0) return null;
  const title = (words: string) => `#-----------------------------------------${words}----------------------------------------`;
  const head = ['#支付宝业务明细查询', `#账号：[${desk.alipay.sellerId}0156]`, title('业务明细列表'), columns];
  const details = [...head, ...lines.map((line) => line.join('\t,')), title('业务明细列表结束')];
  const name = `${desk.alipay.sellerId}0156_${day.replaceAll('-', '')}_业务明细`;
  return zip([
    { name: gbk(`${name}.csv`), bytes: gbk(`${details.join('\r\n')}\r\n`) },
    { name: gbk(`${name}(汇总).csv`), bytes: gbk(`#支付宝业务汇总查询\r\n#合计：${lines.length}笔\r\n`) },
  ]);
}

function linesOf({ journal: { trades, refunds } }: Desk, day: string): string[][] {
  const paid = [...trades.values()].filter((trade) => isAlipay(trade) && trade.state === 'SUCCESS' && dayOf(trade.paidAt) === day);
  const given = [...refunds.values()].flatMap((refund) => {
    const trade = trades.get(refund.outTradeNumber);
    return trade && isAlipay(trade) && refund.state === 'SUCCESS' && dayOf(refund.finishedAt) === day ? [line(trade, refund)] : [];
  });
  return [...paid.map((trade) => line(trade, null)), ...given];
}

function line(trade: Trade, refund: Refund | null): string[] {
  const amountFen = refund ? -refund.amountFen : trade.totalFen;
  const fee = refund ? feeFen(refund.amountFen) : -feeFen(trade.totalFen);
  const at = refund ? refund.finishedAt : trade.paidAt;
  return [
    ...[trade.transactionId, trade.outTradeNumber, refund ? '退款' : '交易', trade.description],
    ...[plainTime(trade.createdAt), plainTime(at), '', '', '', '', 'sandbox***@example.com'],
    ...[yuan(amountFen), yuan(amountFen), '0.00', '0.00', '0.00', '0.00', '0.00', '', '0.00', '0.00'],
    ...[refund?.refundNumber ?? '', yuan(fee), '0.00', ''],
  ];
}
