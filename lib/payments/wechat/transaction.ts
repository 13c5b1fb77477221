import { z } from 'zod';
import type { PaymentReport } from '../provider';

/** A transaction as WeChat Pay tells it: the answer to a query, and the inside of a notice. */
export const transaction = z.object({
  appid: z.string(),
  mchid: z.string(),
  out_trade_no: z.string().min(6).max(32),
  transaction_id: z.string().min(1).max(64).optional(),
  trade_state: z.enum(['SUCCESS', 'REFUND', 'NOTPAY', 'CLOSED', 'REVOKED', 'USERPAYING', 'PAYERROR']),
  success_time: z.iso.datetime({ offset: true }).optional(),
  amount: z.object({ total: z.int().min(1), currency: z.string().optional() }).optional(),
});

export type WechatTransaction = z.infer<typeof transaction>;

/** Null where the facts of a payment are incomplete. */
export function reportOf(told: WechatTransaction, provider: string): PaymentReport | null {
  const { transaction_id: providerTransactionId, success_time: paidAt, amount } = told;
  if (!providerTransactionId || !paidAt || !amount || (amount.currency ?? 'CNY') !== 'CNY') return null;
  return {
    provider,
    outTradeNumber: told.out_trade_no,
    providerTransactionId,
    amountFen: amount.total,
    paidAt: new Date(paidAt),
  };
}
