import { db } from '@/lib/db/client';
import type { Actor } from '@/lib/kernel/actor';
import { beijingStamp } from '@/lib/kernel/dates';
import { visibleInvoicedOrders } from '../policy';

const hourMs = 3_600_000;

/** What the platform has had for an hour without a word: somebody should ask it in another way. */
export async function overdueAnswers(actor: Actor, now: Date): Promise<{ issuing: number; reversing: number }> {
  const order = visibleInvoicedOrders(actor);
  if (!order) return { issuing: 0, reversing: 0 };
  const anHourAgo = new Date(now.getTime() - hourMs);
  const [issuing, reversing] = await Promise.all([
    db.invoice.count({ where: { order, status: 'ISSUING', batch: { way: 'PLATFORM', madeAt: { lt: anHourAgo } } } }),
    // A request's number begins with its time.
    db.invoice.count({ where: { order, status: 'REVERSING', redFailure: '', redRequestId: { lt: `HC${beijingStamp(anHourAgo).slice(2)}` } } }),
  ]);
  return { issuing, reversing };
}
