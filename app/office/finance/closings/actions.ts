'use server';

import { longMonth } from '@/lib/kernel/months';
import { judgeBooks } from '@/lib/payments/books-policy';
import { closeMonth } from '@/lib/payments/closing/close-month';
import { closeMonthInput } from '@/lib/payments/closing/schema';
import { action } from '@/lib/web/action';
import { withMessage } from '@/lib/web/passed-message';

export const closeMonthAction = action({
  input: closeMonthInput,
  load: async (_tx, _input, actor) => ({ payeeId: actor.associationId ?? '' }),
  judge: (actor, books) => judgeBooks(actor, 'keep', books),
  run: closeMonth,
  after: ({ result: { month } }) => {
    const text = `${longMonth(month)}已结账，报告不会再变。`;
    return { redirectTo: withMessage(`/office/finance/closings/${month}`, { tone: 'success', text }) };
  },
});
