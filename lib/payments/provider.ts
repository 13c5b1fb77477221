/** What a payer calls the provider. */
export type PaymentWay = 'wechat' | 'alipay';

/** Where a person pays: WeChat's QR code for a desktop, page for a phone, or inside WeChat; Alipay's page for a desktop or a phone. */
export const channels = ['NATIVE', 'H5', 'JSAPI', 'PAGE', 'WAP'] as const;
export type PaymentChannel = (typeof channels)[number];

export const wayOf: Record<PaymentChannel, PaymentWay> = {
  NATIVE: 'wechat',
  H5: 'wechat',
  JSAPI: 'wechat',
  PAGE: 'alipay',
  WAP: 'alipay',
};

export interface PaymentWish {
  outTradeNumber: string;
  title: string;
  amountFen: number;
  channel: PaymentChannel;
  /** From now on; the provider's clock is the real one, whatever ours says. */
  validForSeconds: number;
  /** H5 only. */
  payerAddress: string;
  /** JSAPI only: who pays, by the name that WeChat gives him for us. */
  payerOpenId?: string | undefined;
  /** Where the provider's page sends the payer afterwards. */
  returnUrl: string;
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

export interface RefundWish {
  /** Ours; the same number asked for again is the same refund. */
  refundNumber: string;
  outTradeNumber: string;
  amountFen: number;
  /** Of the whole payment, of which this is a part or all. */
  paymentFen: number;
  reason: string;
}

/** `abnormal`: the payer's account did not take it, a person must act at the provider. */
export type RefundState = 'processing' | 'succeeded' | 'abnormal' | 'closed';

export interface RefundReport {
  provider: string;
  refundNumber: string;
  outTradeNumber: string;
  providerRefundId: string;
  amountFen: number;
  state: RefundState;
  finishedAt: Date | null;
}

/** Accepted is not yet given back. */
export type RefundAnswer = { answer: 'accepted'; report: RefundReport } | { answer: 'refused'; code: string };

/** A line of the provider's bill of one day: money that came, or money that went back. */
export interface BillLine {
  kind: 'payment' | 'refund';
  outTradeNumber: string;
  providerTransactionId: string;
  /** Empty for payments. */
  refundNumber: string;
  providerRefundId: string;
  amountFen: number;
  /** What the provider keeps of it; negative where he gives it back. */
  feeFen: number;
  at: Date;
  state: BillLineState;
}

/** A refund is listed before it is through, and although it failed: only what is done has moved money. */
export type BillLineState = 'done' | 'processing' | 'failed';

export interface WireNotice {
  header: (name: string) => string;
  body: string;
}

export type ReadNotice =
  | { genuine: true; noticeId: string; report: PaymentReport | null; refund: RefundReport | null; outTradeNumber: string }
  | { genuine: false; because: NoticeFlaw };

export type NoticeFlaw =
  | 'HEADERS_MISSING'
  | 'SIGNATURE_MISSING'
  | 'NOT_FRESH'
  | 'UNKNOWN_KEY'
  | 'KEY_EXPIRED'
  | 'SIGNATURE_WRONG'
  | 'BODY_UNREADABLE'
  | 'OTHER_MERCHANT';

/** What a page hands to WeChat's own script, which then asks the payer. */
export interface BridgeCall {
  appId: string;
  timeStamp: string;
  nonceStr: string;
  package: string;
  signType: 'RSA';
  paySign: string;
}

/** Paying inside WeChat's browser: first it says who is there, then the page calls for the money. */
export interface InsidePayment {
  /** An address of WeChat's that leads back with a code. */
  askWho(wish: { returnUrl: string; state: string }): string;
  /** Whose code it is; null for one that is used up or was never given. */
  whoIs(code: string): Promise<string | null>;
  callFor(payUrl: string): BridgeCall;
}

/** One provider of online payment. Everything that can be asked of it goes over the network, outside any transaction. */
export interface PaymentProvider {
  /** In our books. */
  name: string;
  way: PaymentWay;
  /** Where payers can pay inside his own app. */
  inside?: InsidePayment | undefined;
  createPayment(wish: PaymentWish): Promise<Creation>;
  queryPayment(outTradeNumber: string): Promise<ProviderState>;
  /** Afterwards nobody can pay it any more, unless somebody had paid before: then `isClosed` is false. */
  closePayment(outTradeNumber: string): Promise<{ isClosed: boolean }>;
  refund(wish: RefundWish): Promise<RefundAnswer>;
  /** Null where the provider never heard of the number. */
  queryRefund(refund: Pick<RefundWish, 'refundNumber' | 'outTradeNumber'>): Promise<RefundReport | null>;
  /** Everything of one Beijing day, once the day is over; null while there is no bill yet. */
  dailyBill(day: string): Promise<BillLine[] | null>;
  parseNotice(notice: WireNotice): ReadNotice;
  /** What is kept of a notice: nothing that says in clear who the payer is. */
  keptBody?(body: string): string;
}

/** No answer, an unsigned one, or one that cannot be understood: nothing is known, so nothing may be concluded. */
export class ProviderSilentError extends Error {
  constructor(what: string, options?: ErrorOptions) {
    super(`payment provider: ${what}`, options);
    this.name = 'ProviderSilentError';
  }
}
