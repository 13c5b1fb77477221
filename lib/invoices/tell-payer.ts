import type { InvoiceSide, MessageAttachment } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { yuan } from '@/lib/kernel/money';
import { type Channel, sendMessage } from '@/lib/messages/send-message';
import { actingAdministrators } from '@/lib/units/admin-queries';
import { fields } from '@/lib/secrets';
import type { LoadedInvoice } from './lock-invoice';

interface News {
  tx: Transaction;
  invoice: LoadedInvoice;
  now: Date;
}

const place = ({ order }: LoadedInvoice): string => (order.unitId ? '“单位发票”' : '“我的订单”的发票页面');

/** To the mailbox that was given for it, and on the site. */
export function tellIssued({ number, ...news }: News & { number: string }): Promise<void> {
  const { title, amountFen, order } = news.invoice;
  const text = `订单 ${order.number} 的电子普通发票已开出：抬头“${title}”，金额 ${yuan(amountFen)}，发票号码 ${number}。可在${place(news.invoice)}查看，也可在国家税务总局全国增值税发票查验平台查验。`;
  return tell(news, { template: 'invoice.issued', subject: '发票已开出', text });
}

export function tellFailed({ because, ...news }: News & { because: string }): Promise<void> {
  const end = /[。！？]$/.test(because) ? '' : '。';
  const text = `订单 ${news.invoice.order.number} 的发票没有开成：${because}${end}请在${place(news.invoice)}重新申请并更正抬头信息。`;
  return tell(news, { template: 'invoice.failed', subject: '发票没有开成', text });
}

export function tellReversed({ redNumber, isReplaced, ...news }: News & { redNumber: string; isReplaced: boolean }): Promise<void> {
  const next = isReplaced ? '新的发票随后开具。' : '';
  const text = `订单 ${news.invoice.order.number} 的发票 ${news.invoice.number ?? ''} 已红冲，红字发票号码 ${redNumber}。${next}`;
  return tell(news, { template: 'invoice.reversed', subject: '发票已红冲', text });
}

/** With the files themselves in the mail: the mailbox need not be that of somebody who can sign in. */
export function tellFiles({ side, ...news }: News & { side: InvoiceSide }): Promise<void> {
  const { title, order, number, redNumber } = news.invoice;
  const what = side === 'RED' ? `红字发票（号码 ${redNumber ?? ''}）` : `电子普通发票（号码 ${number ?? ''}）`;
  const text = `订单 ${order.number} 的${what}文件已经备好，抬头“${title}”。可在${place(news.invoice)}下载；发到接收邮箱的邮件附有文件。`;
  const attachment = side === 'RED' ? 'RED_INVOICE' : 'INVOICE';
  return tell(news, { template: 'invoice.files', subject: side === 'RED' ? '红字发票文件' : '发票文件', text, attachment });
}

interface Words {
  template: string;
  subject: string;
  text: string;
  attachment?: MessageAttachment;
}

async function tell({ tx, invoice, now }: News, words: Words): Promise<void> {
  const { order, mailCipher } = invoice;
  const common = { tx, personId: order.personId, applicationId: order.applicationId ?? undefined, invoiceId: invoice.id, ...words, now };
  const channels: readonly Channel[] = ['SITE'];
  const administrators = order.unitId ? await actingAdministrators(tx, order.unitId) : [];
  for (const personId of new Set([order.personId, ...administrators])) await sendMessage({ ...common, personId, channels });
  await sendMessage({ ...common, channels: ['MAIL'], address: fields().open(mailCipher) });
}
