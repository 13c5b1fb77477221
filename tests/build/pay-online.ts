import { settlePayment } from '@/lib/applications/settle-payment';
import { inTransaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { Actor } from '@/lib/kernel/actor';
import { carryOutPayment, type PaymentOpened } from '@/lib/payments/carry-out-payment';
import { lockOrder } from '@/lib/payments/lock-order';
import { judgeOrder } from '@/lib/payments/policy';
import type { PaymentChannel, PaymentProvider } from '@/lib/payments/provider';
import { startPayment } from '@/lib/payments/start-payment';

interface Click {
  actor: Actor;
  orderId: string;
  /** The one that was chosen. */
  provider: PaymentProvider;
  /** All that are set up, where it is not alone. */
  providers?: readonly PaymentProvider[];
  now: Date;
  channel?: PaymentChannel;
  renew?: boolean;
}

/** What the pay button does: judged, the intent committed, then the provider asked. */
export async function payOnline({
  actor,
  orderId,
  provider,
  providers = [provider],
  now,
  channel = 'NATIVE',
  renew,
}: Click): Promise<PaymentOpened> {
  const started = await inTransaction(async (tx) => {
    const subject = await lockOrder(tx, orderId);
    const judgement = judgeOrder(actor, 'pay_online', subject, now);
    if (judgement.answer === 'not_yet') throw new DomainError('NOT_YET', judgement.because);
    return startPayment({ tx, actor, subject, input: { channel, renew }, provider: provider.name, now });
  });
  return carryOutPayment(started, {
    actor,
    providers,
    settle: settlePayment,
    now,
    payerAddress: '127.0.0.1',
    returnPath: '/my/orders',
  });
}
