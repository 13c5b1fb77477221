'use server';

import { adoptPaymentRefund, lockDifferenceFirst } from '@/lib/applications/refund-payment';
import { askBills } from '@/lib/payments/bills/ask-bills';
import { lockDifference, resolveDifference } from '@/lib/payments/bills/resolve-difference';
import { adoptRefundInput, askBillsInput, resolveDifferenceInput } from '@/lib/payments/bills/schema';
import { notYours } from '@/lib/kernel/judgement';
import { judgeBooks } from '@/lib/payments/books-policy';
import { judgeOrder } from '@/lib/payments/policy';
import { action } from '@/lib/web/action';
import { withMessage } from '@/lib/web/passed-message';

const said = (path: string, text: string) => ({ redirectTo: withMessage(path, { tone: 'success', text }) });

export const resolveDifferenceAction = action({
  input: resolveDifferenceInput,
  load: (tx, { differenceId }) => lockDifference(tx, differenceId),
  judge: (actor, difference) => judgeBooks(actor, 'keep', difference),
  run: resolveDifference,
  after: () => said('/office/finance/bills', '处理结果已登记。'),
});

export const adoptRefundAction = action({
  input: adoptRefundInput,
  load: (tx, { differenceId }) => lockDifferenceFirst(tx, differenceId),
  judge: (actor, { order }, now) => (order ? judgeOrder(actor, 'look_after', order, now) : notYours),
  run: adoptPaymentRefund,
  after: () => said('/office/finance/bills', '已登记为订单的退款，账簿与账单一致。'),
});

export const askBillsAction = action({
  input: askBillsInput,
  load: async (_tx, _input, actor) => ({ payeeId: actor.associationId }),
  judge: (actor, books) => judgeBooks(actor, 'keep', books),
  run: askBills,
  after: () => said('/office/finance/bills', '已开始取账单，过一会儿刷新本页查看。'),
});
