/** What the gateway knows of one order of a merchant. */
export interface Trade {
  outTradeNumber: string;
  /** Names the cashier page. */
  token: string;
  tradeType: 'NATIVE' | 'MWEB';
  description: string;
  totalFen: number;
  notifyUrl: string;
  createdAt: number;
  expiresAt: number;
  state: 'NOTPAY' | 'SUCCESS' | 'CLOSED';
  transactionId: string;
  paidAt: number;
  notice: { id: string; tries: number; nextAt: number; isDelivered: boolean };
}

export type TradeEvent =
  | { kind: 'created'; trade: Trade }
  | { kind: 'paid'; outTradeNumber: string; at: number; transactionId: string; noticeId: string }
  | { kind: 'closed'; outTradeNumber: string }
  | { kind: 'noticed'; outTradeNumber: string }
  | { kind: 'notice_failed'; outTradeNumber: string; nextAt: number };

export type Trades = Map<string, Trade>;

/** The one place where a trade changes; the journal is replayed through it after a restart. */
export function applyEvent(trades: Trades, event: TradeEvent): void {
  if (event.kind === 'created') {
    trades.set(event.trade.outTradeNumber, event.trade);
    return;
  }
  const trade = trades.get(event.outTradeNumber);
  if (trade) trades.set(trade.outTradeNumber, { ...trade, ...changed(trade, event) });
}

function changed(trade: Trade, event: Exclude<TradeEvent, { kind: 'created' }>): Partial<Trade> {
  switch (event.kind) {
    case 'paid':
      return {
        state: 'SUCCESS',
        paidAt: event.at,
        transactionId: event.transactionId,
        notice: { id: event.noticeId, tries: 0, nextAt: event.at, isDelivered: false },
      };
    case 'closed':
      return { state: 'CLOSED' };
    case 'noticed':
      return { notice: { ...trade.notice, isDelivered: true } };
    case 'notice_failed':
      return { notice: { ...trade.notice, tries: trade.notice.tries + 1, nextAt: event.nextAt } };
  }
}

/** As with the real one, an expired trade stays NOTPAY until it is closed; it only cannot be paid any more. */
export const canBePaid = (trade: Trade, at: number): boolean => trade.state === 'NOTPAY' && at < trade.expiresAt;

export const awaitsNotice = (trade: Trade): boolean => trade.state === 'SUCCESS' && !trade.notice.isDelivered;
