import { paymentPorts } from '@/lib/applications/settle-payment';
import { now } from '@/lib/clock';
import { log } from '@/lib/log';
import { closeExpired } from '@/lib/payments/close-expired';
import { reconcileOpenAttempts } from '@/lib/payments/reconcile-open-attempts';

export async function reconcilePayments(): Promise<void> {
  const ports = paymentPorts(now());
  if (!ports) return;
  const tally = await reconcileOpenAttempts(ports);
  if (tally.asked > 0) log().info(tally, 'payments reconciled');
}

export async function closeExpiredOrders(): Promise<void> {
  const at = now();
  const closed = await closeExpired({ now: at, ports: paymentPorts(at) });
  if (closed > 0) log().info({ closed }, 'overdue orders closed');
}
