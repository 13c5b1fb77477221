'use server';

import { confirmPayment } from '@/lib/applications/confirm-payment';
import { lockVoucherFirst } from '@/lib/applications/lock-for-payment';
import { paymentPorts } from '@/lib/applications/settle-payment';
import type { Actor } from '@/lib/kernel/actor';
import { yuan } from '@/lib/kernel/money';
import { confirmVoucher } from '@/lib/payments/confirm-voucher';
import { unmatchedLabels } from '@/lib/payments/labels';
import { lockOrder } from '@/lib/payments/lock-order';
import type { LockedVoucher } from '@/lib/payments/lock-voucher';
import { judgeOrder } from '@/lib/payments/policy';
import { paidWords, type QueryAnswer } from '@/lib/payments/query-answer';
import { queryAnswer, queryPayment } from '@/lib/payments/query-payment';
import { refuseVoucher } from '@/lib/payments/refuse-voucher';
import { confirmVoucherInput, orderInput, refuseVoucherInput } from '@/lib/payments/schema';
import { action } from '@/lib/web/action';
import { withMessage } from '@/lib/web/passed-message';

const mayDecide = (actor: Actor, { order }: LockedVoucher, now: Date) =>
  judgeOrder(actor, 'decide_voucher', order, now);
const queue = (text: string) => ({ redirectTo: withMessage('/office/finance/vouchers', { tone: 'success', text }) });

export const confirmVoucherAction = action({
  input: confirmVoucherInput,
  load: lockVoucherFirst,
  judge: mayDecide,
  run: async (step) => {
    const { tx, subject, now } = step;
    const settlement = await confirmVoucher(step);
    if (settlement.settled) await confirmPayment({ tx, orderId: settlement.orderId, now });
    return { settlement, order: subject.order };
  },
  after: ({ result: { settlement, order } }) => {
    if (settlement.settled) return queue(`订单 ${order.number} 已确认到账 ${yuan(order.totalFen)}。`);
    if (settlement.because === 'FOUND_FIRST') return queue(`订单 ${order.number} 的到账已登记，还要另一位财务人员确认后才计入订单。`);
    const why = settlement.because === 'REPEATED' ? '' : `（${unmatchedLabels[settlement.because]}）`;
    return queue(`到账已登记，但没有计入订单 ${order.number}${why}，请在“待处理款项”中处理。`);
  },
});

export const refuseVoucherAction = action({
  input: refuseVoucherInput,
  load: lockVoucherFirst,
  judge: mayDecide,
  run: async (step) => {
    await refuseVoucher(step);
    return step.subject.order;
  },
  after: ({ result }) => queue(`订单 ${result.number} 的凭证已退回，并已通知申请人。`),
});

export const askProviderAction = action({
  input: orderInput,
  load: (tx, { orderId }) => lockOrder(tx, orderId),
  judge: (actor, order, now) => judgeOrder(actor, 'look_after', order, now),
  run: async ({ subject, now }) => ({ order: subject, now }),
  after: async ({ result: { order, now } }) => {
    const ports = paymentPorts(now);
    if (ports) await queryPayment(order.id, ports);
    const { answer } = await queryAnswer(order.id);
    const page = `/office/finance/orders/${order.number}`;
    if (answer === 'paid') return { redirectTo: withMessage(page, { tone: 'success', text: paidWords }) };
    return { redirectTo: withMessage(page, { tone: 'info', text: deskWords[answer] }) };
  },
});

const deskWords: Record<Exclude<QueryAnswer, 'paid'>, string> = {
  unmatched: '有一笔到账没有计入订单，请在“待处理款项”和“退款”中查看。',
  returning: '订单已支付，款项正在退回或已经退回，请在“退款”中查看。',
  closed: '支付平台没有收到这个订单的付款。',
  nothing_yet: '支付平台没有收到这个订单的付款。',
};
