import {
  type PaymentProvider,
  type PaymentReport,
  ProviderSilentError,
  type RefundReport,
  type ProviderState,
} from '@/lib/payments/provider';
import { memoryRefunds } from './memory-refunds';

interface Trade {
  amountFen: number;
  state: 'open' | 'paid' | 'refunded' | 'closed';
  report: PaymentReport | null;
}

export interface MemoryProvider extends PaymentProvider {
  /** As Alipay: a payment is only known here once its page is opened. */
  opensLate: boolean;
  /** What was begun, whether opened or not. */
  begun: Map<string, number>;
  /** The payer opens the page, as often as he likes; of what is closed or paid nothing is opened. */
  visit(outTradeNumber: string): void;
  trades: Map<string, Trade>;
  /** What happened in which order: `create`, `query`, `close`. */
  calls: string[];
  isSilent: boolean;
  refunds: Map<string, RefundReport>;
  /** What becomes of the next refunds. */
  refunding: RefundReport['state'] | 'refused';
  /** His own. */
  clock: () => Date;
  /** Somebody pays; null when the trade cannot be paid any more. */
  pay(outTradeNumber: string, amountFen?: number): PaymentReport | null;
}

/** A provider without network, for histories in which every step is decided by the test. */
export function memoryProvider(): MemoryProvider {
  const trades = new Map<string, Trade>();
  const begun = new Map<string, number>();
  const calls: string[] = [];
  const refunds = new Map<string, RefundReport>();
  const asked = (provider: MemoryProvider, what: string) => {
    calls.push(what);
    if (provider.isSilent) throw new ProviderSilentError(what);
  };
  const provider: MemoryProvider = {
    name: 'memory',
    way: 'wechat',
    opensLate: false,
    begun,
    trades,
    calls,
    isSilent: false,
    clock: () => new Date(),
    refunds,
    refunding: 'succeeded',
    async createPayment({ outTradeNumber, amountFen }) {
      asked(provider, 'create');
      const known = trades.get(outTradeNumber);
      if (known && known.state !== 'open') return { answer: 'finished' };
      begun.set(outTradeNumber, amountFen);
      if (!provider.opensLate) provider.visit(outTradeNumber);
      return { answer: 'created', payUrl: `memory:${outTradeNumber}` };
    },
    async queryPayment(outTradeNumber): Promise<ProviderState> {
      asked(provider, 'query');
      const trade = trades.get(outTradeNumber);
      if (!trade) return { state: provider.opensLate ? 'unpaid' : 'unknown' };
      if (trade.report && (trade.state === 'paid' || trade.state === 'refunded')) {
        return { state: trade.state, report: trade.report };
      }
      return { state: trade.state === 'closed' ? 'closed' : 'unpaid' };
    },
    async closePayment(outTradeNumber) {
      asked(provider, 'close');
      const trade = trades.get(outTradeNumber);
      if (trade?.state === 'paid' || trade?.state === 'refunded') return { isClosed: false };
      if (trade) trade.state = 'closed';
      return { isClosed: true };
    },
    ...memoryRefunds(() => provider, refunds, (what) => asked(provider, what)),
    dailyBill: async () => [],
    parseNotice: () => ({ genuine: false, because: 'HEADERS_MISSING' }),
    ...memoryPayer(() => provider),
  };
  return provider;
}

/** What somebody does in the provider's own pages. */
function memoryPayer(of: () => MemoryProvider): Pick<MemoryProvider, 'visit' | 'pay'> {
  let paid = 0;
  return {
    visit(outTradeNumber) {
      const { begun, trades } = of();
      const amountFen = begun.get(outTradeNumber);
      if (amountFen === undefined || trades.has(outTradeNumber)) return;
      trades.set(outTradeNumber, { amountFen, state: 'open', report: null });
    },
    pay(outTradeNumber, amountFen) {
      const provider = of();
      provider.visit(outTradeNumber);
      const trade = provider.trades.get(outTradeNumber);
      if (trade?.state !== 'open') return null;
      paid += 1;
      trade.state = 'paid';
      trade.report = {
        provider: provider.name,
        outTradeNumber,
        providerTransactionId: `M${paid}-${outTradeNumber}`,
        amountFen: amountFen ?? trade.amountFen,
        paidAt: provider.clock(),
      };
      return trade.report;
    },
  };
}
