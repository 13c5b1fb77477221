import type { Refund } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { type LoadedOrder, lockOrder } from '../lock-order';

export interface LockedRefund {
  refund: Refund;
  /** Null for money that names no order of ours. */
  order: LoadedOrder | null;
}

/** Lock order everywhere: application, order, attempt, refund. */
export async function lockRefund(tx: Transaction, id: string): Promise<LockedRefund> {
  const found = await tx.refund.findUnique({ where: { id }, select: { orderId: true } });
  if (!found) throw new NotFoundError('refund');
  const order = found.orderId ? await lockOrder(tx, found.orderId) : null;
  await tx.$queryRaw`SELECT id FROM "Refund" WHERE id = ${id}::uuid FOR UPDATE`;
  return { refund: await tx.refund.findUniqueOrThrow({ where: { id } }), order };
}
