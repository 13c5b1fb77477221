import fc from 'fast-check';

/** Mostly the first that was begun; sometimes one that nobody has begun. */
const which = fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 2, arbitrary: fc.nat(3) });
const one = <Kind extends string>(kind: Kind) => fc.record({ kind: fc.constant(kind) });
const at = fc.constantFrom('wechat' as const, 'alipay' as const);
const share = fc.constantFrom(1, 3_000, 5_000, 10_000);

/** Whatever payers, banks, finance staff and the clock may do to one order. */
export const moneyStep = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('click' as const),
      channel: fc.constantFrom('NATIVE' as const, 'H5' as const, 'PAGE' as const, 'WAP' as const),
      renew: fc.boolean(),
    }),
  },
  /** At Alipay, nothing is there before. */
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('visit' as const), which }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('pay' as const), which, amountFen: fc.constantFrom(10_000, 10_000, 10_000, 1) }) },
  /** As a provider should not, but may: paid although he had closed it. */
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pay_closed' as const), which }) },
  /** Late and in any order, because which is any; doubled by times. */
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('notice' as const), which, times: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('forged' as const), which, how: fc.constantFrom('amount' as const, 'signature' as const, 'other_bank' as const) }) },
  { weight: 3, arbitrary: one('query') },
  { weight: 3, arbitrary: one('reconcile') },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('silence' as const), lasts: fc.boolean(), at }) },
  { weight: 1, arbitrary: one('withdraw') },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('propose' as const), amountFen: share }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('approve' as const), by: fc.constantFrom('cashier' as const, 'second' as const, 'second' as const), which: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop_refund' as const), which: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('retry_refund' as const), which: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('by_hand' as const), which: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refund_fate' as const), fate: fc.constantFrom('succeeded' as const, 'processing' as const, 'refused' as const, 'abnormal' as const), at }) },
  { weight: 4, arbitrary: one('send_refunds') },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('refund_notice' as const), which: fc.nat(1), times: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: one('bill') },
  { weight: 3, arbitrary: one('voucher') },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('confirm_transfer' as const), by: fc.constantFrom('cashier' as const, 'second' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('refuse_transfer' as const), arrivedFen: fc.constantFrom(0, 9_000) }) },
  { weight: 1, arbitrary: one('withdraw_transfer') },
  /** Found on the account without a voucher; entered again by a colleague at times. */
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('receipt' as const), amount: fc.constantFrom('100' as const, '100' as const, '90' as const), times: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('assign_receipt' as const), by: fc.constantFrom('cashier' as const, 'second' as const), which: fc.nat(1) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('return_unmatched' as const), which: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('settle_unmatched' as const), which: fc.nat(2), outcome: fc.constantFrom('RETURNED' as const, 'NOT_ARRIVED' as const, 'KEPT' as const) }) },
  { weight: 3, arbitrary: one('ask_invoice') },
  { weight: 1, arbitrary: one('delete_invoice') },
  { weight: 1, arbitrary: one('amend_invoice') },
  { weight: 2, arbitrary: one('take_invoices') },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('tell_invoice' as const), isIssued: fc.boolean(), times: fc.integer({ min: 1, max: 2 }) }) },
  { weight: 1, arbitrary: one('ask_invoice_again') },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('ask_reversal' as const), isReplaced: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('reversal' as const), isMade: fc.boolean() }) },
);

type Drawn = typeof moneyStep extends fc.Arbitrary<infer Step> ? Step : never;
/** Months are closed seldom: what comes afterwards comes late. */
export type MoneyStep = Drawn | { kind: 'close_month' };
export type StepOf<Kind extends MoneyStep['kind']> = Extract<MoneyStep, { kind: Kind }>;

const paidOnce: MoneyStep[][] = [
  [{ kind: 'click', channel: 'NATIVE', renew: false }],
  [{ kind: 'pay', which: 0, amountFen: 10_000 }],
  [{ kind: 'notice', which: 0, times: 1 }],
];
/** At the second bank too, which had closed it. */
const paidTwice: MoneyStep[][] = [
  [{ kind: 'click', channel: 'PAGE', renew: false }],
  [{ kind: 'visit', which: 0 }],
  ...paidOnce,
  [{ kind: 'pay_closed', which: 1 }],
  [{ kind: 'notice', which: 1, times: 1 }],
];
const beginnings = { unpaid: [], paidOnce, paidTwice };

export interface MoneyHistory {
  /** A unit pays for two of its people with one order. */
  isOfUnit: boolean;
  /** What stands in one happens at once. */
  moments: MoneyStep[][];
}

const closings = 20;

/** Half of the orders begin as nearly all do: paid; some twice. Every third is a unit's; in one of twenty histories a month is closed. */
export const moneyHistory: fc.Arbitrary<MoneyHistory> = fc
  .record({
    begins: fc.constantFrom<keyof typeof beginnings>('unpaid', 'unpaid', 'unpaid', 'unpaid', 'paidOnce', 'paidOnce', 'paidOnce', 'paidTwice'),
    isOfUnit: fc.constantFrom(false, false, true),
    closing: fc.nat(closings - 1),
    drawn: fc.array(fc.array(moneyStep, { minLength: 1, maxLength: 3 }), { minLength: 4, maxLength: 24 }),
  })
  .map(({ begins, isOfUnit, closing, drawn }) => {
    const last: MoneyStep[] = [...(drawn[2] ?? []), { kind: 'close_month' }];
    const moments: MoneyStep[][] = closing === 0 ? [...drawn.slice(0, 2), last, ...drawn.slice(3)] : drawn;
    return { isOfUnit, moments: [...beginnings[begins], ...moments] };
  });
