import fc from 'fast-check';
import { expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { DomainError } from '@/lib/kernel/domain-error';
import { checkBooks as checkLedger } from '@/lib/ledger/check-books';
import { closeOrder } from '@/lib/payments/close-order';
import { lockOrder } from '@/lib/payments/lock-order';
import type { PaymentChannel, PaymentReport } from '@/lib/payments/provider';
import { providerFor } from '@/lib/payments/providers';
import { queryPayment } from '@/lib/payments/query-payment';
import { reconcileOpenAttempts } from '@/lib/payments/reconcile-open-attempts';
import { type MemoryProvider, memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { payDay, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';

type Step =
  | { kind: 'click'; channel: PaymentChannel; renew: boolean }
  /** At Alipay, nothing is there before. */
  | { kind: 'visit'; which: number }
  | { kind: 'pay'; which: number; amountFen: number }
  /** As a provider should not, but may: paid although he had closed it. */
  | { kind: 'pay_closed'; which: number }
  | { kind: 'notice'; which: number; times: number }
  | { kind: 'query' }
  | { kind: 'reconcile' }
  | { kind: 'wait'; minutes: number }
  | { kind: 'silence'; lasts: boolean; at: 'wechat' | 'alipay' }
  | { kind: 'withdraw' };

const which = fc.nat(3);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('click' as const),
      channel: fc.constantFrom('NATIVE' as const, 'H5' as const, 'PAGE' as const, 'WAP' as const),
      renew: fc.boolean(),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('pay' as const),
      which,
      amountFen: fc.constantFrom(10_000, 10_000, 10_000, 1),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('visit' as const), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pay_closed' as const), which }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('notice' as const), which, times: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'query' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'reconcile' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('silence' as const), lasts: fc.boolean(), at: fc.constantFrom('wechat' as const, 'alipay' as const) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'withdraw' as const }) },
);
const together = fc.array(step, { minLength: 1, maxLength: 3 });

interface World {
  applicant: PayingApplicant;
  wechat: MemoryProvider;
  alipay: MemoryProvider;
  now: Date;
}

it('whatever happens in whatever order, no order is paid twice and no fen is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(together, { minLength: 2, maxLength: 12 }), async (history) => {
      const world = await newWorld();
      for (const moment of history) await Promise.all(moment.map((one) => happen(world, one)));
      await settleDown(world);
      await checkBooks(world);
    }),
    { numRuns: 40 },
  );
}, 180_000);

async function newWorld(): Promise<World> {
  const applicant = await payingApplicant();
  const wechat = Object.assign(memoryProvider(), { name: `memory-wechat-${applicant.orderId}` });
  const alipay = Object.assign(memoryProvider(), { name: `memory-alipay-${applicant.orderId}`, way: 'alipay', opensLate: true });
  return { applicant, wechat, alipay, now: payDay };
}

const providersOf = ({ wechat, alipay }: World) => [wechat, alipay];

/** Everything that was ever begun, with the provider at which it was; a fifth one is nobody's. */
const begun = (world: World): { number: string; provider: MemoryProvider }[] =>
  providersOf(world).flatMap((provider) => [...provider.begun.keys()].map((number) => ({ number, provider })));

/** Refusals in words are part of the history; everything else is a failure. */
async function happen(world: World, one: Step): Promise<void> {
  try {
    await doStep(world, one);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

async function doStep(world: World, one: Step): Promise<void> {
  const { applicant, now } = world;
  const { number = '', provider = world.wechat } = ('which' in one && begun(world)[one.which]) || {};
  if (one.kind === 'click') await click(world, one);
  if (one.kind === 'visit') provider.visit(number);
  if (one.kind === 'pay') provider.pay(number, one.amountFen);
  if (one.kind === 'pay_closed') payClosed(provider, number);
  if (one.kind === 'notice') await notice({ provider, now }, number, one.times);
  if (one.kind === 'query') await queryPayment(applicant.orderId, ports(world));
  if (one.kind === 'reconcile') await reconcileOpenAttempts(ports(world));
  if (one.kind === 'wait') world.now = new Date(now.getTime() + one.minutes * 60_000);
  if (one.kind === 'silence') world[one.at].isSilent = one.lasts;
  if (one.kind === 'withdraw') {
    await inTransaction(async (tx) =>
      closeOrder({ tx, actor: applicant.actor, order: await lockOrder(tx, applicant.orderId), reason: '撤回', now }),
    );
  }
}

async function click(world: World, { channel, renew }: Extract<Step, { kind: 'click' }>): Promise<void> {
  const providers = providersOf(world);
  const provider = providerFor(providers, channel) ?? world.wechat;
  await payOnline({ ...world.applicant, provider, providers, now: world.now, channel, renew });
}

const ports = (world: World) => ({ providers: providersOf(world), settle: settlePayment, now: world.now });

function payClosed(provider: MemoryProvider, outTradeNumber: string): void {
  const trade = provider.trades.get(outTradeNumber);
  if (trade?.state !== 'closed') return;
  trade.state = 'open';
  provider.pay(outTradeNumber);
}

async function notice(
  { provider, now }: { provider: MemoryProvider; now: Date },
  outTradeNumber: string,
  times: number,
): Promise<void> {
  const report = provider.trades.get(outTradeNumber)?.report;
  if (!report) return;
  const told = { state: 'paid' as const, report };
  await Promise.all(Array.from({ length: times }, () => settlePayment({ told, now })));
}

/** The providers speak again, tell of everything, and two rounds of reconciliation pass. */
async function settleDown(world: World): Promise<void> {
  for (const provider of providersOf(world)) provider.isSilent = false;
  for (const { number, provider } of begun(world)) await notice({ provider, now: world.now }, number, 1);
  for (let round = 0; round < 2; round++) {
    world.now = new Date(world.now.getTime() + 45 * 60_000);
    await reconcileOpenAttempts(ports(world));
  }
  // A page that was opened after we had given it up can still be paid at Alipay: so it is, and told.
  for (const [number, trade] of world.alipay.trades) {
    if (trade.state !== 'open') continue;
    world.alipay.pay(number);
    await notice({ provider: world.alipay, now: world.now }, number, 1);
  }
}

async function checkBooks(world: World): Promise<void> {
  const { applicant } = world;
  const trades = providersOf(world).flatMap((provider) => [...provider.trades.values()]);
  const order = await applicant.order();
  const application = await db.application.findUniqueOrThrow({ where: { id: applicant.applicationId } });
  const paidEvents = await db.auditEvent.count({ where: { stream: `order:${order.id}`, name: 'order_paid' } });
  const received = trades.flatMap(({ report }) => (report ? [report] : []));
  const listed = order.unmatched.map(({ providerTransactionId }) => providerTransactionId);
  const isPaid = order.status === 'PAID';

  expect(order.attempts.filter(({ status }) => status === 'CREATED')).toEqual([]);
  expect(trades.filter(({ state }) => state === 'open')).toEqual([]);
  expect([order.paidFen, paidEvents, application.hasPayment]).toEqual(
    isPaid ? [order.totalFen, 1, true] : [0, 0, false],
  );
  expect(new Set(listed).size).toBe(listed.length);
  const explained = order.paidFen + sum(order.unmatched.map(({ amountFen }) => amountFen));
  expect(explained).toBe(sum(received.map(({ amountFen }) => amountFen)));
  expect(received.filter((report) => !isExplained(report))).toEqual([]);
  expect(await checkLedger()).toEqual([]);

  function isExplained({ providerTransactionId }: PaymentReport): boolean {
    const booked = order.attempts.some((attempt) => attempt.providerTransactionId === providerTransactionId);
    return booked || listed.includes(providerTransactionId);
  }
}

const sum = (amounts: number[]): number => amounts.reduce((total, amount) => total + amount, 0);
