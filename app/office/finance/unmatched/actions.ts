'use server';

import { assignPayment, lockAssignment } from '@/lib/applications/assign-payment';
import { yuan } from '@/lib/kernel/money';
import { judgeBooks } from '@/lib/payments/books-policy';
import { judgeOrder } from '@/lib/payments/policy';
import { enterReceipt } from '@/lib/payments/receipts/enter-receipt';
import { assignUnmatchedInput, enterReceiptInput } from '@/lib/payments/receipts/schema';
import { lockUnmatched, resolveUnmatched } from '@/lib/payments/resolve-unmatched';
import { resolveUnmatchedInput } from '@/lib/payments/schema';
import { judgeUnmatched } from '@/lib/payments/unmatched-policy';
import { action } from '@/lib/web/action';
import { withMessage } from '@/lib/web/passed-message';

const said = (tone: 'success' | 'info', text: string) => ({
  redirectTo: withMessage('/office/finance/unmatched', { tone, text }),
});

export const enterReceiptAction = action({
  input: enterReceiptInput,
  load: async (_tx, _input, actor) => ({ payeeId: actor.associationId ?? '' }),
  judge: (actor, books) => judgeBooks(actor, 'keep', books),
  run: enterReceipt,
  after: ({ result: { receipt, isNew } }) =>
    isNew
      ? said('success', `到账 ${yuan(receipt.amountFen)} 已登记，列在下面，请计入订单或退还付款人。`)
      : said('info', `这笔到账已由${receipt.enteredByName ?? '他人'}登记过，没有重复入账。`),
});

export const assignUnmatchedAction = action({
  input: assignUnmatchedInput,
  load: lockAssignment,
  judge: (actor, { money, assignment: { order } }, now) => {
    const ofMoney = judgeUnmatched(actor, money, now);
    return ofMoney.answer === 'yes' ? judgeOrder(actor, 'decide_voucher', order, now) : ofMoney;
  },
  run: async (step) => ({ assigned: await assignPayment(step), order: step.subject.assignment.order }),
  after: ({ result: { assigned, order } }) =>
    assigned === 'PAID'
      ? said('success', `已计入订单 ${order.number}，并通知付款人。`)
      : said('info', `已登记计入订单 ${order.number}；金额较大，要由另一位财务人员再确认一次。`),
});

export const resolveUnmatchedAction = action({
  input: resolveUnmatchedInput,
  load: (tx, { unmatchedId }) => lockUnmatched(tx, unmatchedId),
  judge: judgeUnmatched,
  run: resolveUnmatched,
  after: () => said('success', '处理结果已登记，并已记账。'),
});
