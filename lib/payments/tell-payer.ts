import type { Transaction } from '@/lib/db/transaction';
import { yuan } from '@/lib/kernel/money';
import { type Channel, sendMessage } from '@/lib/messages/send-message';
import type { LoadedOrder } from './lock-order';
import { payersOf } from './payers-of';

interface News {
  tx: Transaction;
  order: LoadedOrder;
  now: Date;
}

const everyWay: readonly Channel[] = ['SITE', 'SMS', 'MAIL'];

/** Who waits at the cashier sees it; who has transferred waits for days and is told in every way. */
export function tellPaid({ tx, order, now }: News, by: 'online' | 'transfer'): Promise<void> {
  return tell(
    { tx, order, now },
    {
      template: 'payment.paid',
      subject: '缴费成功',
      text: `${whose(order)}${order.title}订单 ${order.number} 已支付 ${yuan(order.totalFen)}。`,
      channels: by === 'online' ? ['SITE'] : everyWay,
    },
  );
}

export function tellVoucherRefused(news: News, reason: string): Promise<void> {
  return tell(news, {
    template: 'payment.voucher-refused',
    subject: '转账凭证被退回',
    text: `${whose(news.order)}${news.order.title}订单 ${news.order.number} 的转账凭证被退回：${sentence(reason)}请在“${news.order.unitId ? '单位订单' : '我的订单'}”中查看，补正后重新上传；款项已经转出的，请不要再转一次。`,
    channels: everyWay,
  });
}

export function tellResolved(
  news: News,
  { amountFen, resolution }: { amountFen: number; resolution: string },
): Promise<void> {
  return tell(news, {
    template: 'payment.resolved',
    subject: '到账核对结果',
    text: `${whose(news.order)}${news.order.title}订单 ${news.order.number} 有一笔 ${yuan(amountFen)} 的到账已核对处理：${sentence(resolution)}`,
    channels: everyWay,
  });
}

export function tellRefunded(news: News, { amountFen, reason, way }: { amountFen: number; reason: string; way: string }): Promise<void> {
  return tell(news, {
    template: 'payment.refunded',
    subject: '退款已完成',
    text: `${whose(news.order)}${news.order.title}订单 ${news.order.number} 已退款 ${yuan(amountFen)}（${reason}），${way}，请在原付款账户查收。`,
    channels: everyWay,
  });
}

interface Words {
  template: string;
  subject: string;
  text: string;
  channels: readonly Channel[];
}

async function tell({ tx, order, now }: News, words: Words): Promise<void> {
  for (const personId of await payersOf(tx, order)) {
    await sendMessage({ tx, personId, applicationId: order.applicationId ?? undefined, ...words, now });
  }
}

const whose = ({ unitId }: LoadedOrder): string => (unitId ? '本单位的' : '您的');

const sentence = (text: string): string => (/[。！？]$/.test(text) ? text : `${text}。`);
