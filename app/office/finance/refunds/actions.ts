'use server';

import { approvePaymentRefund, lockRefundableFirst, lockRefundFirst, refundPayment } from '@/lib/applications/refund-payment';
import type { Actor } from '@/lib/kernel/actor';
import { yuan } from '@/lib/kernel/money';
import { judgeOrder } from '@/lib/payments/policy';
import { retryRefund, returnByHand, withdrawRefund } from '@/lib/payments/refunds/decide-refund';
import { type LockedRefund, lockRefund } from '@/lib/payments/refunds/lock-refund';
import { judgeRefund, type RefundAbility } from '@/lib/payments/refunds/policy';
import { refundUnmatched } from '@/lib/payments/refunds/refund-unmatched';
import {
  proposeRefundInput,
  refundInput,
  refundUnmatchedInput,
  returnByHandInput,
  withdrawRefundInput,
} from '@/lib/payments/refunds/schema';
import { lockUnmatched } from '@/lib/payments/resolve-unmatched';
import { judgeUnmatched } from '@/lib/payments/unmatched-policy';
import { action } from '@/lib/web/action';
import { withMessage } from '@/lib/web/passed-message';

const may = (ability: RefundAbility) => (actor: Actor, { refund, order }: LockedRefund) =>
  judgeRefund(actor, ability, { ...refund, order });
const said = (path: string, text: string) => ({ redirectTo: withMessage(path, { tone: 'success', text }) });
const page = ({ refund }: LockedRefund, text: string) =>
  said(`/office/finance/refunds/${encodeURIComponent(refund.number)}`, text);

export const proposeRefundAction = action({
  input: proposeRefundInput,
  load: (tx, { orderId }) => lockRefundableFirst(tx, orderId),
  judge: (actor, order, now) => judgeOrder(actor, 'refund', order, now),
  run: async (step) => {
    const { status } = await refundPayment(step);
    return { number: step.subject.number, status };
  },
  after: ({ result: { number, status }, input }) => {
    const amount = yuan(input.amountFen);
    const next = status === 'PROPOSED' ? '等待另一位财务人员复核。' : '已批准，正在办理。';
    return said(`/office/finance/orders/${number}`, `退款 ${amount} 已提出，${next}`);
  },
});

export const refundUnmatchedAction = action({
  input: refundUnmatchedInput,
  load: (tx, { unmatchedId }) => lockUnmatched(tx, unmatchedId),
  judge: judgeUnmatched,
  run: ({ tx, actor: by, subject, input, now }) =>
    refundUnmatched({ tx, by, unmatched: subject.unmatched, note: input.note, now }),
  after: () => said('/office/finance/refunds', '退款已提出；需要复核的，由另一位财务人员批准后办理。'),
});

export const approveRefundAction = action({
  input: refundInput,
  load: (tx, { refundId }) => lockRefundFirst(tx, refundId),
  judge: may('approve'),
  run: async (step) => {
    await approvePaymentRefund(step);
    return step.subject;
  },
  after: ({ result }) => page(result, '退款已批准。'),
});

export const withdrawRefundAction = action({
  input: withdrawRefundInput,
  load: (tx, { refundId }) => lockRefund(tx, refundId),
  judge: may('withdraw'),
  run: async (step) => {
    await withdrawRefund(step);
    return step.subject;
  },
  after: ({ result }) => page(result, '这笔退款已撤销，款项没有退出。'),
});

export const retryRefundAction = action({
  input: refundInput,
  load: (tx, { refundId }) => lockRefund(tx, refundId),
  judge: may('retry'),
  run: async (step) => {
    await retryRefund(step);
    return step.subject;
  },
  after: ({ result }) => page(result, '已重新提交支付平台；同一个退款单号不会重复退款。'),
});

export const returnByHandAction = action({
  input: returnByHandInput,
  load: (tx, { refundId }) => lockRefund(tx, refundId),
  judge: may('return_by_hand'),
  run: async (step) => {
    await returnByHand(step);
    return step.subject;
  },
  after: ({ result }) => page(result, '转账退款已登记，并已通知付款人。'),
});
