import { inTransaction, type Transaction } from '@/lib/db/transaction';
import { paymentProviders } from '@/lib/payments/gateway';
import type { PaymentPorts } from '@/lib/payments/check-attempt';
import {
  isBooked,
  repeated,
  settleAttempt,
  type Settlement,
  type SettlePayment,
  type ToldPayment,
} from '@/lib/payments/settle-attempt';
import { confirmPayment } from './confirm-payment';
import { lockPaidByAttempt } from './lock-for-payment';

/** Books the payment and tells the applications of it, in one transaction that holds their rows first. */
export const settlePayment: SettlePayment = ({ told, now, alongside }) =>
  inTransaction(async (tx) => {
    // Most notices of a busy hour repeat what is known: they need no lock.
    const settlement = (await isBooked(tx, told.report)) ? repeated : await settle(tx, told, now);
    await alongside?.(tx, settlement);
    return settlement;
  });

async function settle(tx: Transaction, told: ToldPayment, now: Date): Promise<Settlement> {
  await lockPaidByAttempt(tx, told.report.outTradeNumber);
  const settlement = await settleAttempt({ tx, told, now });
  if (settlement.settled) await confirmPayment({ tx, orderId: settlement.orderId, now });
  return settlement;
}

/** What a question to the payment providers needs; null where only offline transfer is offered. */
export function paymentPorts(now: Date): PaymentPorts | null {
  const providers = paymentProviders();
  return providers.length > 0 ? { providers, settle: settlePayment, now } : null;
}
