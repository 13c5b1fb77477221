import { inTransaction } from '@/lib/db/transaction';
import { paymentProvider } from '@/lib/payments/gateway';
import type { PaymentPorts } from '@/lib/payments/check-attempt';
import { applicationOfAttempt } from '@/lib/payments/lock-order';
import { settleAttempt, type SettlePayment } from '@/lib/payments/settle-attempt';
import { confirmPayment } from './confirm-payment';
import { lockApplication } from './lock-application';

/** Books the payment and tells the application of it, in one transaction that holds the application's row first. */
export const settlePayment: SettlePayment = ({ told, now, alongside }) =>
  inTransaction(async (tx) => {
    const applicationId = await applicationOfAttempt(tx, told.report.outTradeNumber);
    if (applicationId) await lockApplication(tx, applicationId);
    const settlement = await settleAttempt({ tx, told, now });
    if (settlement.settled) await confirmPayment({ tx, orderId: settlement.orderId, now });
    await alongside?.(tx, settlement);
    return settlement;
  });

/** What a question to the payment provider needs; null where only offline transfer is offered. */
export function paymentPorts(now: Date): PaymentPorts | null {
  const provider = paymentProvider();
  return provider && { provider, settle: settlePayment, now };
}
