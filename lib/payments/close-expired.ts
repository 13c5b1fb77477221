import { db } from '@/lib/db/client';
import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { systemActor } from '@/lib/kernel/actor';
import { hasPassed } from '@/lib/kernel/dates';
import { log } from '@/lib/log';
import { type PaymentPorts, retireAttempt } from './check-attempt';
import { closeOrder } from './close-order';
import { type LoadedOrder, lockOrder } from './lock-order';
import { ProviderSilentError } from './provider';

const batch = 200;

interface Closing {
  tx: Transaction;
  orderId: string;
  now: Date;
}

/** Holds what the order pays for before it is closed, and does what follows from that; null when it was not closed. */
export type AroundClosing = (
  closing: Closing,
  close: () => Promise<LoadedOrder | null>,
) => Promise<LoadedOrder | null>;

const alone: AroundClosing = (_, close) => close();

interface Expiry {
  now: Date;
  /** Null where nothing is paid online. */
  ports: PaymentPorts | null;
  around?: AroundClosing;
}

/** Orders keep to the payment window of their cycle, also when staff move it or the application stood still; past its end the unpaid ones are closed. */
export async function closeExpired({
  now,
  ports,
  around = alone,
}: Expiry): Promise<{ closed: number; failed: number }> {
  await followCycles();
  const overdue = await db.order.findMany({
    where: { status: { in: ['UNPAID', 'PAYING'] }, expiresAt: { lt: now }, items: { none: { application: { status: 'FROZEN' } } } },
    include: { attempts: { where: { status: 'CREATED' } } },
    orderBy: { expiresAt: 'asc' },
    take: batch,
  });
  const tally = { closed: 0, failed: 0 };
  for (const { id: orderId, number, attempts } of overdue) {
    try {
      if (!(await isFreeOfAttempts(attempts, ports))) continue;
      const done = await inTransaction((tx) =>
        around({ tx, orderId, now }, () => closeIfStillOverdue({ tx, orderId, now })),
      );
      tally.closed += done ? 1 : 0;
    } catch (error) {
      tally.failed += 1;
      log().error({ err: error, number }, 'overdue order not closed');
    }
  }
  return tally;
}

/** A unit's order has an end of its own, and never a later one than anybody on it. */
async function followCycles(): Promise<void> {
  await db.$executeRaw`
    UPDATE "Order" o SET "expiresAt" = due."at"
    FROM (
      SELECT open."id", CASE WHEN open."unitId" IS NULL THEN closes."at" ELSE least(open."expiresAt", closes."at") END AS at
      FROM "Order" open
      JOIN "Cycle" c ON c."id" = open."cycleId"
      JOIN LATERAL (
        SELECT c."paymentClosesAt" + min(a."daysHeld") * interval '24 hours' AS at
        FROM "OrderItem" i JOIN "Application" a ON a."id" = i."applicationId" WHERE i."orderId" = open."id"
      ) closes ON true
      WHERE open."status" IN ('UNPAID', 'PAYING', 'VOUCHER_UPLOADED')
    ) due
    WHERE due."id" = o."id" AND o."expiresAt" <> due."at" AND o."status" IN ('UNPAID', 'PAYING', 'VOUCHER_UPLOADED')`;
}

/** Only what the provider has closed is closed here; a silent provider leaves the order for the next minute. */
async function isFreeOfAttempts(
  attempts: Parameters<typeof retireAttempt>[0][],
  ports: PaymentPorts | null,
): Promise<boolean> {
  if (attempts.length > 0 && !ports) return false;
  for (const attempt of attempts) {
    try {
      if (ports) await retireAttempt(attempt, ports);
    } catch (error) {
      if (!(error instanceof ProviderSilentError)) throw error;
      log().warn({ err: error, outTradeNumber: attempt.outTradeNumber }, 'payment provider silent');
      return false;
    }
  }
  return true;
}

async function closeIfStillOverdue({ tx, orderId, now }: Closing): Promise<LoadedOrder | null> {
  const order = await lockOrder(tx, orderId);
  if (order.status !== 'UNPAID' || !hasPassed(now, order.expiresAt)) return null;
  const reason = order.unitId ? '单位订单超过有效期，自动关闭' : '缴费截止，订单自动关闭';
  await closeOrder({ tx, actor: systemActor, order, reason, now });
  return lockOrder(tx, orderId);
}
