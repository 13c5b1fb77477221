/** Where a person pays: a QR code for a desktop, or a page of the provider's for a phone. */
export const channels = ['NATIVE', 'H5'] as const;
export type PaymentChannel = (typeof channels)[number];

export interface PaymentWish {
  outTradeNumber: string;
  title: string;
  amountFen: number;
  channel: PaymentChannel;
  /** From now on; the provider's clock is the real one, whatever ours says. */
  validForSeconds: number;
  /** H5 only. */
  payerAddress: string;
}

export type Creation =
  | { answer: 'created'; payUrl: string }
  /** Paid or closed already under this number: ask for the truth instead of asking for money. */
  | { answer: 'finished' }
  | { answer: 'refused'; code: string };

/** Money that reached the provider, as he tells it in a notice or an answer. */
export interface PaymentReport {
  provider: string;
  outTradeNumber: string;
  providerTransactionId: string;
  amountFen: number;
  paidAt: Date;
}

export type ProviderState =
  | { state: 'paid'; report: PaymentReport }
  /** Paid, and given back at the provider. */
  | { state: 'refunded'; report: PaymentReport }
  /** Nobody has paid yet; it stays so after expiry, until it is closed. */
  | { state: 'unpaid' }
  | { state: 'closed' }
  /** The provider never heard of the number. */
  | { state: 'unknown' };

export interface WireNotice {
  header: (name: string) => string;
  body: string;
}

export type ReadNotice =
  | { genuine: true; noticeId: string; report: PaymentReport | null; outTradeNumber: string }
  | { genuine: false; because: NoticeFlaw };

export type NoticeFlaw =
  | 'HEADERS_MISSING'
  | 'NOT_FRESH'
  | 'UNKNOWN_KEY'
  | 'SIGNATURE_WRONG'
  | 'BODY_UNREADABLE'
  | 'OTHER_MERCHANT';

/** One provider of online payment. Everything that can be asked of it goes over the network, outside any transaction. */
export interface PaymentProvider {
  name: string;
  createPayment(wish: PaymentWish): Promise<Creation>;
  queryPayment(outTradeNumber: string): Promise<ProviderState>;
  /** Afterwards nobody can pay it any more, unless somebody had paid before: then `isClosed` is false. */
  closePayment(outTradeNumber: string): Promise<{ isClosed: boolean }>;
  parseNotice(notice: WireNotice): ReadNotice;
}

/** No answer, an unsigned one, or one that cannot be understood: nothing is known, so nothing may be concluded. */
export class ProviderSilentError extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`payment provider: ${what}`, options);
    this.name = 'ProviderSilentError';
  }
}
