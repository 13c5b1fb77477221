import { beforeEach, describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { closeOrder } from '@/lib/payments/close-order';
import { lockOrder } from '@/lib/payments/lock-order';
import type { PaymentReport } from '@/lib/payments/provider';
import { reconcileOpenAttempts } from '@/lib/payments/reconcile-open-attempts';
import type { ToldPayment } from '@/lib/payments/settle-attempt';
import { type MemoryProvider, memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { payDay, type PayingApplicant, payingApplicant } from '../../build/paying-applicant';

let applicant: PayingApplicant;
let provider: MemoryProvider;
const now = payDay;

beforeEach(async () => {
  applicant = await payingApplicant();
  provider = memoryProvider();
  await payOnline({ ...applicant, provider, now });
});

const number = async () => (await applicant.order()).attempts[0]?.outTradeNumber ?? '';
const report = async (wish: Partial<PaymentReport> = {}): Promise<PaymentReport> => ({
  provider: 'memory',
  outTradeNumber: await number(),
  providerTransactionId: `T-${applicant.orderId}`,
  amountFen: 10_000,
  paidAt: now,
  ...wish,
});
const tell = async (wish: Partial<PaymentReport> = {}, state: ToldPayment['state'] = 'paid') =>
  settlePayment({ told: { state, report: await report(wish) }, now });
const unmatched = () =>
  db.unmatchedPayment.findMany({ where: { outTradeNumber: { startsWith: 'coaa028' }, orderId: applicant.orderId } });
const eventsOf = (name: string) => db.auditEvent.count({ where: { stream: `order:${applicant.orderId}`, name } });

describe('a payment', () => {
  it('pays the order and tells the application, once', async () => {
    expect(await tell()).toEqual({ settled: true, orderId: applicant.orderId });
    expect(await tell()).toEqual({ settled: false, because: 'REPEATED' });
    expect(await applicant.order()).toMatchObject({ status: 'PAID', paidFen: 10_000, paidAt: now });
    expect(await eventsOf('order_paid')).toBe(1);
    const application = await db.application.findUniqueOrThrow({ where: { id: applicant.applicationId } });
    expect(application).toMatchObject({ hasPayment: true, status: 'AWAITING_STAMP' });
  });

  it('told a hundred times at once changes the books once', async () => {
    const told = { state: 'paid' as const, report: await report() };
    const answers = await Promise.all(Array.from({ length: 100 }, () => settlePayment({ told, now })));
    expect(answers.filter(({ settled }) => settled)).toHaveLength(1);
    expect(await eventsOf('order_paid')).toBe(1);
    expect((await applicant.order()).paidFen).toBe(10_000);
    expect(await unmatched()).toHaveLength(0);
  });

  it('of a wrong amount pays nothing, ends the attempt and is listed for a person once', async () => {
    expect(await tell({ amountFen: 1 })).toEqual({ settled: false, because: 'WRONG_AMOUNT' });
    expect(await tell({ amountFen: 1 })).toEqual({ settled: false, because: 'REPEATED' });
    expect(await applicant.order()).toMatchObject({ status: 'UNPAID', paidFen: 0, attempts: [{ status: 'FAILED' }] });
    expect(await unmatched()).toMatchObject([{ reason: 'WRONG_AMOUNT', amountFen: 1 }]);
    await expect(payOnline({ ...applicant, provider, now })).rejects.toThrow('请不要再次付款');
  });

  it('for a number that is not ours is listed', async () => {
    expect(await tell({ outTradeNumber: 'coaa028-not-ours' })).toEqual({ settled: false, because: 'UNKNOWN_NUMBER' });
    expect(await db.unmatchedPayment.findFirst({ where: { outTradeNumber: 'coaa028-not-ours' } })).toMatchObject({
      orderId: null,
    });
  });

  it('told by a provider to whom the attempt does not belong pays nothing', async () => {
    expect(await tell({ provider: 'wechat' })).toEqual({ settled: false, because: 'UNKNOWN_NUMBER' });
    expect((await applicant.order()).status).toBe('PAYING');
  });

  it('that was given back at the provider pays nothing and is listed', async () => {
    expect(await tell({}, 'refunded')).toEqual({ settled: false, because: 'REFUNDED_ELSEWHERE' });
    expect((await applicant.order()).status).toBe('UNPAID');
  });

  it('that comes after the order was closed is recorded and listed, not lost', async () => {
    await inTransaction(async (tx) =>
      closeOrder({ tx, actor: applicant.actor, order: await lockOrder(tx, applicant.orderId), reason: '撤回', now }),
    );
    expect(await tell()).toEqual({ settled: false, because: 'LATE_SUCCESS' });
    const order = await applicant.order();
    expect(order).toMatchObject({ status: 'CLOSED', paidFen: 0 });
    expect(order.attempts[0]).toMatchObject({ status: 'SUCCEEDED', providerTransactionId: `T-${applicant.orderId}` });
    expect(await unmatched()).toMatchObject([{ reason: 'LATE_SUCCESS', amountFen: 10_000 }]);
  });

  it('through a second attempt is listed as a duplicate', async () => {
    const first = await report();
    await payOnline({ ...applicant, provider, now, channel: 'H5' });
    await tell({ providerTransactionId: 'T-second' });
    expect(await settlePayment({ told: { state: 'paid', report: first }, now })).toEqual({
      settled: false,
      because: 'DUPLICATE',
    });
    expect(await applicant.order()).toMatchObject({ status: 'PAID', paidFen: 10_000 });
    expect(await unmatched()).toMatchObject([{ reason: 'DUPLICATE' }]);
  });

  it('completes the application when the stamped form is there already', async () => {
    await db.application.update({
      where: { id: applicant.applicationId },
      data: { status: 'SUBMITTED', hasMaterials: true },
    });
    await tell();
    const application = await db.application.findUniqueOrThrow({ where: { id: applicant.applicationId } });
    expect(application).toMatchObject({ status: 'COMPLETE', completedAt: now });
  });
});

describe('the reconciliation', () => {
  const run = (at = now) => reconcileOpenAttempts({ providers: [provider], settle: settlePayment, now: at });
  const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  it('settles a payment of which no notice came', async () => {
    provider.pay(await number());
    expect(await run()).toMatchObject({ paid: 1 });
    expect((await applicant.order()).status).toBe('PAID');
  });

  it('closes an expired attempt at the provider and frees the order', async () => {
    await run(later(31));
    const order = await applicant.order();
    expect(order).toMatchObject({ status: 'UNPAID', attempts: [{ status: 'CLOSED' }] });
    expect(provider.trades.get(order.attempts[0]?.outTradeNumber ?? '')?.state).toBe('closed');
  });

  it('closes nothing in our books while the provider is silent', async () => {
    provider.isSilent = true;
    expect(await run(later(31))).toMatchObject({ silent: 1 });
    expect(await applicant.order()).toMatchObject({ status: 'PAYING', attempts: [{ status: 'CREATED' }] });
    provider.isSilent = false;
    await run(later(32));
    expect((await applicant.order()).status).toBe('UNPAID');
  });

  it('gives up an intent of which the provider never heard, after a minute', async () => {
    provider.trades.clear();
    await run(later(0));
    expect((await applicant.order()).status).toBe('PAYING');
    await run(later(2));
    expect(await applicant.order()).toMatchObject({ status: 'UNPAID', attempts: [{ status: 'CLOSED' }] });
  });

  it('closes at the provider what belongs to a closed order', async () => {
    await inTransaction(async (tx) =>
      closeOrder({ tx, actor: applicant.actor, order: await lockOrder(tx, applicant.orderId), reason: '撤回', now }),
    );
    await run();
    expect(provider.trades.get(await number())?.state).toBe('closed');
    expect((await applicant.order()).attempts[0]?.status).toBe('CLOSED');
  });
});
