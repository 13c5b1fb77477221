import { db } from '@/lib/db/client';
import { log } from '@/lib/log';
import { checkAttempt, type PaymentPorts, retireAttempt } from './check-attempt';
import { ProviderSilentError } from './provider';

const batch = 200;
const pauseMs = 30_000;
const silencesBeforeGivingUp = 3;

export interface Reconciliation {
  asked: number;
  paid: number;
  closed: number;
  unmatched: number;
  silent: number;
  failed: number;
}

/** Every minute: a notice that never came is made good by asking. Attempts that nobody should pay any more are closed. */
export async function reconcileOpenAttempts(ports: PaymentPorts): Promise<Reconciliation> {
  const tally: Reconciliation = { asked: 0, paid: 0, closed: 0, unmatched: 0, silent: 0, failed: 0 };
  for (const { name } of ports.providers) {
    for (const [what, count] of Object.entries(await reconcileAt(name, ports))) tally[what as keyof Reconciliation] += count;
  }
  return tally;
}

/** One provider that does not answer keeps nobody from asking the others. */
async function reconcileAt(provider: string, ports: PaymentPorts): Promise<Reconciliation> {
  const { now } = ports;
  const open = await db.paymentAttempt.findMany({
    where: {
      status: 'CREATED',
      provider,
      OR: [{ checkedAt: null }, { checkedAt: { lt: new Date(now.getTime() - pauseMs) } }],
    },
    include: { order: { select: { status: true } } },
    orderBy: [{ checkedAt: { sort: 'asc', nulls: 'first' } }, { createdAt: 'asc' }],
    take: batch,
  });
  const tally: Reconciliation = { asked: 0, paid: 0, closed: 0, unmatched: 0, silent: 0, failed: 0 };
  for (const attempt of open) {
    if (tally.silent >= silencesBeforeGivingUp) break;
    const isOver = attempt.expiresAt <= now || attempt.order.status !== 'PAYING';
    tally.asked += 1;
    try {
      const result = await (isOver ? retireAttempt(attempt, ports) : checkAttempt(attempt, ports));
      if (result !== 'waiting') tally[result] += 1;
    } catch (error) {
      const { outTradeNumber } = attempt;
      if (error instanceof ProviderSilentError) {
        tally.silent += 1;
        log().warn({ err: error, outTradeNumber }, 'payment provider silent');
      } else {
        tally.failed += 1;
        log().error({ err: error, outTradeNumber }, 'payment attempt not reconciled');
      }
    }
  }
  return tally;
}
