import type { Prisma } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import type { OrderStatusCode } from './labels';

/** What may become of an order; a voucher or an attempt that comes to nothing leads back to UNPAID. */
export const orderMoves: Record<OrderStatusCode, readonly OrderStatusCode[]> = {
  UNPAID: ['PAYING', 'VOUCHER_UPLOADED', 'PAID', 'CLOSED'],
  PAYING: ['UNPAID', 'PAID', 'CLOSED'],
  VOUCHER_UPLOADED: ['UNPAID', 'PAID', 'CLOSED'],
  PAID: ['REFUNDING'],
  REFUNDING: ['PAID', 'REFUNDED'],
  REFUNDED: [],
  CLOSED: [],
};

interface OrderMove {
  tx: Transaction;
  order: { id: string; status: OrderStatusCode };
  to: OrderStatusCode;
  set?: Prisma.OrderUncheckedUpdateManyInput;
}

/** The only writer of an order's status: allowed by the table, and only from the status that was read. */
export async function moveOrder({ tx, order, to, set }: OrderMove): Promise<void> {
  if (!orderMoves[order.status].includes(to))
    throw new Error(`order ${order.id}: no move from ${order.status} to ${to}`);
  const { count } = await tx.order.updateMany({
    where: { id: order.id, status: order.status },
    data: { ...set, status: to },
  });
  if (count !== 1) throw new DomainError('MOVED_MEANWHILE', '订单的状态刚刚有变化，请刷新后再试。');
}
