'use server';

import { lockPayable } from '@/lib/applications/lock-for-payment';
import { paymentPorts } from '@/lib/applications/settle-payment';
import { cancelUnitOrder, judgeCancel } from '@/lib/applications/unit-orders/cancel-unit-order';
import { judgePicked, lockPicked } from '@/lib/applications/unit-orders/lock-picked';
import { makeUnitOrder } from '@/lib/applications/unit-orders/make-unit-order';
import { retireOwnPayments } from '@/lib/applications/unit-orders/retire-own-payments';
import { makeUnitOrderInput } from '@/lib/applications/unit-orders/schema';
import { madeWords } from '@/lib/applications/unit-orders/terms';
import { orderInput } from '@/lib/payments/schema';
import { action } from '@/lib/web/action';
import { withMessage } from '@/lib/web/passed-message';

export const makeUnitOrderAction = action({
  input: makeUnitOrderInput,
  prepare: ({ input, actor, now }) =>
    retireOwnPayments({ actor, applicationIds: input.application, ports: paymentPorts(now), now }),
  load: lockPicked,
  judge: judgePicked,
  run: makeUnitOrder,
  after: ({ result: { order, isNew, leftOut } }) => {
    const tone = leftOut.length > 0 ? 'info' : 'success';
    return { redirectTo: withMessage(`/unit/orders/${order.number}`, { tone, text: madeWords({ isNew, leftOut }) }) };
  },
});

export const cancelUnitOrderAction = action({
  input: orderInput,
  load: lockPayable,
  judge: judgeCancel,
  run: async (step) => {
    await cancelUnitOrder(step);
    return step.subject.order.number;
  },
  after: ({ result }) => ({
    redirectTo: withMessage(`/unit/orders/${result}`, { tone: 'success', text: '订单已取消，已通知名单上的各位。' }),
  }),
});
