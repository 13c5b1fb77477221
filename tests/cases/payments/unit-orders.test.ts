import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { settlePayment } from '@/lib/applications/settle-payment';
import { db } from '@/lib/db/client';
import { checkBooks } from '@/lib/ledger/check-books';
import { ownOrder, unitOrder } from '@/lib/payments/queries';
import type { PaymentReport } from '@/lib/payments/provider';
import { type MemoryProvider, memoryProvider } from '../../build/memory-provider';
import { payOnline } from '../../build/pay-online';
import { payDay as now, type PayingApplicant, somebody } from '../../build/paying-applicant';
import { aUnit, beginToPay, orderFor, type PayingUnit, payingUnit } from '../../build/paying-unit';

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
const attemptOf = async (one: PayingApplicant) => (await one.order()).attempts[0]?.outTradeNumber ?? '';

describe('one order of a unit', () => {
  it('lists everybody with his share, ends their own unpaid orders, and tells them', async () => {
    const { order, leftOut } = await make();
    expect([order.totalFen, order.unitId, order.applicationId, leftOut]).toEqual([30_000, unit.unitId, null, []]);
    expect(order.number).toMatch(/^coaa028\d{21}$/);
    expect(new Set(order.items.map(({ applicationId }) => applicationId))).toEqual(new Set(unit.people.map((one) => one.applicationId)));
    expect((await person(0).order()).status).toBe('CLOSED');
    const told = await db.message.findMany({ where: { applicationId: person(0).applicationId, template: 'payment.unit-pays' } });
    expect(told[0]?.text).toContain(`订单 ${order.number}，有效期至 2025年2月17日 10:00`);
  });

  it('is open as long, and pays for as many, as the cycle says', async () => {
    const where = { slug: 'payments-test' };
    await db.cycle.updateMany({ where, data: { unitOrderMost: 2, unitOrderDays: 3 } });
    await expect(make()).rejects.toThrow('一个订单最多 2 人');
    const { order } = await make(unit.people.slice(0, 2));
    expect(order.expiresAt).toEqual(new Date(now.getTime() + 3 * 86_400_000));
    await db.cycle.updateMany({ where, data: { unitOrderMost: 100, unitOrderDays: 7 } });
  });

  it('is the same one from a double click and from two tabs', async () => {
    const made = await Promise.all([make(), make(), make(unit.people.slice(0, 2))]);
    const orders = await db.order.findMany({ where: { unitId: unit.unitId } });
    expect(new Set(made.map(({ order }) => order.id))).toEqual(new Set(orders.map(({ id }) => id)));
    expect(await db.orderItem.count({ where: { order: { unitId: unit.unitId } } })).toBe(3);
  });

  it('of two that want the same person at once only one gets him', async () => {
    await Promise.all([make(unit.people.slice(0, 2)), make(unit.people.slice(1))]);
    const live = await db.orderItem.findMany({ where: { order: { unitId: unit.unitId } } });
    expect(new Set(live.map(({ applicationId }) => applicationId)).size).toBe(live.length);
    expect(live).toHaveLength(3);
  });

  it('cannot hold somebody who is on a live order, whatever somebody tries', async () => {
    const [one, other] = [await make([person(0)]), await make([person(1)])];
    const [item] = one.order.items;
    const { applicationId = '', personId = '', title = '' } = item ?? {};
    const again = { orderId: other.order.id, applicationId, personId, title, amountFen: 0 };
    await expect(db.orderItem.create({ data: again })).rejects.toThrow('Unique constraint');
    await expect(db.orderItem.update({ where: { id: item?.id }, data: { amountFen: 1 } })).rejects.toThrow('keeps its order');
  });

  it('whose shares do not sum to its total is refused by the database', async () => {
    const { order } = await make([person(0)]);
    const { applicationId, actor } = person(1);
    await db.order.update({ where: { id: (await person(1).order()).id }, data: { status: 'CLOSED', closedAt: now } });
    const more = { orderId: order.id, applicationId, personId: actor.personId ?? '', title: '示例', amountFen: 10_000 };
    await expect(db.orderItem.create({ data: more })).rejects.toThrow(/says 10000 and 0 fen, its 2 items 20000/);
  });

  it('may pay for its administrator, and for nobody of another unit', async () => {
    const himself = { ...unit.admin, personId: person(0).actor.personId };
    const { order } = await orderFor({ by: himself, people: [person(0)], provider });
    expect(order.items[0]?.personId).toBe(himself.personId);
    const elsewhere = await aUnit();
    await expect(orderFor({ by: elsewhere.admin, people: [person(1)], provider })).rejects.toThrow('not found');
  });

  it('that is paid is told to whoever made it and to everybody who administers the unit now', async () => {
    const { order } = await make();
    const [colleague, left, asked] = await Promise.all(['同事示例', '前任示例', '新人示例'].map((name) => somebody('UNIT_ADMIN', name)));
    const grants = [{ personId: colleague?.personId ?? '', approvedAt: now }, { personId: left?.personId ?? '', approvedAt: now, revokedAt: now }, { personId: asked?.personId ?? '' }];
    await db.roleGrant.createMany({ data: grants.map((grant) => ({ ...grant, role: 'UNIT_ADMIN' as const, unitId: unit.unitId })) });
    await tell(provider.pay(await beginToPay(unit.admin, order.id, provider)));
    const told = await db.message.findMany({ where: { template: 'payment.paid', text: { contains: order.number } } });
    expect(new Set(told.map(({ personId }) => personId))).toEqual(new Set([unit.admin.personId, colleague?.personId]));
  });

  it('is not there for another unit’s administrator, nor for the applicants on it', async () => {
    const { order } = await make();
    const elsewhere = await aUnit();
    expect(await unitOrder(unit.admin, order.number)).toMatchObject({ id: order.id });
    expect(await unitOrder(elsewhere.admin, order.number)).toBeNull();
    expect(await ownOrder(person(0).actor, order.number)).toBeNull();
    await expect(beginToPay(elsewhere.admin, order.id, provider)).rejects.toThrow('not found');
    await expect(beginToPay(person(0).actor, order.id, provider)).rejects.toThrow('not found');
  });
});

describe('who is left out, by name', () => {
  it('is he who has paid, has handed in a voucher, or whose payment cannot be asked after', async () => {
    await payOnline({ ...person(0), provider, now });
    await tell(provider.pay(await attemptOf(person(0))));
    const voucherWaits = await person(1).order();
    await db.order.update({ where: { id: voucherWaits.id }, data: { status: 'VOUCHER_UPLOADED' } });
    const { order, leftOut } = await make();
    expect(order.items.map(({ applicationId }) => applicationId)).toEqual([person(2).applicationId]);
    const sentences = leftOut.map(({ name, because }) => `${name}：${because}`);
    expect(new Set(sentences)).toEqual(new Set(['甲示例：已缴费。', '乙示例：本人已上传转账凭证，正等待财务人员确认。']));
  });

  it('is he who turns out to have paid when the provider is asked', async () => {
    await payOnline({ ...person(0), provider, now });
    provider.pay(await attemptOf(person(0)));
    const { order, leftOut } = await make();
    expect([order.items.length, leftOut.map(({ name }) => name)]).toEqual([2, ['甲示例']]);
    expect((await person(0).order()).status).toBe('PAID');
  });

  it('is he about whom the provider is silent: what he may be paying stays his', async () => {
    await payOnline({ ...person(0), provider, now });
    provider.isSilent = true;
    const { leftOut } = await make();
    expect(leftOut).toEqual([{ name: '甲示例', because: '本人正在在线支付，结果还没有查到，请稍后再试。' }]);
    expect((await person(0).order()).status).toBe('PAYING');
  });

  it('who is paying right now has his payment closed at the provider first', async () => {
    await payOnline({ ...person(0), provider, now });
    const attempt = await attemptOf(person(0));
    await make();
    expect(provider.trades.get(attempt)?.state).toBe('closed');
    expect((await person(0).order()).attempts[0]?.status).toBe('CLOSED');
  });
});
