import type { Transaction } from '@/lib/db/transaction';
import { longDateTime } from '@/lib/kernel/dates';
import { sendMessage } from '@/lib/messages/send-message';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { itemTitle } from '../item-title';
import type { LoadedApplication } from '../lock-application';

interface News {
  tx: Transaction;
  order: LoadedOrder;
  application: LoadedApplication;
  now: Date;
}

const payerOf = ({ unit }: LoadedOrder): string => unit?.name ?? '您的单位';

export function tellTaken(news: News): Promise<void> {
  const { order, application } = news;
  return tell(news, {
    template: 'payment.unit-pays',
    subject: '单位正在为您缴费',
    text: `${payerOf(order)}正在为您的${itemTitle(application)}统一缴费（订单 ${order.number}，有效期至 ${longDateTime(order.expiresAt)}），请不要自己再缴费。`,
  });
}

export function tellFreed(news: News, canPay: boolean): Promise<void> {
  const { order, application } = news;
  const next = canPay ? '您可以自己缴费，或请单位重新办理。' : '';
  return tell(news, {
    template: 'payment.unit-gave-up',
    subject: '单位没有为您缴费',
    text: `${payerOf(order)}为您的${itemTitle(application)}统一缴费的订单 ${order.number} 已关闭，没有付款。${next}`,
  });
}

function tell({ tx, application, now }: News, words: { template: string; subject: string; text: string }): Promise<void> {
  const { id: applicationId, personId } = application;
  return sendMessage({ tx, personId, applicationId, ...words, channels: ['SITE'], now });
}
