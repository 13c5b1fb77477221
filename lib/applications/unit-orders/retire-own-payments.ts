import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { log } from '@/lib/log';
import { type PaymentPorts, retireAttempt } from '@/lib/payments/check-attempt';
import { ProviderSilentError } from '@/lib/payments/provider';
import { judge } from '../policy';
import { pickedParts } from './lock-picked';

interface Errand {
  actor: Actor;
  applicationIds: readonly string[];
  /** Null where nothing is paid online. */
  ports: PaymentPorts | null;
  now: Date;
}

/**
 * What the picked people have begun to pay themselves is ended at the provider before the unit's order may take them
 * in. Whoever turns out to have paid, or whose payment cannot be asked after, is left out when the order is made.
 */
export async function retireOwnPayments({ actor, applicationIds, ports, now }: Errand): Promise<void> {
  if (!ports) return;
  const picked = await db.application.findMany({ where: { id: { in: [...applicationIds] } }, include: pickedParts });
  const payable = picked.filter((application) => judge(actor, 'pay_for', application, now).answer === 'yes');
  const attempts = await db.paymentAttempt.findMany({
    where: { status: 'CREATED', order: { unitId: null, applicationId: { in: payable.map(({ id }) => id) } } },
    orderBy: { createdAt: 'asc' },
  });
  for (const attempt of attempts) {
    try {
      await retireAttempt(attempt, ports);
    } catch (error) {
      if (!(error instanceof ProviderSilentError)) throw error;
      log().warn({ err: error, outTradeNumber: attempt.outTradeNumber }, 'payment provider silent');
      return;
    }
  }
}
