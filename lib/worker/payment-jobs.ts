import { paymentPorts } from '@/lib/applications/settle-payment';
import { freeingPeople } from '@/lib/applications/unit-orders/close-overdue';
import { now } from '@/lib/clock';
import { log } from '@/lib/log';
import { reconcileBills } from '@/lib/payments/bills/reconcile-bills';
import { closeExpired } from '@/lib/payments/close-expired';
import { reconcileOpenAttempts } from '@/lib/payments/reconcile-open-attempts';
import { reconcileRefunds, sendRefund } from '@/lib/payments/refunds/send-refund';

export async function reconcilePayments(): Promise<void> {
  const ports = paymentPorts(now());
  if (!ports) return;
  const tally = await reconcileOpenAttempts(ports);
  if (tally.asked > 0) log().info(tally, 'payments reconciled');
  let failed = tally.failed;
  for (const provider of ports.providers) {
    const refunds = await reconcileRefunds({ ...ports, provider });
    if (refunds.given + refunds.failed > 0) log().info({ provider: provider.name, ...refunds }, 'refunds reconciled');
    failed += refunds.broken;
  }
  insistOnAll(failed, 'payments and refunds');
}

export async function closeExpiredOrders(): Promise<void> {
  const at = now();
  const { closed, failed } = await closeExpired({ now: at, ports: paymentPorts(at), around: freeingPeople });
  if (closed > 0) log().info({ closed }, 'overdue orders closed');
  insistOnAll(failed, 'overdue orders');
}

export async function reconcileDailyBills(): Promise<void> {
  const ports = paymentPorts(now());
  if (!ports) return;
  let failed = 0;
  for (const provider of ports.providers) {
    const tally = await reconcileBills({ ...ports, provider });
    log().info({ provider: provider.name, ...tally }, 'bills compared');
    failed += tally.failed;
  }
  insistOnAll(failed, 'bills and their lines');
}

/** The rest is done all the same; but a job in which something failed has failed, so that it is seen. */
function insistOnAll(failed: number, what: string): void {
  if (failed > 0) throw new Error(`${failed} of the ${what} failed`);
}

/** Each gives back only what was paid at it. Without online payment the refund waits for finance staff. */
export async function sendApprovedRefund(refundId: string): Promise<void> {
  const ports = paymentPorts(now());
  if (!ports) return;
  for (const provider of ports.providers) await sendRefund(refundId, { ...ports, provider });
}
