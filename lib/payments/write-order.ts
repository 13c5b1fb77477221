import { recordEvent } from '@/lib/audit/record-event';
import type { Transaction } from '@/lib/db/transaction';
import type { Actor } from '@/lib/kernel/actor';
import { yuan } from '@/lib/kernel/money';
import { type LoadedOrder, lockOrder } from './lock-order';
import { orderNumber } from './order-number';

export interface NewItem {
  applicationId: string;
  personId: string;
  title: string;
  amountFen: number;
}

interface NewOrder {
  tx: Transaction;
  actor: Actor;
  /** The applicant himself, or who acts for the unit. */
  payer: { personId: string } & ({ applicationId: string; unitId?: undefined } | { unitId: string; applicationId?: undefined });
  cycleId: string;
  payeeId: string;
  title: string;
  items: readonly NewItem[];
  expiresAt: Date;
  note?: string;
  now: Date;
}

const tries = 20;

/** Writes an order with what it is for, under a number that nobody has. One of nothing is paid from the start. */
export async function writeOrder(wish: NewOrder): Promise<LoadedOrder> {
  const { tx, actor, items, note, now } = wish;
  const { id } = await insertOrder(wish);
  await tx.orderItem.createMany({ data: items.map((item) => ({ ...item, orderId: id })) });
  const order = await lockOrder(tx, id);
  await recordEvent(tx, {
    stream: `order:${id}`,
    name: 'order_created',
    actor,
    at: now,
    to: order.status,
    note: `应缴 ${yuan(order.totalFen)}${note ? `。${note}` : ''}`,
    data: { number: order.number, totalFen: order.totalFen, applicationIds: items.map(({ applicationId }) => applicationId) },
    isPublic: true,
  });
  return order;
}

async function insertOrder({ tx, payer, cycleId, payeeId, title, items, expiresAt, now }: NewOrder): Promise<{ id: string }> {
  const totalFen = items.reduce((sum, { amountFen }) => sum + amountFen, 0);
  const isFree = totalFen === 0;
  for (let attempt = 0; attempt < tries; attempt++) {
    // A number that is taken leaves the transaction usable, which a failed insert would not.
    const [made] = await tx.order.createManyAndReturn({
      skipDuplicates: true,
      select: { id: true },
      data: {
        ...payer,
        number: orderNumber(now),
        cycleId,
        payeeId,
        title,
        totalFen,
        status: isFree ? 'PAID' : 'UNPAID',
        paidAt: isFree ? now : null,
        createdAt: now,
        expiresAt,
      },
    });
    if (made) return made;
  }
  throw new Error(`no free order number in ${tries} tries`);
}
