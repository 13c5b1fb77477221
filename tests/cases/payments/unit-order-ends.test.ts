import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lockPayable } from '@/lib/applications/lock-for-payment';
import { settlePayment } from '@/lib/applications/settle-payment';
import { cancelUnitOrder, judgeCancel } from '@/lib/applications/unit-orders/cancel-unit-order';
import { freeingPeople } from '@/lib/applications/unit-orders/close-overdue';
import { withdrawApplication } from '@/lib/applications/withdraw-application';
import { db } from '@/lib/db/client';
import { inTransaction } from '@/lib/db/transaction';
import { checkBooks } from '@/lib/ledger/check-books';
import { closeExpired } from '@/lib/payments/close-expired';
import { lockOrder } from '@/lib/payments/lock-order';
import { ownOrders } from '@/lib/payments/queries';
import { refundOrder } from '@/lib/payments/refunds/refund-order';
import { sendRefund } from '@/lib/payments/refunds/send-refund';
import type { PaymentReport } from '@/lib/payments/provider';
import { act, insist } from '../../build/applications/act';
import { type MemoryProvider, memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { orderNow, payDay as now, type PayingApplicant, somebody } from '../../build/paying-applicant';
import { beginToPay, orderFor, type PayingUnit, payingUnit } from '../../build/paying-unit';

let unit: PayingUnit;
let provider: MemoryProvider;

beforeEach(async () => {
  unit = await payingUnit();
  provider = memoryProvider();
  provider.name = `memory-${unit.unitId}`;
});

afterEach(async () => {
  expect(await checkBooks()).toEqual([]);
});

const make = (people: readonly PayingApplicant[] = unit.people) => orderFor({ by: unit.admin, people, provider });
const person = (place: number): PayingApplicant => {
  const found = unit.people[place];
  if (!found) throw new Error(`nobody at ${place}`);
  return found;
};
const tell = (report: PaymentReport | null) => {
  if (!report) throw new Error('nothing was paid');
  return settlePayment({ told: { state: 'paid', report }, now });
};
const applicationOf = ({ applicationId }: PayingApplicant) => db.application.findUniqueOrThrow({ where: { id: applicationId } });
const attemptOf = async (one: PayingApplicant) => (await one.order()).attempts[0]?.outTradeNumber ?? '';
const withdraw = ({ actor, applicationId }: PayingApplicant) =>
  act(withdrawApplication, { actor, applicationId, ability: 'withdraw', input: { reason: '不再参加' }, now });
const refundsOf = (orderId: string) => db.refund.findMany({ where: { orderId }, orderBy: { proposedAt: 'asc' } });

describe('when the unit has paid', () => {
  it('every application knows, and those whose form is stamped are complete', async () => {
    await db.application.update({ where: { id: person(1).applicationId }, data: { status: 'SUBMITTED', hasMaterials: true } });
    const { order } = await make();
    await tell(provider.pay(await beginToPay(unit.admin, order.id, provider)));
    expect(await orderNow(order.id)).toMatchObject({ status: 'PAID', paidFen: 30_000 });
    const paid = await Promise.all(unit.people.map(applicationOf));
    expect(paid.map(({ hasPayment }) => hasPayment)).toEqual([true, true, true]);
    expect(paid.map(({ status }) => status)).toEqual(['AWAITING_STAMP', 'COMPLETE', 'AWAITING_STAMP']);
  });

  it('told twenty times at once it is booked once', async () => {
    const { order } = await make();
    const report = provider.pay(await beginToPay(unit.admin, order.id, provider));
    const answers = await Promise.all(Array.from({ length: 20 }, () => tell(report)));
    expect(answers.filter(({ settled }) => settled)).toHaveLength(1);
    expect((await orderNow(order.id)).paidFen).toBe(30_000);
  });

  it('an applicant who paid at the same moment gets his money back, whichever of the two is heard of first', async () => {
    for (const unitFirst of [true, false]) {
      unit = await payingUnit();
      await payOnline({ ...person(0), provider, now });
      const attempt = await attemptOf(person(0));
      const { order } = await make();
      // As a provider should not, but may: paid although he had closed it.
      provider.trades.set(attempt, { amountFen: 10_000, state: 'open', report: null });
      const reports = [provider.pay(await beginToPay(unit.admin, order.id, provider)), provider.pay(attempt)];
      await Promise.all((unitFirst ? reports : reports.reverse()).map(tell));
      expect((await orderNow(order.id)).status).toBe('PAID');
      const { id } = await person(0).order().then((own) => db.order.findUniqueOrThrow({ where: { id: own.id } }));
      const [refund, ...others] = await refundsOf(id);
      expect([refund?.status, refund?.amountFen, others.length]).toEqual(['APPROVED', 10_000, 0]);
      expect(['DUPLICATE', 'LATE_SUCCESS']).toContain(refund?.reason);
    }
  });

  it('the share of one who withdrew meanwhile goes back by itself, and the others are paid', async () => {
    const { order } = await make();
    const attempt = await beginToPay(unit.admin, order.id, provider);
    await withdraw(person(2));
    await tell(provider.pay(attempt));
    const [refund, ...others] = await refundsOf(order.id);
    const item = order.items.find(({ applicationId }) => applicationId === person(2).applicationId);
    expect(others).toEqual([]);
    expect(refund).toMatchObject({ status: 'APPROVED', amountFen: 10_000, reason: 'APPLICATION_WITHDRAWN', orderItemId: item?.id });
    expect((await applicationOf(person(2))).hasPayment).toBe(false);
    expect((await applicationOf(person(0))).hasPayment).toBe(true);
    await sendRefund(refund?.id ?? '', { provider, now });
    expect(await orderNow(order.id)).toMatchObject({ status: 'PAID', refundedFen: 10_000 });
  });

  it('nobody pays for one who has withdrawn before: the order is refused, with his number', async () => {
    const { order } = await make();
    await withdraw(person(0));
    const { number } = await applicationOf(person(0));
    await expect(beginToPay(unit.admin, order.id, provider)).rejects.toThrow(`申报 ${number} 不能缴费`);
  });
});

describe('a unit that does not pay', () => {
  it('cancels, and everybody may pay himself again', async () => {
    const { order } = await make();
    await cancel(order.id);
    expect((await orderNow(order.id)).status).toBe('CLOSED');
    const [own] = await ownOrders(person(0).actor);
    expect(own).toMatchObject({ status: 'UNPAID', totalFen: 10_000 });
    await payOnline({ actor: person(0).actor, orderId: own?.id ?? '', provider, now });
    expect((await orderNow(own?.id ?? '')).status).toBe('PAYING');
  });

  it('cancels nothing while its payment is open', async () => {
    const { order } = await make();
    await beginToPay(unit.admin, order.id, provider);
    await expect(cancel(order.id)).rejects.toThrow('有一笔在线支付尚未结束');
  });

  it('loses the order a week later, and its people are free again and told', async () => {
    const { order } = await make();
    const ports = { providers: [provider], settle: settlePayment, now: week(1) };
    await closeExpired({ now: week(-1), ports: { ...ports, now: week(-1) }, around: freeingPeople });
    expect((await orderNow(order.id)).status).toBe('UNPAID');
    await closeExpired({ now: week(1), ports, around: freeingPeople });
    expect((await orderNow(order.id)).status).toBe('CLOSED');
    expect(await ownOrders(person(1).actor)).toMatchObject([{ status: 'UNPAID' }, { status: 'CLOSED' }]);
    expect(await db.message.count({ where: { template: 'payment.unit-gave-up', applicationId: person(1).applicationId } })).toBe(1);
  });

  it('whose money comes after the end gets it back, and nobody counts as paid', async () => {
    const { order } = await make();
    const attempt = await beginToPay(unit.admin, order.id, provider);
    const ports = { providers: [provider], settle: settlePayment, now: week(1) };
    await closeExpired({ now: week(1), ports, around: freeingPeople });
    provider.trades.set(attempt, { amountFen: 30_000, state: 'open', report: null });
    await tell(provider.pay(attempt));
    expect(await refundsOf(order.id)).toMatchObject([{ reason: 'LATE_SUCCESS', amountFen: 30_000, status: 'APPROVED' }]);
    expect((await applicationOf(person(0))).hasPayment).toBe(false);
  });
});

describe('giving back', () => {
  const propose = (orderId: string, input: { amountFen: number; orderItemId?: string }) =>
    inTransaction(async (tx) => {
      const subject = await lockOrder(tx, orderId);
      const actor = await somebody('FINANCE', '示例财务', 'jiangsu');
      return refundOrder({ tx, actor, subject, input: { ...input, reason: 'STAFF_DECISION', note: '示例' }, now });
    });
  const paid = async () => {
    const { order } = await make();
    await tell(provider.pay(await beginToPay(unit.admin, order.id, provider)));
    await db.cycle.updateMany({ data: { secondEyesAboveFen: 100_000 } });
    return order;
  };

  it('one applicant’s share gives back a part of the order, and not more than his share', async () => {
    const order = await paid();
    const [item] = order.items;
    await expect(propose(order.id, { amountFen: 10_001, orderItemId: item?.id })).rejects.toThrow('最多还能退 ¥100.00');
    const refund = await propose(order.id, { amountFen: 10_000, orderItemId: item?.id });
    await sendRefund(refund.id, { provider, now });
    const after = await orderNow(order.id);
    expect(after).toMatchObject({ status: 'PAID', refundedFen: 10_000 });
    expect(after.items.map(({ refundedFen, isLive }) => [refundedFen, isLive])).toEqual([[10_000, false], [0, true], [0, true]]);
    await expect(propose(order.id, { amountFen: 1, orderItemId: item?.id })).rejects.toThrow('没有可退的款项');
  });

  it('without a name means all that is left', async () => {
    const order = await paid();
    await expect(propose(order.id, { amountFen: 10_000 })).rejects.toThrow('选择退哪一位申请人的费用');
    const refund = await propose(order.id, { amountFen: 30_000 });
    await sendRefund(refund.id, { provider, now });
    const after = await orderNow(order.id);
    expect([after.status, after.items.every(({ isLive }) => !isLive)]).toEqual(['REFUNDED', true]);
  });
});

const week = (days: number): Date => new Date(now.getTime() + (7 * 24 + days) * 3_600_000);

const cancel = (orderId: string) =>
  inTransaction(async (tx) => {
    const subject = await lockPayable(tx, { orderId });
    insist(judgeCancel(unit.admin, subject, now));
    await cancelUnitOrder({ tx, actor: unit.admin, subject, input: {}, now });
  });
