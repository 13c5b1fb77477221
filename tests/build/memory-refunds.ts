import type { PaymentProvider, RefundReport } from '@/lib/payments/provider';

interface Refunding {
  name: string;
  refunding: RefundReport['state'] | 'refused';
  clock: () => Date;
}

/** The refunds of a provider without network: what becomes of the next one is said before. */
export function memoryRefunds(
  of: () => Refunding,
  refunds: Map<string, RefundReport>,
  asked: (what: string) => void,
): Pick<PaymentProvider, 'refund' | 'queryRefund'> {
  return {
    async refund({ refundNumber, outTradeNumber, amountFen }) {
      asked('refund');
      const { name: provider, refunding: state, clock } = of();
      if (state === 'refused') return { answer: 'refused', code: 'INVALID_REQUEST' };
      const finishedAt = state === 'succeeded' ? clock() : null;
      const providerRefundId = `MR-${refundNumber}`;
      const report = refunds.get(refundNumber) ?? {
        ...{ provider, refundNumber, outTradeNumber, providerRefundId, amountFen, state, finishedAt },
      };
      refunds.set(refundNumber, report);
      return { answer: 'accepted', report };
    },
    async queryRefund({ refundNumber }) {
      asked('query_refund');
      return refunds.get(refundNumber) ?? null;
    },
  };
}
