'use server';

import { judge } from '@/lib/applications/policy';
import { lockApplication } from '@/lib/applications/lock-application';
import { reopenOrder } from '@/lib/applications/reopen-order';
import { paymentPorts } from '@/lib/applications/settle-payment';
import type { Actor } from '@/lib/kernel/actor';
import { leavePayment } from '@/lib/payments/leave-payment';
import { type LoadedOrder, lockOrder } from '@/lib/payments/lock-order';
import { judgeOrder, type OrderAbility } from '@/lib/payments/policy';
import { paidWords } from '@/lib/payments/query-answer';
import { queryAnswer, queryPayment } from '@/lib/payments/query-payment';
import { applicationInput, orderInput, queryInput } from '@/lib/payments/schema';
import { withdrawVoucher } from '@/lib/payments/withdraw-voucher';
import { action } from '@/lib/web/action';
import { withMessage } from '@/lib/web/passed-message';
import { orderPage, payPage } from './order-pages';

const may = (ability: OrderAbility) => (actor: Actor, order: LoadedOrder, now: Date) =>
  judgeOrder(actor, ability, order, now);
const orderOf = async ({ subject, now }: { subject: LoadedOrder; now: Date }) => ({ order: subject, now });
const paidPage = (order: LoadedOrder) => withMessage(orderPage(order), { tone: 'success', text: paidWords });

export const queryPaymentAction = action({
  input: queryInput,
  load: (tx, { orderId }) => lockOrder(tx, orderId),
  judge: may('ask_result'),
  run: orderOf,
  after: async ({ result: { order, now }, input }) => {
    const ports = paymentPorts(now);
    if (ports) await queryPayment(order.id, ports);
    const { answer, words } = await queryAnswer(order.id);
    if (answer === 'paid') return { redirectTo: withMessage(orderPage(order), { tone: 'success', text: words }) };
    const asking = input.from === 'pay' ? payPage(order) : orderPage(order);
    return { redirectTo: withMessage(asking, { tone: 'info', text: words }) };
  },
});

export const leavePaymentAction = action({
  input: orderInput,
  load: (tx, { orderId }) => lockOrder(tx, orderId),
  judge: may('leave_payment'),
  run: orderOf,
  after: async ({ result: { order, now } }) => {
    const ports = paymentPorts(now);
    if (ports && (await leavePayment(order.id, ports)) === 'paid') {
      return { redirectTo: paidPage(order) };
    }
    return { redirectTo: payPage(order) };
  },
});

export const withdrawVoucherAction = action({
  input: orderInput,
  load: (tx, { orderId }) => lockOrder(tx, orderId),
  judge: may('withdraw_voucher'),
  run: async (step) => {
    await withdrawVoucher(step);
    return step.subject;
  },
  after: ({ result }) => ({ redirectTo: payPage(result) }),
});

export const reopenOrderAction = action({
  input: applicationInput,
  load: (tx, { applicationId }) => lockApplication(tx, applicationId),
  judge: (actor, application, now) => judge(actor, 'pay', application, now),
  run: reopenOrder,
  after: ({ input }) => ({ redirectTo: `/apply/${input.applicationId}/pay` }),
});
