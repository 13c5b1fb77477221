import { setTimeout as delay } from 'node:timers/promises';
import { db } from '@/lib/db/client';
import { checkBooks } from '@/lib/ledger/check-books';
import { paymentProviders } from '@/lib/payments/gateway';
import type { Paid } from './many-payers';

const lookEveryMs = 2_000;

const idsOf = (paid: readonly Paid[]) => ({ in: paid.map(({ applicant }) => applicant.orderId) });

/** Seconds until every order that was paid at the gateway counts as paid, by notices and the timers alone. */
export async function untilConverged(paid: readonly Paid[], patienceMs: number): Promise<number> {
  const begin = performance.now();
  while (performance.now() - begin < patienceMs) {
    // PostgreSQL may still be coming back.
    const open = await db.order.count({ where: { id: idsOf(paid), status: { not: 'PAID' } } }).catch(() => -1);
    if (open === 0) break;
    await delay(lookEveryMs);
  }
  return (performance.now() - begin) / 1000;
}

export interface Aftermath {
  /** Paid at the gateway and not in the order. */
  lost: number;
  /** Counted, booked or paid more than once. */
  doubled: number;
  wrongs: string[];
}

/** What the gateway says beside the orders, the applications, the events and the books. */
export async function wrongAfterwards(paid: readonly Paid[]): Promise<Aftermath> {
  const [provider] = paymentProviders();
  const wrongs: string[] = [];
  let [lost, doubled] = [0, 0];
  for (const { applicant, outTradeNumber } of paid) {
    const truth = await provider?.queryPayment(outTradeNumber);
    if (truth?.state !== 'paid') wrongs.push(`${outTradeNumber} is ${truth?.state} at the gateway`);
    const order = await applicant.order();
    const application = await db.application.findUniqueOrThrow({ where: { id: applicant.applicationId } });
    const events = await db.auditEvent.count({ where: { stream: `order:${order.id}`, name: 'order_paid' } });
    const booked = await db.ledgerEntry.aggregate({ where: { orderId: order.id, account: 'FEES' }, _sum: { amountFen: true }, _count: true });
    if (order.status !== 'PAID' || !application.hasPayment) lost += 1;
    if (events > 1 || booked._count > 1 || order.unmatched.length > 0) doubled += 1;
    if (-(booked._sum.amountFen ?? 0) !== order.paidFen) wrongs.push(`${order.number}: ${order.paidFen} fen paid, the books say ${booked._sum.amountFen}`);
  }
  const faults = await checkBooks();
  return { lost, doubled, wrongs: [...wrongs, ...faults.map((fault) => JSON.stringify(fault))] };
}
