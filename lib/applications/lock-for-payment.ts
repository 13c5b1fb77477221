import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { type LoadedOrder, lockOrderOfApplication } from '@/lib/payments/lock-order';
import { applicationOfVoucher, type LockedVoucher, lockVoucher } from '@/lib/payments/lock-voucher';
import { type LoadedApplication, lockApplication } from './lock-application';

export interface Payable {
  application: LoadedApplication;
  order: LoadedOrder;
}

/** An application with its order, locked in this order. */
export async function lockPayable(tx: Transaction, { applicationId }: { applicationId: string }): Promise<Payable> {
  const application = await lockApplication(tx, applicationId);
  const order = await lockOrderOfApplication(tx, applicationId);
  if (!order) throw new NotFoundError('order');
  return { application, order };
}

/** Confirming a voucher moves the application, so its row is held first. */
export async function lockVoucherFirst(tx: Transaction, { voucherId }: { voucherId: string }): Promise<LockedVoucher> {
  await lockApplication(tx, await applicationOfVoucher(tx, voucherId));
  return lockVoucher(tx, voucherId);
}
