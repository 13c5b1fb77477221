/** What the gateway knows of one order of a merchant. */
export interface Trade {
  outTradeNumber: string;
  /** Names the cashier page. */
  token: string;
  /** The first three are WeChat's, the others Alipay's: neither ever hears of the other's. */
  tradeType: 'NATIVE' | 'MWEB' | 'JSAPI' | 'PAGE' | 'WAP';
  description: string;
  totalFen: number;
  notifyUrl: string;
  /** Alipay's are told it when they are opened. */
  returnUrl?: string | undefined;
  createdAt: number;
  expiresAt: number;
  state: 'NOTPAY' | 'SUCCESS' | 'CLOSED';
  transactionId: string;
  paidAt: number;
  notice: Notice;
}

export interface Refund {
  refundNumber: string;
  refundId: string;
  outTradeNumber: string;
  amountFen: number;
  notifyUrl: string;
  state: 'PROCESSING' | 'SUCCESS';
  createdAt: number;
  finishedAt: number;
  notice: Notice;
}

export interface Notice {
  id: string;
  tries: number;
  nextAt: number;
  isDelivered: boolean;
}

export type TradeEvent =
  | { kind: 'created'; trade: Trade }
  | { kind: 'paid'; outTradeNumber: string; at: number; transactionId: string; noticeId: string }
  | { kind: 'closed'; outTradeNumber: string }
  | { kind: 'noticed'; outTradeNumber: string }
  | { kind: 'notice_failed'; outTradeNumber: string; nextAt: number };

export type RefundEvent =
  | { kind: 'refund_created'; refund: Refund }
  | { kind: 'refund_finished'; refundNumber: string; at: number }
  | { kind: 'refund_noticed'; refundNumber: string }
  | { kind: 'refund_notice_failed'; refundNumber: string; nextAt: number };

export interface Books {
  trades: Map<string, Trade>;
  refunds: Map<string, Refund>;
}

/** The one place where trades and refunds change; the journal is replayed through it after a restart. */
export function applyEvent(books: Books, event: TradeEvent | RefundEvent): void {
  if (event.kind === 'created') {
    books.trades.set(event.trade.outTradeNumber, event.trade);
  } else if (event.kind === 'refund_created') {
    books.refunds.set(event.refund.refundNumber, event.refund);
  } else if ('refundNumber' in event) {
    const refund = books.refunds.get(event.refundNumber);
    if (refund) books.refunds.set(refund.refundNumber, { ...refund, ...changedRefund(refund, event) });
  } else {
    const trade = books.trades.get(event.outTradeNumber);
    if (trade) books.trades.set(trade.outTradeNumber, { ...trade, ...changed(trade, event) });
  }
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

function changedRefund(refund: Refund, event: Exclude<RefundEvent, { kind: 'refund_created' }>): Partial<Refund> {
  switch (event.kind) {
    case 'refund_finished':
      return { state: 'SUCCESS', finishedAt: event.at, notice: { ...refund.notice, nextAt: event.at } };
    case 'refund_noticed':
      return { notice: { ...refund.notice, isDelivered: true } };
    case 'refund_notice_failed':
      return { notice: { ...refund.notice, tries: refund.notice.tries + 1, nextAt: event.nextAt } };
  }
}

export const isAlipay = ({ tradeType }: Trade): boolean => tradeType === 'PAGE' || tradeType === 'WAP';

/** As with the real one, an expired trade stays NOTPAY until it is closed; it only cannot be paid any more. */
export const canBePaid = (trade: Trade, at: number): boolean => trade.state === 'NOTPAY' && at < trade.expiresAt;

export const awaitsNotice = ({ state, notice }: Trade | Refund): boolean => state === 'SUCCESS' && !notice.isDelivered;
