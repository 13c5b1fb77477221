import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { reconcileBills } from '@/lib/payments/bills/reconcile-bills';
import type { BillLine } from '@/lib/payments/provider';
import type { SettlePayment } from '@/lib/payments/settle-attempt';
import { memoryProvider } from './memory-provider';
import { payOnline } from './pay-online';
import { financeOf, payDay as now, payingApplicant } from './paying-applicant';

export const billDay = '2025-02-10';
export const nextMorning = new Date('2025-02-11T02:10:00Z');

export type BillScene = Awaited<ReturnType<typeof billScene>>;

/** Somebody at a provider's cashier, and the bills that this provider will write: a day that is not named is empty. */
export async function billScene() {
  const applicant = await payingApplicant();
  const provider = memoryProvider();
  provider.name = `memory-${applicant.orderId}`;
  const bills: Record<string, BillLine[] | null> = {};
  provider.dailyBill = async (asked) => bills[asked] ?? [];
  await payOnline({ ...applicant, provider, now });
  const outTradeNumber = (await applicant.order()).attempts[0]?.outTradeNumber ?? '';
  const providerTransactionId = `T-${applicant.orderId}`;
  const paidLine = (change: Partial<BillLine> = {}): BillLine => ({
    ...{ kind: 'payment' as const, outTradeNumber, providerTransactionId, refundNumber: '', providerRefundId: '' },
    ...{ amountFen: 10_000, feeFen: 60, at: now, state: 'done' as const },
    ...change,
  });
  return {
    ...{ applicant, provider, bills, paidLine, finance: await financeOf('jiangsu') },
    refundLine: (change: Partial<BillLine> = {}): BillLine =>
      paidLine({
        kind: 'refund',
        refundNumber: 'R-unknown',
        providerRefundId: `RR-${applicant.orderId}`,
        amountFen: 4_000,
        feeFen: -24,
        ...change,
      }),
    /** Paid at the provider, and none of ours. */
    strangersLine: (change: Partial<BillLine> = {}): BillLine =>
      paidLine({ outTradeNumber: 'elsewhere-1', providerTransactionId: `S-${applicant.orderId}`, ...change }),
    pay: () =>
      settlePayment({
        told: {
          state: 'paid',
          report: { provider: provider.name, outTradeNumber, providerTransactionId, amountFen: 10_000, paidAt: now },
        },
        now,
      }),
    run: (at = nextMorning, settle: SettlePayment = settlePayment) => reconcileBills({ provider, settle, now: at }),
    billOf: (of = billDay) =>
      db.providerBill.findFirstOrThrow({
        where: { provider: provider.name, day: new Date(of) },
        include: { lines: true, differences: true },
      }),
  };
}
