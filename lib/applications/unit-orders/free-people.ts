import type { Transaction } from '@/lib/db/transaction';
import { type Actor, systemActor } from '@/lib/kernel/actor';
import { createOrder } from '@/lib/payments/create-order';
import type { LoadedOrder } from '@/lib/payments/lock-order';
import { paymentCloses } from '../deadlines';
import { itemTitle } from '../item-title';
import { lockApplication } from '../lock-application';
import { judge } from '../policy';
import { tellFreed } from './tell-people';

interface Freeing {
  tx: Transaction;
  /** Closed; what it was to pay for is held. */
  order: LoadedOrder;
  now: Date;
}

/** After the unit's order has ended unpaid: whoever may still pay gets an order of his own again, and all are told. */
export async function freePeople({ tx, order, now }: Freeing): Promise<void> {
  for (const { applicationId, personId, amountFen } of order.items) {
    const application = await lockApplication(tx, applicationId);
    const himself: Actor = { ...systemActor, role: 'APPLICANT', personId };
    const canPay = judge(himself, 'pay', application, now).answer === 'yes';
    if (canPay) {
      await createOrder({
        tx,
        actor: systemActor,
        application,
        payeeId: order.payeeId,
        title: itemTitle(application),
        feeFen: amountFen,
        expiresAt: paymentCloses(application),
        now,
      });
    }
    if (application.status !== 'WITHDRAWN' && application.status !== 'REJECTED') {
      await tellFreed({ tx, order, application, now }, canPay);
    }
  }
}
