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
import { queryPayment } from '@/lib/payments/query-payment';
import { reconcileOpenAttempts } from '@/lib/payments/reconcile-open-attempts';
import { type MemoryProvider, memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { payDay, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';

type Step =
  | { kind: 'click'; channel: PaymentChannel; renew: boolean }
  | { kind: 'pay'; which: number; amountFen: number }
  /** As a provider should not, but may: paid although he had closed it. */
  | { kind: 'pay_closed'; which: number }
  | { kind: 'notice'; which: number; times: number }
  | { kind: 'query' }
  | { kind: 'reconcile' }
  | { kind: 'wait'; minutes: number }
  | { kind: 'silence'; lasts: boolean }
  | { kind: 'withdraw' };

const which = fc.nat(3);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('click' as const),
      channel: fc.constantFrom('NATIVE' as const, 'H5' as const),
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
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('pay_closed' as const), which }) },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('notice' as const), which, times: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'query' as const }) },
  { weight: 2, arbitrary: fc.constant({ kind: 'reconcile' as const }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 40 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('silence' as const), lasts: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'withdraw' as const }) },
);
const together = fc.array(step, { minLength: 1, maxLength: 3 });

interface World {
  applicant: PayingApplicant;
  provider: MemoryProvider;
  now: Date;
}

it('whatever happens in whatever order, no order is paid twice and no fen is lost', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(together, { minLength: 2, maxLength: 12 }), async (history) => {
      const world: World = { applicant: await payingApplicant(), provider: memoryProvider(), now: payDay };
      world.provider.name = `memory-${world.applicant.orderId}`;
      for (const moment of history) await Promise.all(moment.map((one) => happen(world, one)));
      await settleDown(world);
      await checkBooks(world);
    }),
    { numRuns: 40 },
  );
}, 180_000);

/** Refusals in words are part of the history; everything else is a failure. */
async function happen(world: World, one: Step): Promise<void> {
  try {
    await doStep(world, one);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
  }
}

async function doStep(world: World, one: Step): Promise<void> {
  const { applicant, provider, now } = world;
  const trades = [...provider.trades.keys()];
  if (one.kind === 'click') await payOnline({ ...applicant, provider, now, channel: one.channel, renew: one.renew });
  if (one.kind === 'pay') provider.pay(trades[one.which] ?? '', one.amountFen);
  if (one.kind === 'pay_closed') payClosed(provider, trades[one.which] ?? '');
  if (one.kind === 'notice') await notice(world, trades[one.which] ?? '', one.times);
  if (one.kind === 'query') await queryPayment(applicant.orderId, ports(world));
  if (one.kind === 'reconcile') await reconcileOpenAttempts(ports(world));
  if (one.kind === 'wait') world.now = new Date(now.getTime() + one.minutes * 60_000);
  if (one.kind === 'silence') provider.isSilent = one.lasts;
  if (one.kind === 'withdraw') {
    await inTransaction(async (tx) =>
      closeOrder({ tx, actor: applicant.actor, order: await lockOrder(tx, applicant.orderId), reason: '撤回', now }),
    );
  }
}

const ports = ({ provider, now }: World) => ({ providers: [provider], settle: settlePayment, now });

function payClosed(provider: MemoryProvider, outTradeNumber: string): void {
  const trade = provider.trades.get(outTradeNumber);
  if (trade?.state !== 'closed') return;
  trade.state = 'open';
  provider.pay(outTradeNumber);
}

async function notice(
  { provider, now }: Pick<World, 'provider' | 'now'>,
  outTradeNumber: string,
  times: number,
): Promise<void> {
  const report = provider.trades.get(outTradeNumber)?.report;
  if (!report) return;
  const told = { state: 'paid' as const, report };
  await Promise.all(Array.from({ length: times }, () => settlePayment({ told, now })));
}

/** The provider speaks again, tells of everything, and two rounds of reconciliation pass. */
async function settleDown(world: World): Promise<void> {
  world.provider.isSilent = false;
  for (const outTradeNumber of world.provider.trades.keys()) await notice(world, outTradeNumber, 1);
  for (let round = 0; round < 2; round++) {
    world.now = new Date(world.now.getTime() + 45 * 60_000);
    await reconcileOpenAttempts(ports(world));
  }
}

async function checkBooks({ applicant, provider }: World): Promise<void> {
  const order = await applicant.order();
  const application = await db.application.findUniqueOrThrow({ where: { id: applicant.applicationId } });
  const paidEvents = await db.auditEvent.count({ where: { stream: `order:${order.id}`, name: 'order_paid' } });
  const received = [...provider.trades.values()].flatMap(({ report }) => (report ? [report] : []));
  const listed = order.unmatched.map(({ providerTransactionId }) => providerTransactionId);
  const isPaid = order.status === 'PAID';

  expect(order.attempts.filter(({ status }) => status === 'CREATED')).toEqual([]);
  expect([...provider.trades.values()].filter(({ state }) => state === 'open')).toEqual([]);
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
