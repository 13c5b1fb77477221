import type { Transaction } from '@/lib/db/transaction';
import { lockOrderOfApplication } from '@/lib/payments/lock-order';
import { dropProposal, proposeByRule } from '@/lib/payments/refunds/propose-by-rule';
import type { LoadedApplication } from './lock-application';

interface Decided {
  tx: Transaction;
  /** Locked. */
  application: LoadedApplication;
  now: Date;
}

/** A rejected application's fee, as the cycle's rule has it; in the transaction of the decision. */
export async function proposeRejectedRefund({ tx, application, now }: Decided): Promise<void> {
  const { id: applicationId, number, hasPayment } = application;
  const order = hasPayment ? await lockOrderOfApplication(tx, applicationId) : null;
  if (order) await proposeByRule({ tx, order, applicationId, note: `申报 ${number} 资格审查未通过，按本年度的退费规定`, now });
}

/** The decision is undone: what nobody has approved yet does not go back. */
export async function dropRejectedRefund({ tx, application, now }: Decided): Promise<void> {
  const { id: applicationId } = application;
  const order = await lockOrderOfApplication(tx, applicationId);
  if (order) await dropProposal({ tx, order, applicationId, now });
}
