import { createHmac } from 'node:crypto';
import { beijingDay } from '@/lib/kernel/dates';
import type { BillLine, PaymentReport, PaymentWay, ReadNotice, RefundReport, WireNotice } from '@/lib/payments/provider';
import { type MemoryProvider, memoryProvider } from '../memory-provider';

/** A provider on a bad day: his notices can be forged, and his bill says what really happened. */
export interface Bank extends MemoryProvider {
  noticeOf(told: { report: PaymentReport } | { refund: RefundReport }): WireNotice;
  /** What was asked of him that no honest shop asks. */
  wrongs: string[];
}

interface Opening {
  name: string;
  way: PaymentWay;
  clock: () => Date;
}

const feeShare = 0.006;

export function bankOf({ name, way, clock }: Opening): Bank {
  const provider = Object.assign(memoryProvider(), { name, way, opensLate: way === 'alipay', clock });
  const sign = (body: string): string => createHmac('sha256', name).update(body).digest('hex');
  const wrongs: string[] = [];
  let notices = 0;
  return Object.assign(provider, {
    wrongs,
    refund: insistOnEnough(provider, wrongs),
    async dailyBill(day: string) {
      return beijingDay(clock()) > day ? billOf(provider, day) : null;
    },
    noticeOf(told: object): WireNotice {
      const body = JSON.stringify({ id: `${name}-${++notices}`, ...told });
      return { header: (header) => (header === 'signature' ? sign(body) : ''), body };
    },
    parseNotice({ header, body }: WireNotice): ReadNotice {
      return header('signature') === sign(body) ? read(body) : { genuine: false, because: 'SIGNATURE_WRONG' };
    },
  });
}

function read(body: string): ReadNotice {
  const { id, report, refund } = JSON.parse(body);
  const told = {
    report: report ? { ...report, paidAt: new Date(report.paidAt) } : null,
    refund: refund ? { ...refund, finishedAt: refund.finishedAt && new Date(refund.finishedAt) } : null,
  };
  return { genuine: true, noticeId: id, outTradeNumber: (report ?? refund).outTradeNumber, ...told };
}

/** He gives back no more than came in, and notes that somebody wanted it. */
function insistOnEnough(provider: MemoryProvider, wrongs: string[]): MemoryProvider['refund'] {
  const giveBack = provider.refund;
  return async (wish) => {
    const paid = provider.trades.get(wish.outTradeNumber)?.report?.amountFen ?? 0;
    const others = [...provider.refunds.values()].filter(({ outTradeNumber, refundNumber }) => outTradeNumber === wish.outTradeNumber && refundNumber !== wish.refundNumber);
    const promised = others.filter(({ state }) => state !== 'closed').reduce((sum, { amountFen }) => sum + amountFen, 0);
    if (promised + wish.amountFen <= paid) return giveBack(wish);
    wrongs.push(`refund ${wish.refundNumber}: ${promised} and ${wish.amountFen} of ${paid} fen`);
    return { answer: 'refused', code: 'NOT_ENOUGH' };
  };
}

function billOf({ trades, refunds }: MemoryProvider, day: string): BillLine[] {
  const payments = [...trades].flatMap(([outTradeNumber, { report }]) =>
    report && beijingDay(report.paidAt) === day ? [lineOf('payment', { ...report, outTradeNumber, at: report.paidAt })] : [],
  );
  const given = [...refunds.values()].flatMap(({ finishedAt, state, ...refund }) => {
    if (state !== 'succeeded' || !finishedAt || beijingDay(finishedAt) !== day) return [];
    const providerTransactionId = trades.get(refund.outTradeNumber)?.report?.providerTransactionId ?? '';
    return [lineOf('refund', { ...refund, providerTransactionId, at: finishedAt })];
  });
  return [...payments, ...given];
}

type Moved = Pick<BillLine, 'outTradeNumber' | 'providerTransactionId' | 'amountFen' | 'at'> & Partial<Pick<BillLine, 'refundNumber' | 'providerRefundId'>>;

function lineOf(kind: BillLine['kind'], { outTradeNumber, providerTransactionId, amountFen, at, refundNumber = '', providerRefundId = '' }: Moved): BillLine {
  const feeFen = Math.round(amountFen * feeShare) * (kind === 'payment' ? 1 : -1);
  return {
    kind,
    outTradeNumber,
    providerTransactionId,
    amountFen,
    feeFen,
    at,
    refundNumber,
    providerRefundId,
    state: 'done',
  };
}
