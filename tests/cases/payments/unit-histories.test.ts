import fc from 'fast-check';
import { expect, it } from 'vitest';
import { lockPayable } from '@/lib/applications/lock-for-payment';
import { settlePayment } from '@/lib/applications/settle-payment';
import { cancelUnitOrder, judgeCancel } from '@/lib/applications/unit-orders/cancel-unit-order';
import { freeingPeople } from '@/lib/applications/unit-orders/close-overdue';
import { withdrawApplication } from '@/lib/applications/withdraw-application';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { DomainError, NotFoundError } from '@/lib/kernel/domain-error';
import { checkBooks } from '@/lib/ledger/check-books';
import { closeExpired } from '@/lib/payments/close-expired';
import { reconcileOpenAttempts } from '@/lib/payments/reconcile-open-attempts';
import { sendRefund } from '@/lib/payments/refunds/send-refund';
import { act, insist } from '../../build/applications/act';
import { type MemoryProvider, memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { payDay, windowEnd } from '../../build/paying-applicant';
import { beginToPay, orderFor, type PayingUnit, payingUnit } from '../../build/paying-unit';

const who = fc.nat(2);
const which = fc.nat(5);
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('make' as const), people: fc.subarray([0, 1, 2], { minLength: 1 }) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('unit_begins' as const) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('person_begins' as const), who }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('pay' as const), which }) },
  /** As a provider should not, but may: paid although he had closed it. */
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('pay_closed' as const), which }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('notice' as const), which }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('withdraw' as const), who }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('silence' as const), lasts: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('timer' as const), days: fc.nat(4) }) },
);
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

interface World {
  unit: PayingUnit;
  provider: MemoryProvider;
  now: Date;
}

it('whatever a unit and its people do in whatever order, nobody is paid for twice and no fen is lost', async () => {
  const together = fc.array(step, { minLength: 1, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(together, { minLength: 3, maxLength: 12 }), async (history) => {
      const world: World = { unit: await payingUnit(), provider: memoryProvider(), now: payDay };
      world.provider.name = `memory-${world.unit.unitId}`;
      for (const moment of history) await Promise.all(moment.map((one) => happen(world, one)));
      await settleDown(world);
      await checkEverything(world);
    }),
    { numRuns: 30 },
  );
}, 300_000);

/** Refusals in words are part of the history; everything else is a failure. */
async function happen(world: World, one: Step): Promise<void> {
  try {
    await doStep(world, one);
  } catch (error) {
    if (!(error instanceof DomainError) && !(error instanceof NotFoundError)) throw error;
  }
}

async function doStep(world: World, one: Step): Promise<void> {
  const { unit, provider, now } = world;
  const { admin, people } = unit;
  const trade = 'which' in one ? ([...provider.trades.keys()][one.which] ?? '') : '';
  const person = 'who' in one ? people[one.who] : undefined;
  if (one.kind === 'make') await orderFor({ by: admin, people: one.people.flatMap((place) => people[place] ?? []), provider, now });
  if (one.kind === 'unit_begins') await beginToPay(admin, await openOrder(unit), provider, now);
  if (one.kind === 'person_begins' && person) await payOnline({ ...person, orderId: await ownOrder(person), provider, now });
  if (one.kind === 'pay') provider.pay(trade);
  if (one.kind === 'pay_closed') payClosed(provider, trade);
  if (one.kind === 'notice') await notice(world, trade);
  if (one.kind === 'cancel') await cancel(world, await openOrder(unit));
  if (one.kind === 'withdraw' && person) await act(withdrawApplication, { ...person, ability: 'withdraw', input: { reason: '示例' }, now });
  if (one.kind === 'silence') provider.isSilent = one.lasts;
  if (one.kind === 'timer') await timer(world, one.days);
}

async function openOrder({ unitId }: PayingUnit): Promise<string> {
  const order = await db.order.findFirst({ where: { unitId, status: { in: ['UNPAID', 'PAYING'] } }, orderBy: { createdAt: 'desc' } });
  if (!order) throw new NotFoundError('order');
  return order.id;
}

async function ownOrder({ applicationId }: { applicationId: string }): Promise<string> {
  const order = await db.order.findFirst({ where: { applicationId, status: { not: 'CLOSED' } } });
  if (!order) throw new NotFoundError('order');
  return order.id;
}

function payClosed(provider: MemoryProvider, outTradeNumber: string): void {
  const trade = provider.trades.get(outTradeNumber);
  if (trade?.state !== 'closed') return;
  trade.state = 'open';
  provider.pay(outTradeNumber);
}

async function notice({ provider, now }: World, outTradeNumber: string): Promise<void> {
  const report = provider.trades.get(outTradeNumber)?.report;
  if (report) await settlePayment({ told: { state: 'paid', report }, now });
}

const cancel = ({ unit, now }: World, orderId: string) =>
  inTransaction(async (tx) => {
    const subject = await lockPayable(tx, { orderId });
    insist(judgeCancel(unit.admin, subject, now));
    await cancelUnitOrder({ tx, actor: unit.admin, subject, input: {}, now });
  });

async function timer(world: World, days: number): Promise<void> {
  const later = new Date(world.now.getTime() + days * 24 * 60 * 60_000);
  world.now = later < windowEnd ? later : world.now;
  const ports = { providers: [world.provider], settle: settlePayment, now: world.now };
  await reconcileOpenAttempts(ports);
  await closeExpired({ now: world.now, ports, around: freeingPeople });
}

/** The provider speaks again and tells of everything, what is open runs out, and every refund is sent. */
async function settleDown(world: World): Promise<void> {
  world.provider.isSilent = false;
  for (const outTradeNumber of world.provider.trades.keys()) await notice(world, outTradeNumber);
  world.now = new Date(windowEnd.getTime() + 60 * 60_000);
  const ports = { providers: [world.provider], settle: settlePayment, now: world.now };
  await reconcileOpenAttempts(ports);
  await closeExpired({ now: world.now, ports, around: freeingPeople });
  const owed = await db.refund.findMany({ where: { provider: world.provider.name, status: 'APPROVED' } });
  for (const { id } of owed) await sendRefund(id, world);
}

async function checkEverything({ unit, provider }: World): Promise<void> {
  const ids = unit.people.map(({ applicationId }) => applicationId);
  const applications = await db.application.findMany({ where: { id: { in: ids } } });
  const items = await db.orderItem.findMany({ where: { applicationId: { in: ids } }, include: { order: true } });
  for (const { id, status, hasPayment } of applications) {
    expect(status === 'WITHDRAWN' && hasPayment).toBe(false);
    const kept = items.filter((item) => item.applicationId === id && item.order.paidFen > 0 && item.refundedFen === 0);
    expect([id, kept.length]).toEqual([id, hasPayment ? 1 : 0]);
  }
  const received = [...provider.trades.values()].reduce((sum, { report }) => sum + (report?.amountFen ?? 0), 0);
  const back = await db.refund.aggregate({ where: { provider: provider.name, status: 'SUCCEEDED' }, _sum: { amountFen: true } });
  const earned = applications.filter(({ hasPayment }) => hasPayment).length * 10_000;
  expect(received - (back._sum.amountFen ?? 0)).toBe(earned);
  expect([...provider.trades.values()].filter(({ state }) => state === 'open')).toEqual([]);
  expect(await checkBooks()).toEqual([]);
}
