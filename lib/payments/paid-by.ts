import type { LoadedOrder } from './lock-order';

interface PaidBy {
  provider: string;
  /** The provider's number of the payment, or the bank's of the transfer. */
  reference: string;
}

/** The payment that paid this order, not one that came too often or too late; null for an order of nothing. */
export function paidBy({ attempts, vouchers, unmatched }: Pick<LoadedOrder, 'attempts' | 'vouchers' | 'unmatched'>): PaidBy | null {
  const assigned = unmatched.find(({ outcome }) => outcome === 'ASSIGNED');
  if (assigned) return { provider: assigned.provider, reference: assigned.providerTransactionId };
  const elsewhere = new Set(unmatched.map(({ providerTransactionId }) => providerTransactionId));
  for (const { status, provider, providerTransactionId } of attempts) {
    if (status === 'SUCCEEDED' && providerTransactionId && !elsewhere.has(providerTransactionId)) {
      return { provider, reference: providerTransactionId };
    }
  }
  for (const { status, bankReference } of vouchers) {
    if (status === 'CONFIRMED' && bankReference && !elsewhere.has(bankReference)) {
      return { provider: 'bank', reference: bankReference };
    }
  }
  return null;
}

export const hasReceipt = ({ paidAt, paidFen }: Pick<LoadedOrder, 'paidAt' | 'paidFen'>): boolean =>
  paidAt !== null && paidFen > 0;
