import type { PaymentVoucher } from '@/lib/db/generated/client';
import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { applicationsOfOrder, type LoadedOrder, lockOrder } from './lock-order';

export interface LockedVoucher {
  voucher: PaymentVoucher;
  order: LoadedOrder;
}

/** What the order of a voucher pays for, read without a lock so that it can be locked first. */
export async function applicationsOfVoucher(tx: Transaction, voucherId: string): Promise<string[]> {
  const found = await tx.paymentVoucher.findUnique({ where: { id: voucherId }, select: { orderId: true } });
  if (!found) throw new NotFoundError('voucher');
  return applicationsOfOrder(tx, found.orderId);
}

/** The voucher with its order; the order's row is held, and nothing changes a voucher without it. */
export async function lockVoucher(tx: Transaction, voucherId: string): Promise<LockedVoucher> {
  const found = await tx.paymentVoucher.findUnique({ where: { id: voucherId }, select: { orderId: true } });
  if (!found) throw new NotFoundError('voucher');
  const order = await lockOrder(tx, found.orderId);
  const voucher = order.vouchers.find(({ id }) => id === voucherId);
  if (!voucher) throw new NotFoundError('voucher');
  return { voucher, order };
}
