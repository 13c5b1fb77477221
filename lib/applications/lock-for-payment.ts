import type { Transaction } from '@/lib/db/transaction';
import { NotFoundError } from '@/lib/kernel/domain-error';
import { applicationsOfAttempt, applicationsOfOrder, type LoadedOrder, lockOrder } from '@/lib/payments/lock-order';
import { applicationsOfVoucher, type LockedVoucher, lockVoucher } from '@/lib/payments/lock-voucher';
import { type LoadedApplication, lockApplication } from './lock-application';

export interface Payable {
  applications: LoadedApplication[];
  order: LoadedOrder;
}

/** An order with all that it pays for, locked in the order that holds everywhere: applications, order. */
export async function lockPayable(tx: Transaction, { orderId }: { orderId: string }): Promise<Payable> {
  const applications = await lockAll(tx, await applicationsOfOrder(tx, orderId));
  return { applications, order: await lockOrder(tx, orderId) };
}

export async function lockPaidFor(tx: Transaction, orderId: string): Promise<void> {
  await holdAll(tx, await applicationsOfOrder(tx, orderId));
}

export async function lockPaidByAttempt(tx: Transaction, outTradeNumber: string): Promise<void> {
  await holdAll(tx, await applicationsOfAttempt(tx, outTradeNumber));
}

/** Confirming a voucher moves what its order pays for, so those rows are held first. */
export async function lockVoucherFirst(tx: Transaction, { voucherId }: { voucherId: string }): Promise<LockedVoucher> {
  await holdAll(tx, await applicationsOfVoucher(tx, voucherId));
  return lockVoucher(tx, voucherId);
}

/** By ascending id, so that two orders that share an applicant never wait for each other. */
export async function holdAll(tx: Transaction, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const held = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Application" WHERE id = ANY(${ids}::uuid[]) ORDER BY id FOR UPDATE`;
  if (held.length !== new Set(ids).size) throw new NotFoundError('application');
}

async function lockAll(tx: Transaction, ids: readonly string[]): Promise<LoadedApplication[]> {
  await holdAll(tx, ids);
  const applications: LoadedApplication[] = [];
  for (const id of ids) applications.push(await lockApplication(tx, id));
  return applications;
}
