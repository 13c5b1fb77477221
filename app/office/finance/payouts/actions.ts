'use server';

import { yuan } from '@/lib/kernel/money';
import { judgeBooks } from '@/lib/payments/books-policy';
import { enterPayout } from '@/lib/payments/payouts/enter-payout';
import { lockPayout, reversePayout } from '@/lib/payments/payouts/reverse-payout';
import { enterPayoutInput, reversePayoutInput } from '@/lib/payments/payouts/schema';
import { action } from '@/lib/web/action';
import { withMessage } from '@/lib/web/passed-message';

const said = (tone: 'success' | 'info', text: string) => ({
  redirectTo: withMessage('/office/finance/payouts', { tone, text }),
});

export const enterPayoutAction = action({
  input: enterPayoutInput,
  load: async (_tx, _input, actor) => ({ payeeId: actor.associationId ?? '' }),
  judge: (actor, books) => judgeBooks(actor, 'keep', books),
  run: enterPayout,
  after: ({ result: { payout, isNew } }) =>
    isNew
      ? said('success', `结算到账 ${yuan(payout.amountFen)} 已登记。`)
      : said('info', `这笔结算已由${payout.enteredByName}登记过，没有重复入账。`),
});

export const reversePayoutAction = action({
  input: reversePayoutInput,
  load: (tx, { payoutId }) => lockPayout(tx, payoutId),
  judge: (actor, payout) => judgeBooks(actor, 'keep', payout),
  run: reversePayout,
  after: () => said('success', '这笔结算已撤销，可以重新登记。'),
});
